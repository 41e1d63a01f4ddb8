public import Storage

/// What a password must be like. A park sets the numbers; the rest is what guessing programs try first.
public struct PasswordRules: Sendable, Hashable {
    /// The fewest characters.
    public var least: Int
    /// How many of the four kinds it has at least: capitals, small letters, digits, others. Chinese characters are others.
    public var kinds: Int

    public init(least: Int = 10, kinds: Int = 3) {
        self.least = least
        self.kinds = kinds
    }

    /// The most characters: what is longer was pasted by mistake.
    public static let most = 128

    /// Everything that is wrong with a password; empty where it may be taken.
    ///
    /// - Parameter names: the account's own names and the park's, none of which may stand in it.
    public func faults(_ plain: String, names: [String]) -> [Words] {
        var faults: [Words] = []
        let text = plain.precomposedStringWithCompatibilityMapping
        if text.count < least { faults.append(Words(zh: "至少 \(least) 个字符。", en: "At least \(least) characters.")) }
        if text.count > PasswordRules.most {
            faults.append(Words(zh: "最多 \(PasswordRules.most) 个字符。", en: "At most \(PasswordRules.most) characters."))
        }
        let has = [
            text.contains { $0.isUppercase }, text.contains { $0.isLowercase }, text.contains { $0.isNumber },
            text.contains { !$0.isUppercase && !$0.isLowercase && !$0.isNumber },
        ]
        if has.count(where: { $0 }) < kinds {
            faults.append(
                Words(zh: "大写、小写、数字、其他字符至少要有 \(kinds) 种。", en: "It needs \(kinds) of: capitals, small letters, digits, other characters."))
        }
        let small = text.lowercased()
        if names.contains(where: { $0.count >= 3 && small.contains($0.lowercased()) }) {
            faults.append(Words(zh: "不能含有账号名或单位名。", en: "It can't hold the account's or the organisation's name."))
        }
        if PasswordRules.isWorn(small) { faults.append(Words(zh: "这样的密码最先被猜到，请换一个。", en: "Such a password is guessed first; take another.")) }
        return faults
    }

    /// Words that everybody tries, runs of the keyboard, and one piece over and over.
    private static func isWorn(_ small: String) -> Bool {
        let worn = [
            "password", "passw0rd", "qwerty", "asdfgh", "admin", "123456", "654321", "abcdef", "111111", "000000", "woaini", "5201314", "1qaz2wsx",
        ]
        if worn.contains(where: small.contains) { return true }
        return Set(small).count < 4
    }
}
