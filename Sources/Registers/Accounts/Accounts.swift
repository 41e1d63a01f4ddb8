public import Storage

/// Where accounts are asked for, made, changed and ended. What an officer does is refused to everybody else.
public struct Accounts: Sendable {
    public let book: Book
    public var rules: AccountRules { AccountRules(book.catalogue) }

    public init(_ book: Book) { self.book = book }

    /// Makes their tables where the book has none yet, or not all of them.
    public func prepare() throws {
        let names = AccountTables.all.map(\.name)
        if try book.store.read({ (reading: Reading) throws in try names.allSatisfy { try reading.exists($0) } }) { return }
        try book.store.write(Intent(subject: Subject.console.name, reason: "建立账号表", kind: "apply", at: .now())) { writing in
            try writing.apply(try writing.plan(AccountTables.all))
        }
    }

    // MARK: asking

    /// All accounts, those in use first; for the officers.
    public func all(_ permission: Permission, in reading: Reading) throws -> [Account] {
        guard permission.office != nil else {
            throw Refused(zh: "账号只给系统管理员、安全管理员和审计员看。", en: "Accounts are for the three officers alone.")
        }
        return try everybody(in: reading)
    }

    /// All accounts, for the book itself.
    func everybody(in reading: Reading) throws -> [Account] {
        try reading.rows("SELECT \(Account.columns) FROM \(AccountTables.account.current) AS a ORDER BY a.ended, a.name").compactMap { Account($0) }
    }

    /// The account of a name as it is typed.
    public func account(named name: String, in reading: Reading) throws -> Account? {
        try reading.row("SELECT \(Account.columns) FROM \(AccountTables.account.current) AS a WHERE a.name = \(AccountRules.kept(name))")
            .flatMap { Account($0) }
    }

    public func account(_ id: Int64, in reading: Reading) throws -> Account? {
        try reading.row("SELECT \(Account.columns) FROM \(AccountTables.account.current) AS a WHERE a.id = \(id)").flatMap { Account($0) }
    }

    /// Whether nobody has an account yet.
    public func isEmpty(in reading: Reading) throws -> Bool {
        try reading.value("SELECT count(*) FROM \(AccountTables.account.current)") == 0
    }

    /// The number of the record that a line names: `#3` with anything after it, a name or a code.
    public func record(_ line: String, of register: Register, in reading: Reading) throws -> Int64 {
        let typed = Narrow.trimmed(line)
        let named = typed.hasPrefix("#") ? typed.split(separator: " ").first.map(String.init) ?? typed : typed
        var directory = ReferenceDirectory()
        try directory.load(named, of: register.id, in: reading)
        switch directory.match(register.id, named) {
        case .one(let id): return id
        case .none:
            throw Refused(zh: "“\(register.name.zh)”里没有“\(typed.prefix(60))”。", en: "There is no “\(typed.prefix(60))” in “\(register.name.en)”.")
        case .several(let titles):
            throw Refused(
                zh: "“\(typed.prefix(60))”有几个：\(titles.joined(separator: "、"))。请写代码。",
                en: "“\(typed.prefix(60))” fits several: \(titles.joined(separator: ", ")). Write the code.")
        }
    }

    // MARK: the three officers

    /// Makes the three officers where the book has no accounts, and answers a link for each that has no password yet: the first start prints them.
    public func begin(at moment: Moment) throws -> [(account: Account, token: String)] {
        let officers = book.catalogue.roles.compactMap { role in role.officer.map { (role, $0) } }
        let committed = try book.store.write(AccessLog.intent(Subject.console.name, Words(zh: "设立三员", en: "The three officers"), at: moment)) {
            writing in
            if try isEmpty(in: writing) {
                for (role, office) in officers {
                    let account = Account(id: 0, name: office.rawValue, title: role.name.zh, roles: [role.id.text])
                    try add(account, by: Subject.console.name, in: writing)
                }
            }
            return try waitingOfficers(in: writing).map { account in
                (account, try OneTimeLinks(book).issue(account, by: Subject.console.name, in: writing))
            }
        }
        return committed.value ?? []
    }

