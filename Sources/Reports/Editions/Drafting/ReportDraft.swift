public import Indicators
public import Storage

/// A draft (稿) of a report: its text in the language of reports, edited by somebody, in which figures and claims stay live.
public struct ReportDraft: Sendable, Hashable {
    public var report: Name
    public var period: Period
    /// 1, 2, 3 … within the report and period.
    public var number: Int
    /// As it was written, with what is computed in braces.
    public var text: String
    /// The post that wrote it.
    public var by: String
    public var reason: String
    public var on: Day

    /// The system table that keeps them. A draft is never altered: whoever edits one makes the next.
    static let table = Table(
        "report_draft",
        [
            Column("report", .text, isRequired: true), Column("period", .text, isRequired: true), Column("number", .integer, isRequired: true),
            Column("text", .text, isRequired: true), Column("author", .text, isRequired: true), Column("reason", .text, isRequired: true),
            Column("day", .integer, isRequired: true),
        ], uniques: [["report", "period", "number"]])

    init(report: Name, period: Period, number: Int, text: String, by: String, reason: String, on: Day) {
        self.report = report
        self.period = period
        self.number = number
        self.text = text
        self.by = by
        self.reason = reason
        self.on = on
    }

    /// The drafts of a report and period, the first first.
    static func list(_ report: Name, _ period: Period, in reading: Reading) throws -> [ReportDraft] {
        guard try reading.exists(table.name) else { return [] }
        let rows = try reading.rows(
            "SELECT number, text, author, reason, day FROM \(table) WHERE report = \(report.text) AND period = \(period.description) ORDER BY number")
        return rows.compactMap { row in
            guard let number = row.integer(at: 0).flatMap({ Int(exactly: $0) }), let text = row.text(at: 1),
                let day = row.integer(at: 4).flatMap({ Day(number: $0) })
            else { return nil }
            return ReportDraft(
                report: report, period: period, number: number, text: text, by: row.text(at: 2) ?? "", reason: row.text(at: 3) ?? "", on: day)
        }
    }

    func write(in writing: Writing) throws {
        try writing.apply(try writing.plan([ReportDraft.table]))
        try writing.insert(
            [
                "report": .text(report.text), "period": .text(period.description), "number": .integer(Int64(number)), "text": .text(text),
                "author": .text(by), "reason": .text(reason), "day": .integer(Int64(on.number)),
            ], into: ReportDraft.table)
        // The chain of changes vouches for the text.
        try writing.note(Array(text.utf8))
    }
}
