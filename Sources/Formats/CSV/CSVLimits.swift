/// How much a table of text may hold before it is refused. There is no limit of rows, for they are never held together.
public struct CSVLimits: Sendable {
    /// Most bytes of a cell, in UTF-8.
    public var cellBytes = 1 << 20
    /// Most bytes of a row.
    public var rowBytes = 64 << 20
    /// Most columns; a workbook's own limit.
    public var columns = 16_384

    /// The usual limits.
    public init() {}
}
