import Storage

extension CompiledReport {
    /// The report as plain text: a line a block, paragraphs two letters in, cells of a table with tabs between.
    public var plainText: String {
        blocks.map { block in
            switch block.kind {
            case .title: block.text
            case .heading(_, let number): number + block.text
            case .paragraph: "　　" + block.text
            case .bullet: "　　· " + block.text
            case .addressee: block.text + "："
            case .table(let rows): CompiledReport.tabbed(rows)
            case .chart(let chart): CompiledReport.tabbed(chart.rows) + "\n" + chart.title
            }
        }.joined(separator: "\n") + "\n"
    }

    private static func tabbed(_ rows: [[[ReportRun]]]) -> String {
        rows.map { $0.map { $0.map(\.text).joined() }.joined(separator: "\t") }.joined(separator: "\n")
    }
}
