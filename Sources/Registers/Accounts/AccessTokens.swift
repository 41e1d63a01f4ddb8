public import Storage

/// A word by which a program reads or writes the book in the name of an account.
public struct AccessToken: Sendable {
    /// What it opens.
    public enum Use: String, Sendable, CaseIterable {
        /// What the account may see.
        case read
        /// What the account may see and do.
        case write
        /// The account's limits, as a calendar.
        case calendar

        /// For people.
        public var words: Words {
            switch self {
            case .read: Words(zh: "只读接口", en: "Reading")
            case .write: Words(zh: "读写接口", en: "Reading and writing")
            case .calendar: Words(zh: "日历订阅", en: "Calendar")
            }
        }
    }

    /// Names it to its owner: a part of its digest, good for nothing else.
    public let mark: String
    /// What its owner calls it.
    public let name: String
    public let use: Use
    public let made: Moment
    /// Nil where it was never used.
    public let seen: Moment?
    public let until: Moment
}

/// The words that programs are let in by. Only their digests are kept.
public struct AccessTokens: Sendable {
    private let book: Book

    public init(_ book: Book) { self.book = book }

    /// For how long one may be made, in days.
    public static let lives = [30, 90, 365]
    /// How many an account may have.
    public static let most = 20

    /// Whose word it is and what it opens, and whether it is time to say that it was used; nil where it opens nothing.
    public func find(_ token: String, at moment: Moment, in reading: Reading) throws -> (account: Account, use: AccessToken.Use, isStale: Bool)? {
        guard token.utf8.count == 64, try reading.exists(AccountTables.token.name) else { return nil }
        let row = try reading.row(
            """
            SELECT \(Account.columns), t.reach, t.until, t.seen FROM \(AccountTables.token) AS t \
            JOIN \(AccountTables.account.current) AS a ON a.id = t.account WHERE t.token = \(Token.digest(token)) AND a.ended = 0
            """)
        guard let row, let account = Account(row), let use = row.text(at: 7).flatMap({ AccessToken.Use(rawValue: $0) }),
            let until = row.integer(at: 8), until > moment.milliseconds
        else { return nil }
        return (account, use, moment.milliseconds - (row.integer(at: 9) ?? 0) > 60_000)
    }

    /// Says that one was used.
    public func touch(_ token: String, at moment: Moment, in writing: Writing) throws {
        try writing.execute("UPDATE \(AccountTables.token) SET seen = \(moment.milliseconds) WHERE token = \(Token.digest(token))")
    }

    /// Those of an account that still open something, the latest first.
    public func all(_ account: Account, at moment: Moment, in reading: Reading) throws -> [AccessToken] {
        guard try reading.exists(AccountTables.token.name) else { return [] }
        return try reading.rows(
            """
            SELECT token, name, reach, made, seen, until FROM \(AccountTables.token) \
            WHERE account = \(account.id) AND until > \(moment.milliseconds) ORDER BY made DESC, token
            """
        )
        .compactMap { row in
            guard let digest = row.text(at: 0), let use = row.text(at: 2).flatMap({ AccessToken.Use(rawValue: $0) }) else { return nil }
            return AccessToken(
                mark: String(digest.prefix(16)), name: row.text(at: 1) ?? "", use: use, made: Moment(milliseconds: row.integer(at: 3) ?? 0),
                seen: row.integer(at: 4).map { Moment(milliseconds: $0) }, until: Moment(milliseconds: row.integer(at: 5) ?? 0))
        }
    }

    /// Makes one for an account and answers it; it is shown once. Refused without a name, for another life than `lives`, or beyond `most`.
    public func issue(
        _ account: Account, named name: String, for use: AccessToken.Use, days: Int, from origin: String, at moment: Moment
    ) throws -> String {
        let name = String(Narrow.trimmed(name).prefix(60))
        guard !name.isEmpty, AccessTokens.lives.contains(days) else {
            throw Refused(zh: "请写明用在哪里，并选一个有效期。", en: "Say what it is for, and choose how long it holds.")
        }
        let token = Token.new()
        try book.store.write(AccessLog.intent(account.name, Words(zh: "生成令牌", en: "A token is made"), at: moment)) { writing in
            let now = moment.milliseconds
            try writing.execute("DELETE FROM \(AccountTables.token) WHERE until <= \(now)")
            let count = try writing.value("SELECT count(*) FROM \(AccountTables.token) WHERE account = \(account.id)").integer ?? 0
            guard count < AccessTokens.most else {
                throw Refused(
                    zh: "一个账号最多 \(AccessTokens.most) 个令牌，请先停用不用的。", en: "An account has at most \(AccessTokens.most) tokens; end some first.")
            }
            try writing.insert(
                [
                    "token": .text(Token.digest(token)), "account": .integer(account.id), "name": .text(name), "reach": .text(use.rawValue),
                    "made": .integer(now), "until": .integer(now + Int64(days) * 86_400_000),
                ], into: AccountTables.token)
            try AccessLog.write(
                account.name, .token,
                Words(zh: "生成\(use.words.zh)令牌“\(name)”，\(days) 天有效", en: "Made the token “\(name)” (\(use.words.en)) for \(days) days"),
                from: origin, in: writing)
        }
        return token
    }

    /// Ends one of an account by its mark.
    public func end(mark: String, of account: Account, from origin: String, at moment: Moment) throws {
        try book.store.write(AccessLog.intent(account.name, Words(zh: "停用令牌", en: "A token is ended"), at: moment)) { writing in
            let found = try writing.rows("SELECT token, name FROM \(AccountTables.token) WHERE account = \(account.id)")
                .first { mark.utf8.count == 16 && ($0.text(at: 0) ?? "").hasPrefix(mark) }
            guard let digest = found?.text(at: 0), let name = found?.text(at: 1) else { return }
            try writing.execute("DELETE FROM \(AccountTables.token) WHERE token = \(digest) AND account = \(account.id)")
            try AccessLog.write(account.name, .token, Words(zh: "停用令牌“\(name)”", en: "Ended the token “\(name)”"), from: origin, in: writing)
        }
    }
}
