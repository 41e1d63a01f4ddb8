import Storage

/// Sets a field by what stands in a column: `yes when 地区 is not 嘉峪关`, `core when 片区 is one of 一区, 二区`, or always: `filed`.
public struct MapRule: Sendable {
    /// When a rule holds.
    struct Condition: Sendable, Hashable {
        let column: HeaderText
        /// The texts that are meant, narrow; none for `is empty`.
        let texts: Set<String>
        let isNegated: Bool

        /// Whether it holds of a cell.
        func holds(_ text: String) -> Bool {
            let narrow = Narrow.text(text)
            return (texts.isEmpty ? narrow.isEmpty : texts.contains(narrow)) != isNegated
        }
    }

    public let field: Field
    /// What the field gets, as if it were typed.
    public let value: String
    let condition: Condition?
    let place: Place

    init?(_ entry: Entry, field: Field, _ diagnostics: inout Diagnostics) {
        guard let text = entry.text(&diagnostics) else { return nil }
        self.field = field
        place = entry.place
        let halves = text.split(separator: " when ", maxSplits: 1).map { Narrow.trimmed(String($0)) }
        guard let first = halves.first, !first.isEmpty, !Narrow.trimmed(text).hasPrefix("when ") else {
            diagnostics.add(place, "rule", zh: "这里要写值。", en: "A value is needed here.")
            return nil
        }
        value = first
        MapRule.check(first, field, at: place, &diagnostics)
        guard halves.count == 2 else {
            condition = nil
            return
        }
        guard let read = MapRule.condition(halves[1]) else {
            diagnostics.add(
                place, "rule", zh: "写成“值 when 栏目 is not 内容”，或 is one of 内容, 内容，或 is empty。",
                en: "Write “value when column is not text”, or is one of text, text, or is empty.")
            return nil
        }
        condition = read
    }

    /// Says at once what every row would have to be told: that the field can't hold the value. References wait for the book.
    private static func check(_ value: String, _ field: Field, at place: Place, _ diagnostics: inout Diagnostics) {
        guard field.kind.target == nil else { return }
        do throws(Fault) {
            _ = try field.kind.read(.text(value), InputContext())
        } catch {
            diagnostics.add(Diagnostic(place, "value", error.words))
        }
    }

    private static func condition(_ text: String) -> Condition? {
        guard let verb = text.range(of: " is ") else { return nil }
        let column = HeaderText(String(text[..<verb.lowerBound]))
        var rest = text[verb.upperBound...]
        func take(_ word: String) -> Bool {
            guard rest.hasPrefix(word) else { return false }
            rest = rest.dropFirst(word.count)
            return true
        }
        let isNegated = take("not ")
        if rest == "one of" { return nil }
        if rest == "empty" { return column.isEmpty ? nil : Condition(column: column, texts: [], isNegated: isNegated) }
        let texts =
            take("one of ")
            ? rest.split(whereSeparator: { ",，、".contains($0) }).map { Narrow.text(String($0)) } : [Narrow.text(String(rest))]
        guard !column.isEmpty, !texts.isEmpty, !texts.contains("") else { return nil }
        return Condition(column: column, texts: Set(texts), isNegated: isNegated)
    }
}
