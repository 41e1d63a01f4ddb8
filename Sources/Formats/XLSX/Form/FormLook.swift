/// How a cell's style shows a number, as far as whoever fills it must know.
public struct FormLook: Hashable, Sendable {
    /// Decimal places that are shown; nil where the style shows what there is, as `General` does, and where it shows thousands.
    public var places: Int?
    /// A tenth is shown as 10%; `places` are those of the percentage.
    public var isPercent = false
    /// A number is shown as a day.
    public var isDay = false
    /// Nobody may type here while the sheet is protected.
    public var isLocked = true

    /// The look of a cell without style.
    public init() {}

    /// The look of a format code such as `#,##0.00_ ` or `0.0%`. Only its first section counts.
    init(code: String) {
        self.init()
        let kind = NumberLook(code: code)
        isPercent = kind == .percent
        isDay = kind == .day || kind == .moment
        guard kind == .number || kind == .percent else { return }
        let bare = FormLook.bare(code)
        // Thousands (0,), fractions (?/?) and powers of ten are shown of more than is seen.
        guard !bare.isEmpty, !bare.hasSuffix(","), !bare.contains("/"), !bare.contains("e"), !bare.contains("@") else { return }
        guard bare.contains(where: { "0#?".contains($0) }) else { return }
        let parts = bare.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        places = parts.count < 2 ? 0 : parts[1].count { "0#?".contains($0) }
    }

    /// The look of a format that every workbook knows without writing it (ECMA-376 part 1, 18.8.30).
    init(builtin id: Int) {
        self.init()
        switch id {
        case 1, 3, 5, 6, 37, 38, 41, 42: places = 0
        case 2, 4, 7, 8, 39, 40, 43, 44: places = 2
        case 9: (places, isPercent) = (0, true)
        case 10: (places, isPercent) = (2, true)
        default: isDay = NumberLook(builtin: id) == .day || NumberLook(builtin: id) == .moment
        }
    }

    /// The first section's placeholders, without what is quoted, escaped or in brackets and without the percent sign.
    private static func bare(_ code: String) -> String {
        var out = ""
        var rest = code.lowercased()[...]
        if rest.hasPrefix("general") { return "" }
        while let letter = rest.popFirst() {
            switch letter {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*", "!": _ = rest.popFirst()
            case "[": rest = rest.drop { $0 != "]" }.dropFirst()
            case ";": return out
            case "0", "#", "?", ".", ",", "/", "e", "@": out.append(letter)
            default: break
            }
        }
        return out
    }
}
