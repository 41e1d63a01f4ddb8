import Storage

/// One way in which a ledger writes amounts: literal text around `{number}` and `{unit}`, such as `{number}({unit}人民币)`.
///
/// A pattern without `{unit}` reads bare numbers; they count only where the map says their unit.
public struct AmountPattern: Sendable, Hashable {
    enum Part: Hashable {
        case literal(String)
        case number, unit
    }

    let parts: [Part]
    var hasUnit: Bool { parts.contains(.unit) }

    /// The pattern, or nil where `{number}` isn't in it once, or braces hold anything else.
    init?(_ text: String) {
        var parts: [Part] = []
        var rest = Narrow.text(text)[...]
        while !rest.isEmpty {
            if rest.hasPrefix("{number}") {
                parts.append(.number)
                rest = rest.dropFirst(8)
            } else if rest.hasPrefix("{unit}") {
                parts.append(.unit)
                rest = rest.dropFirst(6)
            } else {
                let literal = rest.prefix { $0 != "{" }
                guard !literal.isEmpty else { return nil }
                parts.append(.literal(String(literal)))
                rest = rest.dropFirst(literal.count)
            }
        }
        guard parts.count(where: { $0 == .number }) == 1, parts.count(where: { $0 == .unit }) <= 1 else { return nil }
        self.parts = parts
    }

    init?(_ entry: Entry, _ diagnostics: inout Diagnostics) {
        guard let text = entry.text(&diagnostics) else { return nil }
        guard let pattern = AmountPattern(text) else {
            diagnostics.add(
                entry.place, "pattern", zh: "写法形如 \"{number}{unit}人民币\"，{number} 必须有一个，{unit} 至多一个。",
                en: "Write a pattern as \"{number}({unit})\": {number} once, {unit} at most once.")
            return nil
        }
        self = pattern
    }

    /// The number and the unit in a text that is already narrow, or nil where it is written otherwise.
    func match(_ text: String) -> (number: Substring, unit: Unit?)? {
        var rest = text[...]
        var number: Substring?
        var unit: Unit?
        for (place, part) in parts.enumerated() {
            switch part {
            case .literal(let literal):
                guard rest.hasPrefix(literal) else { return nil }
                rest = rest.dropFirst(literal.count)
            case .number:
                let digits = rest.prefix { $0.isASCII && ($0.isNumber || "+-.,".contains($0)) }
                guard !digits.isEmpty else { return nil }
                number = digits
                rest = rest.dropFirst(digits.count)
            case .unit:
                let symbol = rest[..<end(of: rest, before: place + 1)]
                // Beside 人民币, and only in amounts, 万 alone is 万元.
                guard let known = Unit(symbol == "万" ? "万元" : String(symbol)) else { return nil }
                unit = known
                rest = rest.dropFirst(symbol.count)
            }
        }
        guard rest.isEmpty, let number else { return nil }
        return (number, unit)
    }

    /// Where a unit ends: at the literal text behind it, or at the number, or at the end.
    private func end(of rest: Substring, before place: Int) -> Substring.Index {
        guard parts.indices.contains(place) else { return rest.endIndex }
        switch parts[place] {
        case .literal(let literal): return rest.range(of: literal)?.lowerBound ?? rest.endIndex
        case .number: return rest.firstIndex { $0.isASCII && ($0.isNumber || "+-".contains($0)) } ?? rest.endIndex
        case .unit: return rest.endIndex
        }
    }
}
