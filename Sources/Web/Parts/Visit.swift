import Registers
import Storage

/// One reading of one page: who, in which language, at which address.
struct Visit: Sendable {
    var language: Language
    /// Who asks.
    var guest: Guest
    var permission: Permission { guest.permission }
    /// The path without its query.
    var path: String
    /// The pairs of the query, in order, decoded; the language is not among them.
    var query: [(name: String, value: String)]

    init(language: Language, guest: Guest, path: String, query: [(name: String, value: String)]) {
        self.language = language
        self.guest = guest
        self.path = path
        self.query = query
    }

    /// The first value under a name; nil where there is none or it is empty.
    subscript(name: String) -> String? { query.first { $0.name == name && !$0.value.isEmpty }?.value }

    /// A label in the language of the visit.
    func callAsFunction(_ words: Words) -> String { words(language) }
    func callAsFunction(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    /// Who writes, by the name that the history shows.
    var subject: String { permission.subject.name }

    /// A form that sends to an address what stands in it, with the proof that this page made it.
    func form(_ action: String, class style: String = "", files: Bool = false, _ content: HTML) -> HTML {
        let type: HTML? = files ? " enctype=\"multipart/form-data\"" : nil
        let look: HTML? = style.isEmpty ? nil : " class=\"\(style)\""
        return """
            <form method="post" action="\(action)"\(look)\(type)><input type="hidden" name="\(Form.token)" value="\(guest.formToken)">
            \(content)</form>
            """
    }

    /// Why something was refused, where it was; it is read out at once.
    func refused(_ refusal: Words?) -> HTML? {
        refusal.map { "<div class=\"faults\" role=\"alert\"><p>\(self($0))</p></div>" }
    }

    /// The same page in the other language.
    var inOtherLanguage: String {
        Link.home == path && query.isEmpty
            ? "/?lang=\(language == .zh ? "en" : "zh")"
            : path + Link.query(query.map { ($0.name, $0.value) } + [("lang", language == .zh ? "en" : "zh")])
    }
}
