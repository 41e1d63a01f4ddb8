import Crypto
import Foundation
public import Storage

/// A second factor: six digits that change every 30 seconds, as authenticator programs show them (RFC 6238, HMAC-SHA-1).
public struct TimedCode: Sendable, Hashable {
    /// The shared secret, 20 bytes.
    public let secret: [UInt8]

    /// A secret of one's own.
    public init() { secret = Secret.random(20) }

    public init(secret: [UInt8]) { self.secret = secret }

    /// How long a code holds, in seconds.
    static let step: Int64 = 30

    /// The code of a moment.
    public func code(at moment: Moment) -> String { code(TimedCode.window(moment)) }

    /// The window that a code typed at a moment belongs to: its own or a neighbour's, since clocks differ. Nil where it is wrong, or where
    /// it isn't later than `last`, the window of the code that was taken last: none is taken twice.
    public func window(of typed: String, at moment: Moment, after last: Int64?) -> Int64? {
        let digits = typed.filter { !$0.isWhitespace }.precomposedStringWithCompatibilityMapping
        let here = TimedCode.window(moment)
        return [here - 1, here, here + 1].first { window in window > last ?? .min && Secret.same(Array(digits.utf8), Array(code(window).utf8)) }
    }

    /// What an authenticator program reads, as a QR code or typed.
    public func address(account: String, issuer: String) -> String {
        func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
        return "otpauth://totp/\(encoded(issuer)):\(encoded(account))?secret=\(base32)&issuer=\(encoded(issuer))&algorithm=SHA1&digits=6&period=30"
    }

    /// The secret as people type it (RFC 4648).
    public var base32: String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bits, count, text) = (UInt32(0), 0, "")
        for byte in secret {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(letters[Int(bits >> UInt32(count) & 31)])
            }
            bits &= (1 << UInt32(count)) - 1
        }
        if count > 0 { text.append(letters[Int(bits << UInt32(5 - count) & 31)]) }
        return text
    }

    /// Reads what `base32` wrote; nil where it is no secret of 20 bytes.
    public init?(base32 text: String) {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bits, count, bytes) = (UInt32(0), 0, [UInt8]())
        guard text.utf8.count == 32 else { return nil }
        for letter in text {
            guard let value = letters.firstIndex(of: letter) else { return nil }
            bits = bits << 5 | UInt32(value)
            count += 5
            guard count >= 8 else { continue }
            bytes.append(UInt8(bits >> UInt32(count - 8) & 255))
            count -= 8
            bits &= (1 << UInt32(count)) - 1
        }
        secret = bytes
    }

    private static func window(_ moment: Moment) -> Int64 {
        let seconds = moment.milliseconds / 1000
        return seconds / step
    }

    private func code(_ window: Int64) -> String {
        let counter = withUnsafeBytes(of: window.bigEndian) { Data($0) }
        let digest = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(digest[19] & 15)
        let number = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }
}
