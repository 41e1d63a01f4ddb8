public import Storage

/// Who came in, who was refused, who changed whose account and who took what out: for the audit officer.
///
/// Each entry is noted in the change that it is written with, so that one that is altered or removed breaks the chain's word for it.
public struct AccessLog: Sendable {
    /// What was done.
    public enum Kind: String, Sendable, CaseIterable {
        case signIn = "sign_in"
        case wrong
        case locked
        case signOut = "sign_out"
        case password
        case factor
        case account
        case roles
        case export
        case token
        case refused

        /// For people.
        public var words: Words {
            switch self {
            case .signIn: Words(zh: "登录", en: "Signed in")
            case .wrong: Words(zh: "登录失败", en: "Sign-in failed")
            case .locked: Words(zh: "锁定", en: "Locked")
            case .signOut: Words(zh: "退出", en: "Signed out")
            case .password: Words(zh: "密码", en: "Password")
            case .factor: Words(zh: "动态口令", en: "Second factor")
            case .account: Words(zh: "账号", en: "Account")
            case .roles: Words(zh: "授权", en: "Roles")
            case .export: Words(zh: "导出", en: "Export")
            case .token: Words(zh: "接口令牌", en: "API token")
            case .refused: Words(zh: "越权被拒", en: "Refused")
            }
        }
    }

    /// One thing that happened.
    public struct Entry: Sendable {
        public let id: Int64
        public let change: Int64
        public let at: Moment
        public let account: String
        public let kind: String
        public let words: Words
        /// The address that it came from; empty where it was the machine itself.
        public let origin: String
    }

    /// The kind of every change that belongs to the door. Such a change notes its entries of the log and nothing else.
    public static let kind = "access"

    /// What a change at the door is written with.
    static func intent(_ subject: String, _ reason: Words, at: Moment) -> Intent {
        Intent(subject: subject, reason: reason.zh, kind: kind, at: at)
    }

    /// Writes an entry as part of a change.
    static func write(_ account: String, _ kind: Kind, _ words: Words, from origin: String = "", in writing: Writing) throws {
        let at = writing.change.at.milliseconds
        try writing.note(bytes(at, account, kind.rawValue, words, origin))
        try writing.insert(
            [
                "change": .integer(writing.change.number), "at": .integer(at), "account": .text(account), "kind": .text(kind.rawValue),
                "zh": .text(words.zh), "en": .text(words.en), "from_where": .text(origin),
            ], into: AccountTables.log)
    }

    /// Writes an entry as a change of its own: what was taken out, what was refused.
    public static func write(_ account: String, _ kind: Kind, _ words: Words, from origin: String, at moment: Moment, to store: Store) throws {
        try store.write(intent(account, words, at: moment)) { writing in try write(account, kind, words, from: origin, in: writing) }
    }

    /// Entries, the latest first.
    ///
    /// - Parameters:
    ///   - account: only of one account, by its name.
    ///   - before: only older ones than this entry, to page on.
    public static func entries(
        account: String? = nil, kind: Kind? = nil, before: Int64? = nil, limit: Int, _ permission: Permission, in reading: Reading
    ) throws -> [Entry] {
        guard permission.office == .audit else {
            throw Refused(zh: "访问日志只给审计员看。", en: "The access log is for the audit officer alone.")
        }
        var conditions: [SQL] = ["1 = 1"]
        if let account { conditions.append("account = \(account)") }
        if let kind { conditions.append("kind = \(kind.rawValue)") }
        if let before { conditions.append("id < \(before)") }
        return try reading.rows(
            """
            SELECT id, change, at, account, kind, zh, en, from_where FROM \(AccountTables.log) WHERE \(conditions, joined: " AND ") \
            ORDER BY id DESC \(reading.dialect.limit(limit, offset: 0))
            """
        ).map(entry)
    }

    /// The changes whose entries are not as they were written: altered, added or gone.
    public static func altered(in reading: Reading) throws -> [Int64] {
        guard try reading.exists(AccountTables.log.name) else { return [] }
        var written: [Int64: [[UInt8]]] = [:]
        for row in try reading.rows("SELECT number FROM change WHERE kind = \(AccessLog.kind)") { written[row.integer(at: 0) ?? 0] = [] }
        try reading.forEach(
            "SELECT id, change, at, account, kind, zh, en, from_where FROM \(AccountTables.log) ORDER BY change, id"
        ) { row in
            let entry = entry(row)
            written[entry.change, default: []].append(bytes(entry.at.milliseconds, entry.account, entry.kind, entry.words, entry.origin))
        }
        return try written.filter { try !reading.noted($0.value, by: $0.key) }.map(\.key).sorted()
    }

    private static func entry(_ row: Row) -> Entry {
        Entry(
            id: row.integer(at: 0) ?? 0, change: row.integer(at: 1) ?? 0, at: Moment(milliseconds: row.integer(at: 2) ?? 0),
            account: row.text(at: 3) ?? "", kind: row.text(at: 4) ?? "", words: Words(zh: row.text(at: 5) ?? "", en: row.text(at: 6) ?? ""),
            origin: row.text(at: 7) ?? "")
    }

    private static func bytes(_ at: Int64, _ account: String, _ kind: String, _ words: Words, _ origin: String) -> [UInt8] {
        Array("access\0\(at)\0\(account)\0\(kind)\0\(words.zh)\0\(words.en)\0\(origin)".utf8)
    }
}
