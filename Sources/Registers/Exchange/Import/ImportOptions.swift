/// How a file is brought in.
public struct ImportOptions: Sendable, Hashable {
    /// Whether the good rows are taken although others are returned; otherwise one bad row stops all.
    public var isPartial = false
    /// Where the workbook of returned rows goes; nil puts it beside the input.
    public var returnedPath: String?
    /// What the history shows as the reason; nil says which file was imported.
    public var reason: String?

    /// All or nothing.
    public init(isPartial: Bool = false, returnedPath: String? = nil, reason: String? = nil) {
        self.isPartial = isPartial
        self.returnedPath = returnedPath
        self.reason = reason
    }
}