    /// A new link for an officer, from the console alone: an officer who could make it for another could become the other.
    public func renewOfficer(named name: String, at moment: Moment) throws -> (account: Account, token: String) {
        let words = Words(zh: "控制台重开三员链接", en: "A link for an officer, at the console")
        let committed = try book.store.write(AccessLog.intent(Subject.console.name, words, at: moment)) { writing in
            guard let account = try account(named: name, in: writing), !account.isEnded,
                account.roles(book.catalogue).contains(where: { $0.officer != nil })
            else {
                throw Refused(
                    zh: "“\(name.prefix(40))”不是三员的账号。其他账号的链接由系统管理员在“账号”里开。",
                    en: "“\(name.prefix(40))” is no officer's account. The links of others are made by the system officer.")
            }
            return (account, try OneTimeLinks(book).issue(account, by: Subject.console.name, in: writing))
        }
        guard let value = committed.value else { throw Accounts.missing }
        return value
    }

    /// The officers in use who have no password.
    private func waitingOfficers(in reading: Reading) throws -> [Account] {
        try everybody(in: reading).filter { account in
            guard !account.isEnded, account.roles(book.catalogue).contains(where: { $0.officer != nil }) else { return false }
            return try AccountKey.read(account.id, in: reading)?.password == nil
        }
    }

    // MARK: changing

    /// Makes an account that holds no role yet, with a link for its first password. For the system officer.
    @discardableResult
    public func make(name: String, title: String, email: String?, by permission: Permission, in writing: Writing) throws -> (
        account: Account, token: String
    ) {
        try rules.demand(.system, permission)
        var account = Account(id: 0, name: AccountRules.kept(name), title: Narrow.trimmed(title), email: email)
        account = try add(account, by: permission.subject.name, in: writing)
        return (account, try OneTimeLinks(book).issue(account, by: permission.subject.name, in: writing))
    }

    @discardableResult
    func add(_ account: Account, by subject: String, in writing: Writing) throws -> Account {
        try AccountRules.demand(name: account.name)
        try AccountRules.demand(title: account.title)
        try AccountRules.demand(email: account.email)
        guard try self.account(named: account.name, in: writing) == nil else {
            throw Refused(
                zh: "账号“\(account.name)”已经有了，停用的账号也不能重名。", en: "There is an account “\(account.name)” already; an ended one keeps its name.")
        }
        let id = try writing.add(account.values, to: AccountTables.account)
        try writing.insert(["account": .integer(id)], into: AccountTables.key)
        try AccessLog.write(
            subject, .account, Words(zh: "建立账号“\(account.name)”（\(account.title)）", en: "Made the account “\(account.name)” (\(account.title))"),
            in: writing)
        return Account(
            id: id, name: account.name, title: account.title, email: account.email, roles: account.roles, own: account.own)
    }

    /// Changes the post and the e-mail address. For the system officer.
    public func describe(_ id: Int64, title: String, email: String?, by permission: Permission, in writing: Writing) throws {
        try rules.demand(.system, permission)
        try AccountRules.demand(title: title)
        try AccountRules.demand(email: email)
        try change(
            id, ["title": .text(Narrow.trimmed(title)), "email": email.map(Value.text) ?? .null], by: permission, .account,
            { Words(zh: "修改账号“\($0.name)”：\(title)", en: "Changed the account “\($0.name)”: \(title)") }, in: writing)
    }

    /// Ends an account, with its sessions and links, or opens it again. For the system officer; not one's own.
    public func end(_ id: Int64, _ isEnded: Bool, by permission: Permission, in writing: Writing) throws {
        try rules.demand(.system, permission)
        try change(
            id, ["ended": isEnded ? 1 : 0], by: permission, .account,
            {
                isEnded
                    ? Words(zh: "停用账号“\($0.name)”", en: "Ended the account “\($0.name)”")
                    : Words(zh: "恢复账号“\($0.name)”", en: "Opened the account “\($0.name)” again")
            },
            in: writing)
        guard isEnded else { return }
        try writing.execute("DELETE FROM \(AccountTables.session) WHERE account = \(id)")
        try writing.execute("DELETE FROM \(AccountTables.link) WHERE account = \(id)")
    }

