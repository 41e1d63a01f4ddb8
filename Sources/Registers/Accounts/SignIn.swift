public import Storage

/// Coming in by name, password and, where it is set up, the code of the second factor.
///
/// It has three steps, since the middle one takes a while and must not hold a transaction: look the account up, compare the password, settle
/// what follows. A name that isn't known costs the same as one that is, and everything that fails fails in the same words.
public struct SignIn: Sendable {
    /// Who tries, and what the password is to be compared with.
    public struct Attempt: Sendable {
        /// Nil where the name isn't known, or has no password yet.
        let account: Account?
        let stored: String

        /// Compares. It takes a moment and 32 MB: never on a thread that answers pages.
        public func matches(_ plain: String) throws -> Bool {
            guard plain.count <= PasswordRules.most, let password = Password(stored: stored) else { return false }
            return try password.matches(plain) && account != nil
        }
    }

    private let book: Book
    private var rules: AccessRules { book.catalogue.site.access }

    public init(_ book: Book) { self.book = book }

    /// What everybody is told who can't come in.
    public var refusal: Refused {
        Refused(
            zh: "账号、密码或动态口令不对，或者账号已停用、已锁定。连续错 \(rules.wrongTries) 次锁定 \(rules.lockMinutes) 分钟；急用请找安全管理员解锁。",
            en: """
                The account, password or code is wrong, or the account is ended or locked. \(rules.wrongTries) wrong tries in a row lock it for \
                \(rules.lockMinutes) minutes; the security officer can unlock it.
                """)
    }

    /// Looks an account up by the name that was typed.
    public func look(_ name: String, in reading: Reading) throws -> Attempt {
        guard let account = try Accounts(book).account(named: String(name.prefix(200)), in: reading), !account.isEnded,
            let stored = try AccountKey.read(account.id, in: reading)?.password, Password(stored: stored) != nil
        else { return Attempt(account: nil, stored: SignIn.nobody) }
        return Attempt(account: account, stored: stored)
    }

    /// Begins a session where the password was right, nobody changed it meanwhile, the account isn't locked and the code is right too; else counts
    /// the wrong try and throws the refusal. Answers the session's token.
    public func settle(
        _ attempt: Attempt, isRight: Bool, code: String, device: String, from origin: String, at moment: Moment
    ) throws -> String {
        let name = attempt.account?.name ?? ""
        let committed = try book.store.write(AccessLog.intent(name, Words(zh: "登录", en: "Sign-in"), at: moment)) { writing -> String? in
            guard let known = attempt.account, let account = try Accounts(book).account(known.id, in: writing), !account.isEnded,
                let key = try AccountKey.read(account.id, in: writing)
            else {
                // What was typed isn't kept: it may be a password in the wrong field.
                try AccessLog.write("", .wrong, Words(zh: "没有这个账号，或不能登录", en: "No such account, or it can't sign in"), from: origin, in: writing)
                return nil
            }
            if let until = key.lockedUntil, until.milliseconds > moment.milliseconds {
                try AccessLog.write(account.name, .wrong, Words(zh: "锁定期间尝试登录", en: "Tried while locked"), from: origin, in: writing)
                return nil
            }
            let window = key.code.map { TimedCode(secret: $0).window(of: code, at: moment, after: key.codeWindow) }
            guard isRight, key.password == attempt.stored, window != .some(nil) else {
                try wrong(account, key, isRight ? Words(zh: "动态口令不对", en: "Wrong code") : Words(zh: "密码不对", en: "Wrong password"), origin, writing)
                return nil
            }
            let last = (window ?? nil).map(Value.integer) ?? .null
            try writing.execute(
                "UPDATE \(AccountTables.key) SET wrong = 0, locked_until = \(Value.null), code_window = \(last) WHERE account = \(account.id)")
            return try begin(account, device, origin, writing)
        }
        guard let token = committed.value ?? nil else { throw refusal }
        return token
    }

    /// The posts that anybody at this machine may take up; in a sample park alone.
    public func trialPosts(in reading: Reading) throws -> [Account] {
        let open = try Accounts(book).everybody(in: reading).filter { account in
            guard !account.isEnded else { return false }
            return try AccountKey.read(account.id, in: reading)?.isTrial ?? false
        }
        let order = book.catalogue.roles.map(\.id.text)
        func place(_ account: Account) -> Int { account.roles.compactMap { order.firstIndex(of: $0) }.min() ?? .max }
        return open.sorted { (place($0), $0.name) < (place($1), $1.name) }
    }

    /// Takes up such a post. Answers the session's token.
    public func takeUp(_ name: String, device: String, from origin: String, at moment: Moment) throws -> String {
        let committed = try book.store.write(AccessLog.intent(AccountRules.kept(name), Words(zh: "试用岗位", en: "A trial post"), at: moment)) {
            writing in
            guard let account = try trialPosts(in: writing).first(where: { $0.name == AccountRules.kept(name) }) else { throw refusal }
            return try begin(account, device, origin, writing)
        }
        guard let token = committed.value else { throw refusal }
        return token
    }

    private func begin(_ account: Account, _ device: String, _ origin: String, _ writing: Writing) throws -> String {
        try AccessLog.write(account.name, .signIn, Words(zh: "登录：\(device)", en: "Signed in: \(device)"), from: origin, in: writing)
        return try Sessions(book).begin(account, device, in: writing)
    }

    private func wrong(_ account: Account, _ key: AccountKey, _ words: Words, _ origin: String, _ writing: Writing) throws {
        let count = key.wrong + 1
        try AccessLog.write(account.name, .wrong, words, from: origin, in: writing)
        guard count >= rules.wrongTries else {
            try writing.execute("UPDATE \(AccountTables.key) SET wrong = \(count) WHERE account = \(account.id)")
            return
        }
        let until = writing.change.at.milliseconds + Int64(rules.lockMinutes) * 60_000
        try writing.execute("UPDATE \(AccountTables.key) SET wrong = 0, locked_until = \(until) WHERE account = \(account.id)")
        try AccessLog.write(
            account.name, .locked,
            Words(zh: "连续 \(count) 次错误，锁定 \(rules.lockMinutes) 分钟", en: "\(count) wrong tries in a row; locked for \(rules.lockMinutes) minutes"),
            from: origin, in: writing)
    }

    /// The hash of a password that nobody has: a name that isn't known takes as long as one that is.
    private static let nobody =
        "scrypt$15$8$3$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
}
