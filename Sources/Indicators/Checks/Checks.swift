import Registers
public import Storage

/// Where the quality of the data is asked for: runs the declared checks over a period, as the book is known now or was.
public struct Checks: Sendable {
    public let figures: Figures
    public let catalogue: CheckCatalogue

    public init(_ figures: Figures, _ catalogue: CheckCatalogue) {
        self.figures = figures
        self.catalogue = catalogue
    }

    /// What a check finds.
    /// - Parameter limit: how many of what it finds are told one by one.
    public func look(_ check: Check, _ period: Period, asOf: Int64? = nil, limit: Int = 10, in reading: Reading) throws -> CheckOutcome {
        let last = try asOf.flatMap { try reading.change(number: $0) } ?? reading.lastChange()
        let bench = CheckBench(
            figures: figures, reading: reading, period: period, asOf: asOf, until: min(period.end, last.day), limit: max(0, limit))
        do { return try check.form.look(bench) } catch let refused as Refused {
            // A year without a calendar, or a register that the reader may not see.
            return CheckOutcome(undecided: refused.words)
        }
    }

    /// What all checks find, in the order of the declarations.
    public func all(_ period: Period, asOf: Int64? = nil, limit: Int = 10, in reading: Reading) throws -> [(check: Check, outcome: CheckOutcome)] {
        try catalogue.checks.map { ($0, try look($0, period, asOf: asOf, limit: limit, in: reading)) }
    }
}
