/// A column of a sheet that is written.
public struct XLSXColumn: Sendable, Hashable {
    /// What its header says.
    public var title: String
    /// Width in letters of the usual size; a Chinese character takes two. Nil takes it from the title.
    public var width: Double?
    /// Places behind the point that numbers are shown with; nil shows what there is.
    public var places: Int?
    /// Texts that the cells below may be chosen from; left out where they are more than a workbook's list takes (255 letters).
    public var choices: [String]

    /// A column.
    public init(_ title: String, width: Double? = nil, places: Int? = nil, choices: [String] = []) {
        self.title = title
        self.width = width
        self.places = places
        self.choices = choices
    }

    var shownWidth: Double {
        let letters = title.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
        return min(max(width ?? Double(letters + 4), 4), 200)
    }
}
