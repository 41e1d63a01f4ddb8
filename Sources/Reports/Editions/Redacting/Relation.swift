/// What arithmetic ties together: of its members, any one can be worked out from all the others.
struct Relation: Sendable, Hashable {
    /// Where it comes from.
    enum Origin: Sendable, Hashable {
        /// The book computes the first member from the others.
        case computed
        /// A claim found its numbers in them.
        case claim
        /// They stand in one sentence or table, and their values fit.
        case beside
    }

    /// How one is worked out from the others.
    enum Form: Sendable, Hashable {
        /// The first is the sum of the others, each with 1 or -1.
        case sum([Int])
        /// A share, a growth, a multiple or a rate: it goes with the quotient of two others, once or a hundredfold.
        case quotient(String, over: String, scale: Int)
        /// Some other way.
        case other
    }

    /// The names of the numbers: `gross_output@2022`. The first is the one that is computed from the others.
    let members: [String]
    let form: Form
    let origin: Origin

    /// A number and what it is computed from; nil where nothing is tied.
    init?(_ result: String, _ others: [String], as form: Form = .other, _ origin: Origin) {
        guard !others.isEmpty, !others.contains(result), Set(others).count == others.count else { return nil }
        members = [result] + others
        self.form = form
        self.origin = origin
    }
}
