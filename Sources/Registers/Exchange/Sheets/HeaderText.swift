import Storage

/// What stands over a column: a name, and perhaps a unit behind it: `产值（万元）`, `产值(亿元)`, `产值/万元`, `产值 万元`.
public struct HeaderText: Sendable, Hashable {
    /// As it is written, in one line.
    public let written: String
    /// The name in the form in which names are compared, its unit included.
    public let whole: String
    /// The same without the unit; equal to `whole` where there is none.
    public let name: String
    public let unit: Unit?

    /// What a cell of a head says.
    public init(_ written: String) {
        self.written = Narrow.trimmed(written.split(whereSeparator: \.isNewline).joined())
        let text = HeaderText.bare(Narrow.text(written))
        whole = HeaderText.folded(text)
        if let (name, unit) = HeaderText.split(text) {
            self.name = HeaderText.folded(name)
            self.unit = unit
        } else {
            name = whole
            unit = nil
        }
    }

    public var isEmpty: Bool { whole.isEmpty }

    /// A label in the form in which headers are compared: narrow, without blanks, in small letters, one kind of dash and bracket.
    public static func folded(_ text: String) -> String {
        var result = ""
        for character in Narrow.text(text).lowercased() where !character.isWhitespace {
            switch character {
            case "—", "–", "~", "～", "至":
                if result.last != "-" { result.append("-") }
            case "[", "【", "〔": result.append("(")
            case "]", "】", "〕": result.append(")")
            default: result.append(character)
            }
        }
        return result
    }

    /// Without the marks by which forms say that a column must be filled.
    private static func bare(_ text: String) -> String {
        var text = text
        for mark in ["(必填)", "(选填)", "(必填项)", "【必填】"] { text = text.replacing(mark, with: "") }
        while let last = text.last, last == "*" || last == ":" || last.isWhitespace { text.removeLast() }
        while let first = text.first, first == "*" || first.isWhitespace { text.removeFirst() }
        return text
    }

    private static func split(_ text: String) -> (String, Unit)? {
        let pairs: [(Character, Character)] = [("(", ")"), ("[", "]"), ("【", "】"), ("〔", "〕")]
        for (open, close) in pairs where text.last == close {
            guard let start = text.lastIndex(of: open) else { continue }
            let inside = String(text[text.index(after: start)...].dropLast())
            if let unit = unit(inside) { return (String(text[..<start]), unit) }
        }
        for mark: Character in ["/", ":", "_", " "] {
            guard let at = text.lastIndex(of: mark), at > text.startIndex else { continue }
            if let unit = unit(String(text[text.index(after: at)...])) { return (String(text[..<at]), unit) }
        }
        return nil
    }

    private static func unit(_ text: String) -> Unit? {
        var text = Narrow.trimmed(text)
        for word in ["单位:", "单位"] where text.hasPrefix(word) {
            text = Narrow.trimmed(String(text.dropFirst(word.count)))
            break
        }
        return text.isEmpty ? nil : Unit(text)
    }
}

/// The units that a line above the header gives for the whole table: `单位：万元`, `计量单位：户、万元`.
public struct TableUnits: Sendable, Hashable {
    public private(set) var units: [Unit] = []

    public init() {}

    /// Takes in what a cell above the header says.
    public mutating func read(_ text: String) {
        let narrow = Narrow.text(text)
        guard let mark = narrow.range(of: "单位:") else { return }
        for piece in narrow[mark.upperBound...].split(whereSeparator: { "、,;/ ）)".contains($0) }) {
            if let unit = Unit(String(piece)), !units.contains(unit) { units.append(unit) }
        }
    }

    /// The unit for a column that is declared in another; nil where none or several are given for its dimension.
    public func unit(for declared: Unit) -> Unit? {
        let fitting = units.filter { $0.dimension == declared.dimension }
        return fitting.count == 1 ? fitting[0] : nil
    }
}
