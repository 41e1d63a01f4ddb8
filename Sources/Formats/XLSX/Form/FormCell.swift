/// One cell of a sheet that is to be filled, as its maker left it.
public struct FormCell: Hashable, Sendable {
    /// What a reader of the sheet sees; empty where nothing stands there.
    public var content: SheetCell
    /// The cell computes something; its content is what it last came to.
    public var hasFormula: Bool
    public var look: FormLook

    /// Nothing stands here and nothing is computed here.
    public var isBlank: Bool { content.isBlank && !hasFormula }
}

/// What is put into a blank cell.
public enum FormValue: Hashable, Sendable {
    /// A plain decimal, `-1234.5`.
    case number(String)
    case text(String)
    /// Shown as a day where the cell's style does so, otherwise in the words of `written`.
    case day(year: Int, month: Int, day: Int, written: String)
}
