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
            case .table(let rows):
                rows.map { $0.map { $0.map(\.text).joined() }.joined(separator: "\t") }.joined(separator: "\n")
            }
        }.joined(separator: "\n") + "\n"
    }
}
