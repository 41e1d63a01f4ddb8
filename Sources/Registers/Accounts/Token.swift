import Crypto
import Foundation
import Storage

/// A word that opens something and that nobody can guess: 256 bits, in letters that may stand in an address. Kept is only its digest.
public enum Token {
    public static func new() -> String { Hexadecimal.text(Secret.random(32)) }

    static func digest(_ token: String) -> String { Hexadecimal.text(SHA256.hash(data: Data(token.utf8)).map { $0 }) }

    /// What a page's forms carry, so that only a page of the same session can send them (CSRF).
    public static func form(of session: String) -> String {
        Hexadecimal.text(HMAC<SHA256>.authenticationCode(for: Data("form".utf8), using: SymmetricKey(data: Data(session.utf8))).map { $0 })
    }

    /// Compares without telling where two differ.
    public static func same(_ one: String, _ other: String) -> Bool { Secret.same(Array(one.utf8), Array(other.utf8)) }
}
