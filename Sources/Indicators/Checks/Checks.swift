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

    /// Refuses to let a report of a year go out while a rule that must be mended finds something in that year (docs/quality.md).
    ///
    /// Rules are asked of a year: of a week or a month many of them say nothing yet, so its bulletin isn't held up by them.
    /// Throws `Refused` with every such rule, how many it found, and the first of them.
    public func demandMended(_ period: Period, in reading: Reading) throws {
        guard period.kind == .year else { return }
        var reasons: [Words] = []
        for check in catalogue.checks where check.severity == .must {
            let outcome = try look(check, period, limit: 1, in: reading)
            guard outcome.count > 0 else { continue }
            let first = outcome.offences.first
            let note = (zh: first?.note.map { "：\($0.zh)" } ?? "", en: first?.note.map { ": \($0.en)" } ?? "")
            reasons.append(
                Words(
                    zh: "\(check.name.zh) \(outcome.count) 处（\(check.id.text)），如 \(first?.title ?? "")\(note.zh)",
                    en: "\(check.name.en): \(outcome.count) (\(check.id.text)), as \(first?.title ?? "")\(note.en)"))
        }
        guard !reasons.isEmpty else { return }
        throw Refused(
            zh: "还不能签发，\(period.words.zh)的数据质量有必须改正的：\n" + reasons.map { "· \($0.zh)" }.joined(separator: "\n")
                + "\n改好再签发；逐条看：yuanbu quality --year \(period.year)",
            en: "It can't be released yet: the data of \(period.words.en) must be mended first.\n"
                + reasons.map { "· \($0.en)" }.joined(separator: "\n")
                + "\nSee each with: yuanbu quality --year \(period.year)")
    }
}