    /// Says which roles an account holds, and for which records. For the security officer; not one's own.
    public func grant(_ id: Int64, roles: Set<String>, own: [Name: Set<Int64>], by permission: Permission, in writing: Writing) throws {
        try rules.demand(.security, permission)
        let needed = own.filter { register, _ in book.catalogue.roles.contains { roles.contains($0.id.text) && $0.of == register } }
        try rules.demand(roles: roles, own: needed)
        for (register, records) in needed {
            guard let declared = book.catalogue.register(register) else { continue }
            let known = Records(book, .console)
            for record in records where try known.record(record, of: declared, in: writing).map(\.isVoid) ?? true {
                throw Refused(zh: "“\(declared.name.zh)”里没有第 \(record) 号记录。", en: "There is no record \(record) in “\(declared.name.en)”.")
            }
        }
        let names = book.catalogue.roles.filter { roles.contains($0.id.text) }.map(\.name)
        let none = Words(zh: "无", en: "none")
        let said = names.isEmpty ? none : Words(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
        let ties = Account.written(needed)
        try change(
            id, ["roles": .text(roles.sorted().joined(separator: " ")), "own": .text(ties)], by: permission, .roles,
            { account in
                Words(
                    zh: "授权“\(account.name)”：\(said.zh)\(ties.isEmpty ? "" : "（\(ties)）")",
                    en: "Roles of “\(account.name)”: \(said.en)\(ties.isEmpty ? "" : " (\(ties))")")
            }, in: writing)
        // What was open under the former roles is opened anew.
        try writing.execute("DELETE FROM \(AccountTables.session) WHERE account = \(id)")
    }

    /// Takes a lock away before its time. For the security officer.
    public func unlock(_ id: Int64, by permission: Permission, in writing: Writing) throws {
        try rules.demand(.security, permission)
        guard let account = try account(id, in: writing) else { throw Accounts.missing }
        try writing.execute("UPDATE \(AccountTables.key) SET wrong = 0, locked_until = \(Value.null) WHERE account = \(id)")
        try AccessLog.write(
            permission.subject.name, .account, Words(zh: "解锁账号“\(account.name)”", en: "Unlocked the account “\(account.name)”"), in: writing)
    }

    /// Gives somebody a new link, and takes the former password away once it is used. For the system officer; an officer's is given at the
    /// console alone, or one officer could become another.
    public func renew(_ id: Int64, by permission: Permission, in writing: Writing) throws -> String {
        try rules.demand(.system, permission)
        guard let account = try account(id, in: writing), !account.isEnded else { throw Accounts.missing }
        guard !account.roles(book.catalogue).contains(where: { $0.officer != nil }) else {
            throw Refused(
                zh: "三员的一次性链接只能在服务器上用 yuanbu officers 重新生成。", en: "An officer's link is only made on the server, by yuanbu officers.")
        }
        return try OneTimeLinks(book).issue(account, by: permission.subject.name, in: writing)
    }

    static let missing = Refused(zh: "没有这个账号，或已经停用。", en: "There is no such account, or it was ended.")

    private func change(
        _ id: Int64, _ values: [Name: Value], by permission: Permission, _ kind: AccessLog.Kind, _ words: (Account) -> Words, in writing: Writing
    ) throws {
        guard let account = try account(id, in: writing) else { throw Accounts.missing }
        guard account.name != permission.subject.name else {
            throw Refused(zh: "自己的账号不能由自己改，请另一位管理员办理。", en: "Nobody changes the own account; ask another officer.")
        }
        guard try writing.replace(id, with: values, in: AccountTables.account) else { return }
        try AccessLog.write(permission.subject.name, kind, words(account), in: writing)
    }
}
