public import Storage

/// One device on which somebody is signed in.
public struct Session: Sendable {
    /// Names it to its owner: a part of its token's digest, good for nothing else.
    public let mark: String
    public let device: String
    public let begun: Moment
    public let seen: Moment
    /// Whether it is the one that asks.
    public let isHere: Bool
}

/// Who is signed in where. A token is never kept, only its digest.
public struct Sessions: Sendable {
    private let book: Book
    private var rules: AccessRules { book.catalogue.site.access }

    public init(_ book: Book) { self.book = book }

    /// Whose session a token is, and whether it is time to say that it was used; nil where it is none, or over.
    public func find(_ token: String, at moment: Moment, in reading: Reading) throws -> (account: Account, isStale: Bool)? {
        guard token.utf8.count == 64 else { return nil }
        let row = try reading.row(
            """
            SELECT \(Account.columns), s.begun, s.seen FROM \(AccountTables.session) AS s \
            JOIN \(AccountTables.account.current) AS a ON a.id = s.account WHERE s.token = \(Token.digest(token)) AND a.ended = 0
            """)
        guard let row, let account = Account(row), let begun = row.integer(at: 7), let seen = row.integer(at: 8), isOpen(begun, seen, moment) else {
            return nil
        }
        return (account, moment.milliseconds - seen > 60_000)
    }

    private func isOpen(_ begun: Int64, _ seen: Int64, _ moment: Moment) -> Bool {
        moment.milliseconds - seen < Int64(rules.idleMinutes) * 60_000 && moment.milliseconds - begun < Int64(rules.sessionHours) * 3_600_000
    }

    /// Says that a session is in use.
    public func touch(_ token: String, at moment: Moment, in writing: Writing) throws {
        try writing.execute("UPDATE \(AccountTables.session) SET seen = \(moment.milliseconds) WHERE token = \(Token.digest(token))")
    }

    /// Begins one; those that are over are cleared away. Answers its token.
    func begin(_ account: Account, _ device: String, in writing: Writing) throws -> String {
        let now = writing.change.at.milliseconds
        let (idle, most) = (now - Int64(rules.idleMinutes) * 60_000, now - Int64(rules.sessionHours) * 3_600_000)
        try writing.execute("DELETE FROM \(AccountTables.session) WHERE seen < \(idle) OR begun < \(most)")
        let token = Token.new()
        try writing.insert(
            [
                "token": .text(Token.digest(token)), "account": .integer(account.id), "begun": .integer(now), "seen": .integer(now),
                "device": .text(String(device.prefix(120))),
            ], into: AccountTables.session)
        return token
    }

    /// The open sessions of an account, the latest first.
    public func all(_ account: Account, here token: String, at moment: Moment, in reading: Reading) throws -> [Session] {
        let here = Token.digest(token)
        return try reading.rows(
            "SELECT token, device, begun, seen FROM \(AccountTables.session) WHERE account = \(account.id) ORDER BY seen DESC, token"
        )
        .compactMap { row in
            guard let digest = row.text(at: 0), let begun = row.integer(at: 2), let seen = row.integer(at: 3), isOpen(begun, seen, moment) else {
                return nil
            }
            return Session(
                mark: String(digest.prefix(16)), device: row.text(at: 1) ?? "", begun: Moment(milliseconds: begun), seen: Moment(milliseconds: seen),
                isHere: digest == here)
        }
    }

    /// Ends a session of an account by its mark.
    public func end(mark: String, of account: Account, from origin: String, at moment: Moment) throws {
        let tokens: SQL = "SELECT token FROM \(AccountTables.session) WHERE account = \(account.id)"
        try end(account, from: origin, at: moment) { writing in
            try writing.rows(tokens).compactMap { $0.text(at: 0) }.filter { $0.hasPrefix(mark) && mark.utf8.count == 16 }
        }
    }

    /// Ends the session of a token: signing out.
    public func end(_ token: String, of account: Account, from origin: String, at moment: Moment) throws {
        try end(account, from: origin, at: moment) { _ in [Token.digest(token)] }
    }

    private func end(_ account: Account, from origin: String, at moment: Moment, _ digests: (Writing) throws -> [String]) throws {
        try book.store.write(AccessLog.intent(account.name, Words(zh: "退出", en: "Sign-out"), at: moment)) { writing in
            var ended = 0
            for digest in try digests(writing) {
                ended += try writing.execute("DELETE FROM \(AccountTables.session) WHERE token = \(digest) AND account = \(account.id)")
            }
            if ended > 0 { try AccessLog.write(account.name, .signOut, Words(zh: "退出", en: "Signed out"), from: origin, in: writing) }
        }
    }
}
