public import Storage

/// One thing that is wrong in a declaration: where, which rule, and what was probably meant.
public struct Diagnostic: Error, Sendable, Hashable {
    public var place: Place
    /// The rule that is broken, as a short stable word: `unknown-key`, `unknown-field`, `unit` …
    public var rule: String
    public var message: Words
    /// The nearest thing that would be right.
    public var suggestion: String?

    public init(_ place: Place, _ rule: String, _ message: Words, suggestion: String? = nil) {
        self.place = place
        self.rule = rule
        self.message = message
        self.suggestion = suggestion
    }

    /// `registers/sales.yaml:12:9 [unknown-key] 不认识的键 “filed”。是不是 “field”？`
    public func text(_ language: Language) -> String {
        let hint =
            suggestion.map { language == .zh ? " 是不是“\($0)”？" : " Did you mean “\($0)”?" } ?? ""
        return "\(place) [\(rule)] \(message(language))\(hint)"
    }
}

/// All diagnostics of one reading, gathered so that a person gets them at once.
public struct Diagnostics: Error, Sendable {
    public private(set) var all: [Diagnostic] = []

    public init() {}

    public var isEmpty: Bool { all.isEmpty }

    public mutating func add(_ diagnostic: Diagnostic) { all.append(diagnostic) }

    public mutating func add(_ place: Place, _ rule: String, zh: String, en: String, suggestion: String? = nil) {
        all.append(Diagnostic(place, rule, Words(zh: zh, en: en), suggestion: suggestion))
    }

    /// In the order of the files and lines.
    public var sorted: [Diagnostic] { Array(Set(all)).sorted { ($0.place, $0.rule) < ($1.place, $1.rule) } }

    /// One line each, and a count.
    public func text(_ language: Language) -> String {
        let lines = sorted.map { $0.text(language) }
        let count = language == .zh ? "共 \(lines.count) 处问题。" : "\(lines.count) problem(s)."
        return (lines + [count]).joined(separator: "\n")
    }
}
