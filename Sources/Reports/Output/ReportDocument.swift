public import Formats
import Indicators
public import Storage

/// A compiled report as an official document (GB/T 9704-2012) that stays editable: each figure has a bookmark, `fig_37`, and an
/// annexed table says where every figure comes from.
public struct ReportDocument {
    private let report: CompiledReport
    private let made: Day
    private let digest: String

    /// - Parameters:
    ///   - made: the day that the document is given.
    ///   - digest: of the declarations under which the figures were computed; kept as a property of the file.
    public init(_ report: CompiledReport, made: Day, declarations digest: String) {
        self.report = report
        self.made = made
        self.digest = digest
    }

    /// The document, to be written by `DocumentWriter`.
    public var document: Document {
        var used: Set<String> = []
        var blocks: [DocumentBlock] = []
        for block in report.blocks { blocks.append(self.block(block, &used)) }
        blocks += [.pageBreak, .title([DocumentRun("数据来源表")]), .table(origins(used))]
        return Document(
            title: report.title, author: report.organisation.zh, made: (made.year, made.month, made.day),
            properties: [
                "yuanbu.report": report.id.text, "yuanbu.year": String(report.year), "yuanbu.period": report.period.description,
                "yuanbu.asof": String(report.asOf ?? report.lastChange.number), "yuanbu.change": report.lastChange.digest,
                "yuanbu.declarations": digest,
            ],
            blocks: blocks)
    }

    private func block(_ block: ReportBlock, _ used: inout Set<String>) -> DocumentBlock {
        switch block.kind {
        case .title: return .title(runs(block.runs, &used))
        case .heading(let level, let number): return .heading(level, [DocumentRun(number)] + runs(block.runs, &used))
        case .paragraph: return .paragraph(runs(block.runs, &used))
        case .bullet: return .paragraph([DocumentRun("·")] + runs(block.runs, &used))
        case .table(let rows):
            let header = rows.first ?? []
            let columns = header.enumerated().map { index, cell in
                DocumentTable.Column(cell.map(\.text).joined(), index == 0 ? .left : .right)
            }
            var cells: [[[DocumentRun]]] = []
            for row in rows.dropFirst() { cells.append(row.map { runs($0, &used) }) }
            return .table(DocumentTable(columns: columns, rows: cells))
        }
    }

    private func runs(_ runs: [ReportRun], _ used: inout Set<String>) -> [DocumentRun] {
        var out: [DocumentRun] = []
        for run in runs {
            switch run.kind {
            case .words, .vouched:
                // Neighbours of one look become one run, which is easier to edit.
                if let last = out.last, last.bookmark == nil, !last.isMarked {
                    out[out.count - 1].text += run.text
                } else {
                    out.append(DocumentRun(run.text))
                }
            case .unsourced: out.append(DocumentRun(run.text, isMarked: true))
            case .figure(let mark):
                let bookmark = mark.slot.map { ReportDocument.bookmark($0) }
                let isFirst = bookmark.map { used.insert($0).inserted } ?? false
                out.append(DocumentRun(run.text, bookmark: isFirst ? bookmark : nil))
            }
        }
        return out
    }

    /// `fig_37` for `#37`, `fig_P17` for `P17`.
    static func bookmark(_ slot: String) -> String { "fig_" + slot.filter { $0 != "#" } }

    private func origins(_ used: Set<String>) -> DocumentTable {
        let columns: [DocumentTable.Column] = [
            .init("编号", .center, share: 4), .init("指标", .left, share: 9), .init("数值", .right, share: 10), .init("期间", .center, share: 4),
            .init("范围", .center, share: 6), .init("记录", .right, share: 5), .init("数据性质", .center, share: 9), .init("变更", .right, share: 4),
        ]
        // The number of the change up to which the book was known.
        let asOf = String(report.asOf ?? report.lastChange.number)
        let rows = (report.figures + report.printedFacts).map { figure -> [[DocumentRun]] in
            let bookmark = ReportDocument.bookmark(figure.slot)
            let link: DocumentLink? = used.contains(bookmark) ? .bookmark(bookmark) : nil
            let value = figure.printed + (figure.word == nil ? figure.unit ?? "" : "")
            let cells = [
                figure.name.zh, value, figure.period.description, figure.scope == "park" ? "全园区" : figure.scope.text, String(figure.rows),
                figure.status.words.zh, asOf,
            ]
            return [[DocumentRun(figure.slot, link: link)]] + cells.map { [DocumentRun($0)] }
        }
        return DocumentTable(columns: columns, rows: rows)
    }
}
