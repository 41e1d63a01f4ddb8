/// How much a workbook may hold before it is refused.
public struct XLSXLimits: Sendable {
    /// Limits of its container.
    public var zip = ZipLimits()
    /// Highest row number; a workbook's own limit.
    public var rows = 1_048_576
    /// Highest column; a workbook's own limit.
    public var columns = 16_384
    /// Most cells read from one sheet, empty ones between others included.
    public var cells = 50_000_000
    /// Most bytes of a cell's text.
    public var cellBytes = 1 << 20
    /// Most bytes of all texts that cells share.
    public var sharedBytes = 256 << 20

    /// The usual limits.
    public init() {}
}
