/// 统一社会信用代码, GB 32100-2015 with the inner check digit of GB 11714 (rules.md 2.11).
public enum CreditCode {
    static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    private static let innerWeights = [3, 7, 9, 10, 5, 8, 4, 2]

    /// The code, or a fault that says which of its rules is broken.
    public static func checked(_ text: String) throws(Fault) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count == 18 else {
            throw Fault(zh: "统一社会信用代码是 18 位，写了 \(text.count) 位。", en: "A credit code has 18 characters; there are \(text.count).")
        }
        let values = bytes.map { alphabet.firstIndex(of: $0) }
        if let bad = values.firstIndex(of: nil) {
            throw Fault(
                zh: "第 \(bad + 1) 位不能用；代码里没有 I、O、S、V、Z。", en: "Character \(bad + 1) can't stand in a credit code; it never has I, O, S, V or Z.")
        }
        let numbers = values.compactMap { $0 }
        let sum = zip(numbers, weights).reduce(0) { $0 + $1.0 * $1.1 }
        guard numbers[17] == (31 - sum % 31) % 31 else {
            throw Fault(zh: "校验位不符，请逐位核对。", en: "The check digit doesn't fit; compare it character by character.")
        }
        guard isInnerRight(Array(bytes[8..<17])) else {
            throw Fault(zh: "第 9 至 17 位（主体标识码）的校验位不符。", en: "The check digit of characters 9 to 17 doesn't fit.")
        }
        return text
    }

    private static func isInnerRight(_ bytes: [UInt8]) -> Bool {
        var sum = 0
        for (byte, weight) in zip(bytes, innerWeights) {
            switch byte {
            case 0x30...0x39: sum += Int(byte - 0x30) * weight
            case 0x41...0x5A: sum += Int(byte - 0x41 + 10) * weight
            default: return false
            }
        }
        let check = 11 - sum % 11
        let wanted: UInt8 = check == 10 ? 0x58 : check == 11 ? 0x30 : UInt8(0x30 + check)
        return bytes[8] == wanted
    }

    /// The code with its two check digits put right, for samples and tests: 8 characters of a body and the first 8 of the code.
    public static func make(head: String, body: String) -> String? {
        let inner = Array(body.utf8)
        guard head.utf8.count == 8, inner.count == 8 else { return nil }
        for digit in "0123456789X".utf8 where isInnerRight(inner + [digit]) {
            let seventeen = Array(head.utf8) + inner + [digit]
            let values = seventeen.compactMap { alphabet.firstIndex(of: $0) }
            guard values.count == 17 else { return nil }
            let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
            return String(decoding: seventeen + [alphabet[(31 - sum % 31) % 31]], as: UTF8.self)
        }
        return nil
    }
}
