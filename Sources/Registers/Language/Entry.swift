import Yams

public import Storage

/// A node of a declaration with its place: what the readers read.
///
/// Each getter that doesn't find what it needs adds a diagnostic and gives nil, so that a reader goes on and a
/// person gets all problems at once. Scalars are read as written: `no` is a word until a reader asks for a truth value.
public struct Entry: Sendable {
    /// A node without anything of the parser in it.
    public indirect enum Shape: Sendable {
        case scalar(String)
        case list([Entry])
        case map([(key: Entry, value: Entry)])
    }

    public let shape: Shape
    public let place: Place
    /// Whether a scalar was written in quotes, so that it is a text whatever it looks like.
    public let isQuoted: Bool

    init(_ node: Node, file: String) {
        let mark = node.mark
        place = Place(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
        switch node {
        case .scalar(let scalar):
            shape = .scalar(scalar.string)
            isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
        case .sequence(let sequence):
            shape = .list(sequence.map { Entry($0, file: file) })
            isQuoted = false
        case .mapping(let mapping):
            shape = .map(mapping.map { (key: Entry($0.key, file: file), value: Entry($0.value, file: file)) })
            isQuoted = false
        case .alias:
            shape = .scalar("")
            isQuoted = false
        }
    }

    /// The text of a scalar.
    public var scalar: String? {
        if case .scalar(let text) = shape { return text }
        return nil
    }

    /// The place of a scalar's first character, inside its quotes.
    public var textPlace: Place { isQuoted ? place.moved(by: 1) : place }

    /// The value under a key of a map; nil where there is none.
    public subscript(key: String) -> Entry? {
        guard case .map(let pairs) = shape else { return nil }
        return pairs.first { $0.key.scalar == key }?.value
    }

    /// The text, with a diagnostic where this isn't a scalar.
    public func text(_ diagnostics: inout Diagnostics) -> String? {
        if let scalar { return scalar }
        diagnostics.add(place, "text", zh: "这里要写一段文字。", en: "A text is needed here.")
        return nil
    }

    /// The pairs of a map, with a diagnostic where this isn't one.
    public func pairs(_ diagnostics: inout Diagnostics) -> [(key: String, keyPlace: Place, value: Entry)] {
        guard case .map(let pairs) = shape else {
            diagnostics.add(place, "map", zh: "这里要写“名称: 内容”。", en: "Pairs of “name: content” are needed here.")
            return []
        }
        return pairs.compactMap { pair in pair.key.scalar.map { ($0, pair.key.place, pair.value) } }
    }

    /// The members of a list; a single scalar counts as a list of one.
    public func members(_ diagnostics: inout Diagnostics) -> [Entry] {
        switch shape {
        case .list(let members): return members
        case .scalar: return [self]
        case .map:
            diagnostics.add(place, "list", zh: "这里要写一个列表 [ … ]。", en: "A list [ … ] is needed here.")
            return []
        }
    }

    /// Refuses every key of a map that isn't in the list.
    public func allow(_ keys: [String], _ diagnostics: inout Diagnostics) {
        for pair in pairs(&diagnostics) where !keys.contains(pair.key) {
            diagnostics.add(
                pair.keyPlace, "unknown-key", zh: "不认识的键“\(pair.key)”。", en: "Unknown key “\(pair.key)”.",
                suggestion: Suggestion.nearest(to: pair.key, among: keys))
        }
    }

    /// What stands under a key that must be there.
    public func required(_ key: String, _ diagnostics: inout Diagnostics) -> Entry? {
        if let entry = self[key] { return entry }
        diagnostics.add(place, "missing-key", zh: "缺少“\(key)”。", en: "“\(key)” is missing.")
        return nil
    }

    /// A name: lower-case letters, digits and underscores.
    public func name(_ diagnostics: inout Diagnostics) -> Name? {
        guard let text = text(&diagnostics) else { return nil }
        return Entry.name(text, at: place, &diagnostics)
    }

    static func name(_ text: String, at place: Place, _ diagnostics: inout Diagnostics) -> Name? {
        if let name = Name(text) { return name }
        diagnostics.add(
            place, "name", zh: "“\(text)”不能作名称：用小写字母开头，只含小写字母、数字和下划线，最长 60 个。",
            en: "“\(text)” can't be a name: a lower-case letter first, then lower-case letters, digits and underscores, at most 60.")
        return nil
    }

    /// A truth value, `yes` or `no`.
    public func truth(_ diagnostics: inout Diagnostics) -> Bool? {
        switch scalar {
        case "yes": return true
        case "no": return false
        default:
            diagnostics.add(place, "yes-no", zh: "这里只能写 yes 或 no。", en: "Only yes or no can stand here.")
            return nil
        }
    }

    /// A whole number within limits.
    public func whole(_ limits: ClosedRange<Int>, _ diagnostics: inout Diagnostics) -> Int? {
        if let scalar, let number = Int(scalar), limits.contains(number) { return number }
        diagnostics.add(
            place, "whole-number", zh: "这里要写 \(limits.lowerBound) 到 \(limits.upperBound) 之间的整数。",
            en: "A whole number from \(limits.lowerBound) to \(limits.upperBound) is needed here.")
        return nil
    }

    /// A label in both languages.
    public func words(_ diagnostics: inout Diagnostics) -> Words? {
        guard case .map = shape else {
            diagnostics.add(place, "two-languages", zh: "写成 { zh: 中文, en: English }。", en: "Write { zh: 中文, en: English }.")
            return nil
        }
        allow(["zh", "en"], &diagnostics)
        guard let zh = required("zh", &diagnostics)?.text(&diagnostics), let en = required("en", &diagnostics)?.text(&diagnostics)
        else { return nil }
        return Words(zh: zh, en: en)
    }

    /// One of a closed list of words.
    public func choice<T>(_ choices: [(String, T)], _ diagnostics: inout Diagnostics) -> T? {
        guard let text = text(&diagnostics) else { return nil }
        if let found = choices.first(where: { $0.0 == text }) { return found.1 }
        let names = choices.map(\.0)
        diagnostics.add(
            place, "choice", zh: "“\(text)”不在可选之列：\(names.joined(separator: "、"))。",
            en: "“\(text)” is not one of: \(names.joined(separator: ", ")).", suggestion: Suggestion.nearest(to: text, among: names))
        return nil
    }
}
