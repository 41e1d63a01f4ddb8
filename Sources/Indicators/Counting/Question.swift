import Storage

/// Of what a measure is taken: the period, the scope, the change up to which the book is known, and by what it is broken down.
struct Question: Sendable, Hashable {
    var period: Period
    var scope: Name
    var asOf: Int64?
    /// The register by whose records the answer is broken down; nil for one answer in all.
    var by: Name?
    /// Whether records of years before the book's first are taken for what they are: evidence, and not the whole.
    var isEvidence = false

    func over(_ period: Period) -> Question {
        var other = self
        other.period = period
        return other
    }

    func under(_ scope: Name) -> Question {
        var other = self
        other.scope = scope
        return other
    }

    /// The same for all together.
    var whole: Question {
        var other = self
        other.by = nil
        return other
    }
}

/// What a measure gave for one member, or for all.
struct Tally: Sendable, Hashable {
    var value: FigureValue
    var rows: Int
    var status: FigureStatus

    static let none = Tally(value: .nothing, rows: 0, status: .flash)
}

/// The tallies by the member's number; under 0 the whole, or what belongs to no member.
typealias Answer = [Int64: Tally]
