import Hummingbird
import Registers
import Storage

/// How a request becomes a visit: its language from the address or the cookie, its query decoded.
extension Visit {
    /// The name of the cookie that remembers the language.
    static let languageCookie = "lang"

    /// Reads the request; a `Problem` where its address is broken.
    init(_ request: Request, guest: Guest) throws(Problem) {
        let pairs = try Address.pairs(request.uri.query)
        self.init(
            language: Visit.language(of: request), guest: guest, path: request.uri.path,
            query: pairs.filter { $0.name != Visit.languageCookie })
    }

    /// The language asked for in the address, then the one that was chosen before, then Chinese.
    static func language(of request: Request) -> Language {
        chosenLanguage(request) ?? request.cookies[languageCookie].flatMap { Language(rawValue: $0.value) } ?? .zh
    }

    /// The language that the address itself asks for; it is remembered.
    static func chosenLanguage(_ request: Request) -> Language? {
        guard let pairs = try? Address.pairs(request.uri.query) else { return nil }
        return pairs.last { $0.name == languageCookie }.flatMap { Language(rawValue: $0.value) }
    }
}
