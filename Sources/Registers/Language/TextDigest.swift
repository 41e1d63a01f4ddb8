import Crypto
import Foundation

/// A digest over texts, for definitions that figures and editions name.
public enum TextDigest {
    /// SHA-256 over the texts in their order, in hexadecimal; where one text ends and the next begins counts.
    public static func hexadecimal(_ texts: [String]) -> String {
        var hash = SHA256()
        for text in texts {
            hash.update(data: Data("\(text.utf8.count):".utf8))
            hash.update(data: Data(text.utf8))
        }
        return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
