public import Indicators
import Registers
public import Storage

/// What a year's plan promised, and where each of it stands: the plan of one year is the checklist of the next (practice.md 1.6).
///
/// It reads the registers `target` and `promise`, as the book is known now or was at a change; a park that lacks one of them has
/// promised nothing there.
public struct Commitments: Sendable {
    /// What it is asked for by beside the declared reports, none of which may have this name.
    public static let reportName = "promises"

    /// The year in which all of it is to be done.
    public let year: Int
    /// The day as of which the lights are: that of the last change that is known.
    public let day: Day
    public let asOf: Int64?
    /// The targets first, then the promises in the order in which they were written.
    public let all: [Commitment]

    public init(_ year: Int, _ figures: Figures, asOf: Int64? = nil, in reading: Reading) throws {
        let last = try asOf.flatMap { try reading.change(number: $0) } ?? reading.lastChange()
        self.year = year
        self.asOf = asOf
        day = last.at.day(offset: figures.book.catalogue.site.offset) ?? last.day
        let source = CommitmentSource(figures: figures, year: year, day: day, asOf: asOf, reading: reading)
        all = try source.targets() + source.promises()
    }

    /// How many stand so.
    public func count(_ light: CommitmentLight) -> Int { all.count { $0.light == light } }

    /// The kinds of things promised, each with what belongs to it, in the order in which they first occur.
    public var chapters: [(name: Words, commitments: [Commitment])] {
        var order: [Words] = []
        var sorted: [Words: [Commitment]] = [:]
        for one in all {
            if sorted[one.chapter] == nil { order.append(one.chapter) }
            sorted[one.chapter, default: []].append(one)
        }
        return order.map { ($0, sorted[$0] ?? []) }
    }
}
