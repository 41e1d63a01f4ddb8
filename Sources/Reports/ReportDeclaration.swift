public import Storage

/// A declared report: its text, its claims and its slots, all checked.
public struct ReportDeclaration: Sendable {
    /// The name of its file: `annual`.
    public var id: Name
    /// What it says.
    public var text: ReportText
    /// In the order of their file.
    public var claims: [Claim]
    /// In the order of their file.
    public var slots: [Slot]

    /// The title as it was written, for lists.
    public var title: String {
        guard let line = text.lines.first(where: { $0.kind == .title }) else { return id.text }
        return line.pieces.reduce(into: "") { title, piece in
            switch piece {
            case .text(let text, _), .plain(let text): title += text
            default: break
            }
        }
    }
}
