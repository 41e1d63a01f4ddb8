/// A sheet of a workbook, before it is read.
public struct XLSXSheet: Sendable, Hashable {
    /// Its name as on the tab.
    public let name: String
    /// Hidden from whoever opens the workbook.
    public let isHidden: Bool
    let part: String
}
