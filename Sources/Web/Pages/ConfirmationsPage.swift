import Indicators
import Registers
import Reports
import Storage

/// The figures of a report for their departments to confirm (核数单).
struct ConfirmationsPage: Page {
    private let report: CompiledReport
    private let sheet: ConfirmationSheet

    var room: Frame.Room { .reports }
    func title(_ visit: Visit) -> String {
        "\(visit(report.name)) \(visit("核数单", "figures to confirm"))"
    }

    init(_ id: String, _ period: Period, _ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        report = try ReportPage.compiled(id, period, visit, desk, reading)
        sheet = try Confirmations(desk.reports).sheet(report, in: reading)
    }

    func body(_ visit: Visit) -> HTML {
        let soft = visit("已核 \(sheet.confirmed)/\(sheet.count)", "\(sheet.confirmed) of \(sheet.count) confirmed")
        let parts: [HTML] = sheet.departments.map { department($0, visit) }
        return """
            \(Frame.trail([(Link.reports, visit("报告", "Reports")), (Link.report(report.id.text, report.period), report.title)], visit))
            \(Frame.title(title(visit), soft))
            <p class="soft">\(visit("值变了，原来的确认就作废。用 yuanbu confirm 记下表态。", "A confirmation holds for the value that was confirmed. Answers are taken by yuanbu confirm."))</p>
            \(parts)
            """
    }

    private func department(_ department: ConfirmationSheet.Department, _ visit: Visit) -> HTML {
        let rows: [HTML] = department.lines.map { line in
            let said: HTML? = line.confirmation.map { said in
                let then: HTML? = line.standing == .changed ? "<p>\(visit("核时印 \(said.printed)", "then \(said.printed)"))</p>" : nil
                return "\(said.by) \(said.on.iso)\(then)\(said.remark.isEmpty ? nil : "<p>\(said.remark)</p>" as HTML?)"
            }
            let light: HTML =
                switch line.standing {
                case .confirmed: "ok"
                case .pending: "held"
                case .changed: "soon"
                case .objected: "late"
                }
            let released: HTML? = line.released.map { "<p>\(visit("签发版印 \($0)", "released as \($0)"))</p>" }
            return """
                <tr><td><span class="tag">\(line.printed.id)</span></td><td>\(visit(line.printed.figure.name))</td><td>\(line.printed.said)\(released)</td>\
                <td><span class="light \(light)">\(visit(line.standing.words))</span></td><td>\(said)</td></tr>
                """
        }
        return """
            <section class="sheet"><h2>\(visit(department.name)) <small>\(department.confirmed)/\(department.lines.count)</small></h2>
            <div class="rows" tabindex="0" role="group" aria-label="\(visit(department.name))"><table><thead><tr><th>\(visit("数据位", "Slot"))</th><th>\(visit("名称", "Name"))</th><th>\(visit("现印", "Printed"))</th><th>\(visit("核数", "Standing"))</th><th>\(visit("表态", "Answer"))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div></section>

            """
    }
}
