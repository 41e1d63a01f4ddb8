public import Storage

/// One value as it comes in: typed in a form, or standing in a cell of a workbook.
public enum Input: Sendable, Hashable {
    case empty
    /// What a person typed, or a cell of text.
    case text(String)
    /// A number cell, as exact decimal text.
    case number(String)
    case day(Day)
    case moment(Moment)
    case truth(Bool)

    /// Whether nothing was given: no cell, or only blanks.
    public var isEmpty: Bool {
        switch self {
        case .empty: true
        case .text(let text): !Narrow.isBare(text.utf8.first) && text.allSatisfy(\.isWhitespace)
        default: false
        }
    }

    /// The text to show back to the person who gave it.
    public var shown: String {
        switch self {
        case .empty: ""
        case .text(let text), .number(let text): text
        case .day(let day): day.iso
        case .moment(let moment): moment.text(offset: 0)
        case .truth(let truth): truth ? "TRUE" : "FALSE"
        }
    }
}

/// Text in the form that fields read: full-width digits, letters and marks made narrow, blanks trimmed.
public enum Narrow {
    /// `　１，２３４．５０　` is `1,234.50`. Chinese text and its own punctuation stay, but for the marks that numbers are written with.
    public static func text(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: if let narrow = Unicode.Scalar(scalar.value - 0xFEE0) { result.append(narrow) }
            case 0x3000, 0x00A0, 0x2007, 0x202F: result.append(" ")
            case 0x2212: result.append("-")
            case 0xFEFF, 0x200B: break
            default: result.append(scalar)
            }
        }
        return trimmed(String(result))
    }

    /// Whether no blank begins or ends with this byte: ASCII above the space, or a Chinese character.
    static func isBare(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return (0x21...0x7E).contains(byte) || (0xE4...0xE9).contains(byte)
    }

    /// Without blanks at both ends.
    public static func trimmed(_ text: String) -> String {
        if isBare(text.utf8.first), let last = text.utf8.last, (0x21...0x7E).contains(last) || text.last?.isWhitespace == false { return text }
        var slice = text[...]
        while let first = slice.first, first.isWhitespace { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }
}
