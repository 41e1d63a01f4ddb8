public import Registers
public import Storage

/// One reading of one page: who, in which language, at which address.
public struct Visit: Sendable {
    public var language: Language
    public var permission: Permission
    /// The path without its query.
    public var path: String
    /// The pairs of the query, in order, decoded; the language is not among them.
    public var query: [(name: String, value: String)]

    public init(language: Language, permission: Permission, path: String, query: [(name: String, value: String)]) {
        self.language = language
        self.permission = permission
        self.path = path
        self.query = query
    }

    /// The first value under a name; nil where there is none or it is empty.
    public subscript(name: String) -> String? { query.first { $0.name == name && !$0.value.isEmpty }?.value }

    /// A label in the language of the visit.
    public func callAsFunction(_ words: Words) -> String { words(language) }
    public func callAsFunction(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    /// The same page in the other language.
    var inOtherLanguage: String {
        Link.home == path && query.isEmpty
            ? "/?lang=\(language == .zh ? "en" : "zh")" : path + Link.query(query.map { ($0.name, $0.value) } + [("lang", language == .zh ? "en" : "zh")])
    }
}
