import Crypto
import Foundation
public import Storage

/// Links by which somebody sets a password, once. Only the digest of a link is kept.
public struct OneTimeLinks: Sendable {
    private let book: Book
    private var rules: AccessRules { book.catalogue.site.access }

    public init(_ book: Book) { self.book = book }

    /// Makes a link in place of any former one; answers its token.
    func issue(_ account: Account, by subject: String, in writing: Writing) throws -> String {
        let token = Token.new()
        let until = writing.change.at.milliseconds + Int64(rules.linkDays) * 86_400_000
        try writing.execute("DELETE FROM \(AccountTables.link) WHERE account = \(account.id)")
        try writing.insert(
            ["token": .text(Token.digest(token)), "account": .integer(account.id), "until": .integer(until)], into: AccountTables.link)
        try AccessLog.write(
            subject, .password, Words(zh: "给“\(account.name)”开一次性链接", en: "Made a one-time link for “\(account.name)”"), in: writing)
        return token
    }

    /// The account that a link is for; nil where it is used, too old, or none.
    public func account(_ token: String, at moment: Moment, in reading: Reading) throws -> Account? {
        let row = try reading.row(
            """
            SELECT \(Account.columns) FROM \(AccountTables.link) AS l JOIN \(AccountTables.account.current) AS a ON a.id = l.account \
            WHERE l.token = \(Token.digest(token)) AND l.until > \(moment.milliseconds) AND a.ended = 0
            """)
        return row.flatMap { Account($0) }
    }

    /// Sets the password that was chosen and uses the link up; every session of the account ends. Refused where the link no longer holds.
    public func use(_ token: String, _ password: Password, from origin: String, at moment: Moment) throws -> Account {
        let committed = try book.store.write(AccessLog.intent("", Words(zh: "设置密码", en: "A password was set"), at: moment)) { writing in
            guard let account = try account(token, at: moment, in: writing) else { throw OneTimeLinks.gone }
            try writing.execute("DELETE FROM \(AccountTables.link) WHERE account = \(account.id)")
            try Passwords.keep(password, account, from: origin, in: writing)
            // Whoever was given a new link has lost the telephone as well as the password.
            try writing.execute(
                "UPDATE \(AccountTables.key) SET code = \(Value.null), code_window = \(Value.null) WHERE account = \(account.id)")
            return account
        }
        guard let account = committed.value else { throw OneTimeLinks.gone }
        return account
    }

    /// Why a link opens nothing.
    public static let gone = Refused(
        zh: "这个链接已经用过或过期。请系统管理员重新开一个。", en: "This link was used or is too old. Ask the system officer for a new one.")
}
