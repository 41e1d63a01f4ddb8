import Indicators
public import Registers
public import Storage

/// What a revision of a record would touch in the editions that stand, before it is made (改动预演).
public struct Rehearsal: Sendable {
    /// A figure that it would move.
    public struct Moved: Sendable, Hashable {
        /// `#37`.
        public var id: String
        public var name: Words
        /// As the edition printed it; nil where it didn't.
        public var printed: String?
        /// As the report would print it now, without the revision.
        public var now: String?
        /// As it would with it.
        public var then: String?
    }

    /// A claim that would be judged otherwise.
    public struct Turned: Sendable, Hashable {
        public var id: String
        public var text: Words
        public var now: Verdict
        public var then: Verdict
        public var reason: Words
    }

    /// What it would do to one edition.
    public struct Touched: Sendable {
        public var edition: Edition
        public var moved: [Moved]
        public var turned: [Turned]
        /// How many places of the text would read otherwise.
        public var places: Int
    }

    /// The editions that stand and whose report would read otherwise; those that it leaves alone are not in it.
    public let touched: [Touched]
    /// How many editions were looked at.
    public let looked: Int

    /// Plays through the revision and takes it back. Throws what the edit would.
    public init(_ drafts: Drafts, _ id: Int64, _ inputs: [Name: Input], of register: Register, at: Moment) throws {
        let book = drafts.figures.book
        let standing = try book.store.read { reading -> [(edition: Edition, printed: [String: String], now: CompiledReport)] in
            let editions = Editions(book)
            return try editions.list(in: reading).filter { $0.withdrawn == nil && !$0.isRedacted && drafts.catalogue.report($0.report) != nil }.map {
                let printed = try editions.frozen($0, in: reading).figures.map { ($0.id, $0.said) }
                return (
                    $0, Dictionary(printed, uniquingKeysWith: { first, _ in first }), try drafts.report($0.report, $0.period, in: reading)
                )
            }
        }
        looked = standing.count
        touched = try Records(book, .console).rehearse(id, inputs, of: register, at: at) { writing in
            try standing.compactMap { edition, printed, now in
                let then = try drafts.report(edition.report, edition.period, in: writing)
                let touched = Touched(
                    edition: edition, moved: Rehearsal.moved(printed, now, then), turned: Rehearsal.turned(now, then),
                    places: try Blackline(from: now, to: then).count)
                return touched.moved.isEmpty && touched.turned.isEmpty && touched.places == 0 ? nil : touched
            }
        }
    }

    private static func moved(_ printed: [String: String], _ now: CompiledReport, _ then: CompiledReport) -> [Moved] {
        BlacklineTold.figures(now, then).map { Moved(id: $0.id, name: $0.name, printed: printed[$0.id], now: $0.then, then: $0.now) }
    }

    private static func turned(_ now: CompiledReport, _ then: CompiledReport) -> [Turned] {
        now.claims.compactMap { claim in
            guard let other = then.claim(claim.id), other.verdict != claim.verdict else { return nil }
            return Turned(id: claim.id, text: claim.text, now: claim.verdict, then: other.verdict, reason: other.reason)
        }
    }
}
