public import Storage

/// Setting the second factor up and taking it off.
public struct SecondFactor: Sendable {
    private let book: Book

    public init(_ book: Book) { self.book = book }

    /// Whether an account has one.
    public func isSet(_ account: Account, in reading: Reading) throws -> Bool { try AccountKey.read(account.id, in: reading)?.code != nil }

    /// Keeps a secret once a code that it gives was typed, so that nobody locks himself out by a telephone that wasn't set up.
    public func set(_ code: TimedCode, typed: String, _ account: Account, from origin: String, at moment: Moment) throws {
        guard let window = code.window(of: typed, at: moment, after: nil) else {
            throw Refused(
                zh: "动态口令不对。请确认手机时间准确，再填现在显示的 6 位数字。",
                en: "The code is wrong. See that the telephone's clock is right and type the six digits that it shows now.")
        }
        try keep(.data(code.secret), .integer(window), account, Words(zh: "启用了动态口令", en: "Set up the second factor"), origin, moment)
    }

    /// Takes it off, by a code that it gives now.
    public func clear(typed: String, _ account: Account, from origin: String, at moment: Moment) throws {
        let key = try book.store.read { (reading: Reading) throws in try AccountKey.read(account.id, in: reading) }
        guard let secret = key?.code else { return }
        guard TimedCode(secret: secret).window(of: typed, at: moment, after: key?.codeWindow) != nil else {
            throw Refused(zh: "动态口令不对。", en: "The code is wrong.")
        }
        try keep(.null, .null, account, Words(zh: "停用了动态口令", en: "Took the second factor off"), origin, moment)
    }

    private func keep(_ secret: Value, _ window: Value, _ account: Account, _ words: Words, _ origin: String, _ moment: Moment) throws {
        try book.store.write(AccessLog.intent(account.name, words, at: moment)) { writing in
            try writing.execute("UPDATE \(AccountTables.key) SET code = \(secret), code_window = \(window) WHERE account = \(account.id)")
            try AccessLog.write(account.name, .factor, words, from: origin, in: writing)
        }
    }
}
