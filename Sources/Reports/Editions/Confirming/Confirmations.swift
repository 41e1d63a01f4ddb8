public import Indicators
public import Registers
public import Storage

/// Where departments confirm their figures before a report is released (核数).
public struct Confirmations: Sendable {
    private let drafts: Drafts
    private let permission: Permission

    public init(_ drafts: Drafts, permission: Permission = .console) {
        self.drafts = drafts
        self.permission = permission
    }

    private var book: Book { drafts.figures.book }

    /// The sheet of a report as it is now. Without the register `confirmation` nothing is confirmed.
    public func sheet(_ report: CompiledReport, in reading: Reading) throws -> ConfirmationSheet {
        let editions = Editions(book, permission: permission)
        var released: [String: String] = [:]
        if let latest = try editions.latest(report.id, report.period, in: reading) {
            for figure in try editions.frozen(latest, in: reading).figures { released[figure.id] = figure.said }
        }
        return ConfirmationSheet(
            report, try said(report.id, report.period, in: reading), released: released, drafts.figures.indicators, roles: book.catalogue.roles)
    }

    /// What was said of the figures of a report.
    public func said(_ report: Name, _ period: Period, in reading: Reading) throws -> [Confirmation] {
        guard let register = book.catalogue.register(Confirmation.register) else { return [] }
        let rows = try reading.rows(
            """
            SELECT id FROM \(register.table.current) WHERE void = 0 AND \(register.column(of: "report")) = \(report.text) \
            AND \(register.column(of: "report_period")) = \(period.description) ORDER BY id
            """)
        let records = Records(book, permission)
        return try rows.compactMap { row in
            try row.integer(at: 0).flatMap { try records.record($0, of: register, in: reading) }.flatMap { Confirmation($0) }
        }
    }

    /// Which figures somebody answers for.
    public enum Chosen: Sendable {
        /// Those with these ids.
        case figures([String])
        /// All of a department that are not confirmed and that it has not objected to; nil for those without a department.
        case department(Name?)
    }

    /// Records what a department says, in one change. Throws `Refused` where there is nothing to say it of.
    public func answer(
        _ report: Name, _ period: Period, _ chosen: Chosen, _ answer: Confirmation.Answer, by: String, remark: String, at: Moment
    ) throws -> (count: Int, change: Change) {
        guard let register = book.catalogue.register(Confirmation.register) else {
            throw Refused(
                zh: "本站点还没有核数台账 confirmation。把随本版带来的 registers/confirmation.yaml 放进 declarations，再运行 yuanbu apply。",
                en: "This site has no register “confirmation” yet. Put registers/confirmation.yaml into its declarations and run yuanbu apply.")
        }
        guard !by.isEmpty else { throw Refused(zh: "要写由谁表态（--by）。", en: "It must be said who answers (--by).") }
        guard answer == .confirmed || !remark.isEmpty else {
            throw Refused(zh: "说明、换口径要写内容（--remark）。", en: "A remark or another source needs words (--remark).")
        }
        let intent = Intent(subject: by, reason: remark.isEmpty ? "核数：\(answer.words.zh)" : remark, kind: "confirm", at: at)
        let committed = try book.store.write(intent) { writing in
            let sheet = try sheet(try drafts.report(report, period, in: writing), in: writing)
            let lines = try Confirmations.lines(chosen, sheet)
            for line in lines {
                let figure = line.printed
                var inputs: [Name: Input] = [
                    "printed": .text(figure.said), "value": .text(figure.exact), "answer": .text(answer.rawValue), "remark": .text(remark),
                    "confirmed_by": .text(by), "confirmed_on": .day(writing.change.day), "name": .text(figure.figure.name.zh),
                    "owner": .text(line.owner?.text ?? ""),
                ]
                if let id = line.confirmation?.id {
                    try Records(book, permission).edit(id, inputs, of: register, in: writing)
                } else {
                    inputs["report"] = .text(report.text)
                    inputs["report_period"] = .text(period.description)
                    inputs["figure"] = .text(figure.id)
                    try Records(book, permission).add(inputs, to: register, in: writing)
                }
            }
            return lines.count
        }
        return (committed.value ?? 0, committed.change)
    }

    private static func lines(_ chosen: Chosen, _ sheet: ConfirmationSheet) throws -> [ConfirmationSheet.Line] {
        switch chosen {
        case .figures(let ids):
            let all = Dictionary(sheet.departments.flatMap { $0.lines.map { ($0.printed.id, $0) } }, uniquingKeysWith: { first, _ in first })
            if let missing = ids.first(where: { all[$0] == nil }) {
                throw Refused(zh: "报告里没有印“\(missing)”这个数。", en: "The report prints no figure “\(missing)”.")
            }
            return ids.compactMap { all[$0] }
        case .department(let owner):
            guard let department = sheet.departments.first(where: { $0.owner == owner }) else {
                throw Refused(zh: "这个部门在这份报告里没有数。", en: "That department has no figures in this report.")
            }
            let lines = department.lines.filter { $0.standing == .pending || $0.standing == .changed }
            guard !lines.isEmpty else { throw Refused(zh: "\(department.name.zh)没有待核的数。", en: "\(department.name.en) has nothing to confirm.") }
            return lines
        }
    }
}
