public import Formats
import Indicators
public import Storage

/// A compiled report as an official document (GB/T 9704-2012) that stays editable: each figure has a bookmark, `fig_37`, and an
/// annexed table says where every figure comes from, another how every claim was judged.
public struct ReportDocument {
    private let report: CompiledReport
    private let made: Day
    private let digest: String
    private let imprint: ReportImprint

    /// - Parameters:
    ///   - made: the day that the document is given.
    ///   - digest: of the declarations under which the figures were computed; kept as a property of the file.
    ///   - imprint: its number, signer and copies, once it goes out.
    public init(_ report: CompiledReport, made: Day, declarations digest: String, imprint: ReportImprint = .none) {
        self.imprint = imprint
        self.report = report
        self.made = made
        self.digest = digest
    }

    /// The document, to be written by `DocumentWriter`.
    public var document: Document {
        var used: [String] = []
        var blocks: [DocumentBlock] = []
        if let number = imprint.number {
            blocks.append(.letterhead(Letterhead(organisation: report.organisation.zh, number: number, signer: imprint.signer)))
        }
        for block in report.blocks {
            blocks.append(self.block(block, &used))
            // A line between the title and what follows (7.3.1).
            if case .title = block.kind { blocks.append(.blank) }
        }
        let annexes = ReportAnnexes(report, isDraft: imprint.number == nil)
        // An edition bears the day on which it was released.
        let made = report.edition?.released ?? made
        let day = "\(made.year)年\(made.month)月\(made.day)日"
        blocks += [.attachments(annexes.names), .signature(report.organisation.zh, day: day, isSealed: false)]
        blocks += annexes.blocks(used)
        if let printer = imprint.printer { blocks.append(.imprint(Imprint(copies: imprint.copies, printer: printer, day: day))) }
        return Document(
            title: report.title, author: report.organisation.zh, made: (made.year, made.month, made.day), properties: properties, blocks: blocks)
    }

    private var properties: [String: String] {
        var properties = [
            "yuanbu.report": report.id.text, "yuanbu.year": String(report.year), "yuanbu.period": report.period.description,
            "yuanbu.asof": String(report.asOf ?? report.lastChange.number), "yuanbu.change": report.lastChange.digest,
            "yuanbu.declarations": report.edition?.declarations ?? digest,
        ]
        if let edition = report.edition {
            properties["yuanbu.edition"] = String(edition.number)
            properties["yuanbu.digest"] = edition.digest
        }
        return properties
    }

    private func block(_ block: ReportBlock, _ used: inout [String]) -> DocumentBlock {
        switch block.kind {
        case .title: return .title(runs(block.runs, &used))
        case .heading(let level, let number): return .heading(level, [DocumentRun(number)] + runs(block.runs, &used))
        case .paragraph: return .paragraph(runs(block.runs, &used))
        case .bullet: return .paragraph([DocumentRun("·")] + runs(block.runs, &used))
        case .addressee: return .addressee(runs(block.runs, &used) + [DocumentRun("：")])
        case .table(let rows):
            let columns = ReportTableColumns(rows.map { $0.map { $0.map(\.text).joined() } }).columns
            var cells: [[[DocumentRun]]] = []
            for row in rows.dropFirst() { cells.append(row.map { runs($0, &used) }) }
            return .table(DocumentTable(columns: columns, rows: cells))
        case .chart(let chart):
            let series = chart.series.map { series in
                DocumentChart.Series(series.name, series.points.map { $0.amount == nil ? nil : $0.run.text }, places: series.places)
            }
            return .chart(DocumentChart(title: chart.title, categories: chart.categories, series: series))
        }
    }

    private func runs(_ runs: [ReportRun], _ used: inout [String]) -> [DocumentRun] {
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
                let isFirst = bookmark.map { !used.contains($0) } ?? false
                if isFirst, let bookmark { used.append(bookmark) }
                out.append(DocumentRun(run.text, bookmark: isFirst ? bookmark : nil))
            }
        }
        return out
    }

    /// `fig_37` for `#37`, `fig_P17` for `P17`.
    static func bookmark(_ slot: String) -> String { "fig_" + slot.filter { $0 != "#" } }
}
