import Formats
import Indicators
import Storage

/// The annexes of a report as a document: where its figures come from, and how its claims were judged.
struct ReportAnnexes {
    private let report: CompiledReport
    /// A draft also says what was left out of it and why; what goes out doesn't.
    private let isDraft: Bool

    init(_ report: CompiledReport, isDraft: Bool) {
        self.report = report
        self.isDraft = isDraft
    }

    private var hasVerdicts: Bool { isDraft && !report.claims.isEmpty }

    /// What the list of attachments calls them.
    var names: [String] { (hasOrigins ? ["数据来源表"] : []) + (hasVerdicts ? ["结论性表述核验表"] : []) }

    /// A bulletin binds no slots.
    private var hasOrigins: Bool { !report.figures.isEmpty || !report.printedFacts.isEmpty }

    /// Each on a page of its own. `bookmarks` are those that stand in the text, in its order.
    func blocks(_ bookmarks: [String]) -> [DocumentBlock] {
        var tables: [(DocumentTable, String)] = hasOrigins ? [(origins(bookmarks), known)] : []
        if hasVerdicts { tables.append((verdicts, "有据的写进正文；不符的和无法核实的不写进正文，留在此表供核查；定性表述照写，但没有数据支撑。")) }
        return zip(names, tables).enumerated().flatMap { index, annex -> [DocumentBlock] in
            let mark = names.count > 1 ? "附件\(index + 1)" : "附件"
            return [
                .pageBreak, .annex(mark), .blank, .title([DocumentRun(annex.0)]), .note([DocumentRun(annex.1.1)]), .table(annex.1.0),
            ]
        }
    }

    /// The change up to which the book was known is the same for all figures, and so said once.
    private var known: String {
        let change = report.asOf ?? report.lastChange.number
        return "截至台账第\(change)号变更所知，除注明外均为\(report.period.words(.zh))、全园区。按正文先后编排，点序号到正文相应处。"
    }

    private func origins(_ bookmarks: [String]) -> DocumentTable {
        let columns: [DocumentTable.Column] = [
            .init("序号", .center, share: 6), .init("指标", .left, share: 19), .init("数值", .right, share: 13), .init("期间与范围", .left, share: 10),
            .init("记录", .right, share: 6), .init("数据性质", .center, share: 10),
        ]
        let places = Dictionary(bookmarks.enumerated().map { ($1, $0) }) { first, _ in first }
        let origins = (report.figures + report.printedFacts).map { (figure: $0, bookmark: ReportDocument.bookmark($0.slot)) }
        // In the order of the text; what the text doesn't print comes last, in the order in which it is declared.
        let inText = origins.filter { places[$0.bookmark] != nil }.sorted { (places[$0.bookmark] ?? 0) < (places[$1.bookmark] ?? 0) }
        let ordered = inText + origins.filter { places[$0.bookmark] == nil }
        let rows = ordered.enumerated().map { index, origin -> [[DocumentRun]] in
            let link: DocumentLink? = index < inText.count ? .bookmark(origin.bookmark) : nil
            let figure = origin.figure
            let cells = [figure.name.zh, figure.said, place(figure), String(figure.rows), figure.status.words.zh]
            return [[DocumentRun(String(index + 1), link: link)]] + cells.map { [DocumentRun($0)] }
        }
        return DocumentTable(columns: columns, rows: rows, isSmall: true)
    }

    /// What differs from the note above the table.
    private func place(_ figure: SlotFigure) -> String {
        let period = figure.period == report.period ? "" : figure.period.words(.zh)
        let scope = figure.scope == "park" ? "" : figure.figures.first?.scope.text ?? figure.scope.text
        return [period, scope].filter { !$0.isEmpty }.joined(separator: "，")
    }

    private var verdicts: DocumentTable {
        let columns: [DocumentTable.Column] = [
            .init("编号", .center, share: 7), .init("表述", .left, share: 17), .init("结论", .center, share: 8), .init("依据", .left, share: 30),
            .init("记录", .right, share: 6),
        ]
        let rows = report.claims.map { finding in
            [finding.id, finding.text.zh, finding.standing.zh, finding.reason.zh, String(finding.rows)].map { [DocumentRun($0)] }
        }
        return DocumentTable(columns: columns, rows: rows, isSmall: true)
    }
}
