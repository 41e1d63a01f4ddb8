public import Storage

/// Setting and changing passwords.
public struct Passwords: Sendable {
    private let book: Book
    private var rules: PasswordRules { book.catalogue.site.access.password }

    public init(_ book: Book) { self.book = book }

    /// Everything that is wrong with a password for an account; empty where it may be taken.
    public func faults(_ plain: String, _ account: Account) -> [Words] {
        let site = book.catalogue.site
        return rules.faults(plain, names: [account.name, account.title, site.name.zh, site.name.en])
    }

    /// Sets a new password for somebody who typed the former one rightly. Every other session of the account ends.
    ///
    /// - Parameter former: what was kept when the former one was compared; refused where it was changed meanwhile.
    public func change(
        _ account: Account, over former: String, to password: Password, keeping session: String, from origin: String, at moment: Moment
    )
        throws
    {
        try book.store.write(AccessLog.intent(account.name, Words(zh: "修改密码", en: "A password was changed"), at: moment)) { writing in
            guard try AccountKey.read(account.id, in: writing)?.password == former else {
                throw Refused(zh: "密码刚刚改过了，请重新登录后再试。", en: "The password was changed a moment ago; sign in anew and try again.")
            }
            try Passwords.keep(password, account, from: origin, keeping: session, in: writing)
        }
    }

    /// What is kept of an account's password, to compare a typed one with.
    public func kept(_ account: Account, in reading: Reading) throws -> String? { try AccountKey.read(account.id, in: reading)?.password }

    /// Keeps a password, opens a locked account, and ends its sessions but for one.
    static func keep(_ password: Password, _ account: Account, from origin: String, keeping session: String? = nil, in writing: Writing) throws {
        try writing.execute(
            """
            UPDATE \(AccountTables.key) SET password = \(password.stored), set_at = \(writing.change.at.milliseconds), wrong = 0, \
            locked_until = \(Value.null) WHERE account = \(account.id)
            """)
        try writing.execute(
            "DELETE FROM \(AccountTables.session) WHERE account = \(account.id) AND token <> \(session.map(Token.digest) ?? "")")
        try AccessLog.write(account.name, .password, Words(zh: "设置了密码", en: "Set a password"), from: origin, in: writing)
    }
}
