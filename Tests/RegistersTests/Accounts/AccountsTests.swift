import Storage
import Testing

@testable import Registers

/// A park whose three officers have begun: `system`, `security` and `audit`.
struct Staffed {
    static let roles = """
        officer: { zh: 安全监管岗, en: Safety officer }
        office: { zh: 经济岗, en: Economy office }
        safety: { zh: 安全岗, en: Safety office }
        warden: { name: { zh: 驻企岗, en: Warden }, of: enterprise }
        contact: { name: { zh: 企业联络员, en: Contact }, outside: yes, of: enterprise }
        system_officer: { name: { zh: 系统管理员, en: System officer }, officer: system }
        security_officer: { name: { zh: 安全管理员, en: Security officer }, officer: security }
        audit_officer: { name: { zh: 审计员, en: Audit officer }, officer: audit }
        """
    static let now = Moment(milliseconds: 1_700_000_000_000)

    let park: Park
    let accounts: Accounts
    let links: [(account: Account, token: String)]

    init(_ more: [String: String] = [:]) throws {
        park = try Park(["roles.yaml": Staffed.roles].merging(more) { $1 })
        accounts = Accounts(park.book)
        try accounts.prepare()
        links = try accounts.begin(at: Staffed.now)
    }

    func permission(_ name: String) throws -> Permission { try account(name).permission(park.book.catalogue) }

    func account(_ name: String) throws -> Account {
        let found = try park.book.store.read { (reading: Reading) throws in try accounts.account(named: name, in: reading) }
        return try #require(found)
    }

    /// What somebody is told who tries; nil where it was done.
    func told(_ name: String, _ body: (Permission, Writing) throws -> Void) throws -> String? {
        let permission = try permission(name)
        do {
            try park.book.store.write(Intent(subject: name, reason: "账号", kind: AccessLog.kind, at: Staffed.now)) { try body(permission, $0) }
            return nil
        } catch let refused as Refused { return refused.words.zh }
    }

    /// An account with a password that takes no time to hash.
    func make(_ name: String, roles: Set<String> = ["office"], password: String = "园区的早晨 2022") throws {
        var token = ""
        try #expect(told("system") { token = try accounts.make(name: name, title: "经办岗", email: nil, by: $0, in: $1).token } == nil)
        let id = try account(name).id
        try #expect(told("security") { try accounts.grant(id, roles: roles, own: [:], by: $0, in: $1) } == nil)
        let hash = try Password(password, cost: .init(log2N: 10, r: 8, p: 1))
        _ = try OneTimeLinks(park.book).use(token, hash, from: "", at: Staffed.now)
    }
}

@Suite("Accounts")
struct AccountsTests {
    private let staffed: Staffed
    private var accounts: Accounts { staffed.accounts }

    init() throws { staffed = try Staffed() }

    @Test("begin with the three officers, each with a link that opens once and no longer than it says")
    func begin() throws {
        #expect(staffed.links.map(\.account.name).sorted() == ["audit", "security", "system"])
        let token = try #require(staffed.links.first { $0.account.name == "system" }?.token)
        let links = OneTimeLinks(staffed.park.book)
        let store = staffed.park.book.store
        func opens(_ token: String, _ moment: Moment) throws -> String? {
            try store.read { (reading: Reading) throws in try links.account(token, at: moment, in: reading)?.name }
        }
        #expect(try opens(token, Staffed.now) == "system")
        #expect(try opens(token + "0", Staffed.now) == nil)
        let threeDays = Moment(milliseconds: Staffed.now.milliseconds + 3 * 86_400_000)
        #expect(try opens(token, threeDays) == nil)
        let hash = try Password("园区的早晨 2022", cost: .init(log2N: 10, r: 8, p: 1))
        #expect(try links.use(token, hash, from: "", at: Staffed.now).name == "system")
        #expect(throws: Refused.self) { try links.use(token, hash, from: "", at: Staffed.now) }
        // A second start gives the others new links, and the one who has a password none.
        let again = try accounts.begin(at: Staffed.now)
        #expect(again.map(\.account.name).sorted() == ["audit", "security"])
        let former = try #require(staffed.links.first { $0.account.name == "audit" }?.token)
        #expect(try opens(former, Staffed.now) == nil)
    }

    @Test("are made by the system officer, given roles by the security officer, and by nobody else")
    func officers() throws {
        try staffed.make("zhang")
        let id = try staffed.account("zhang").id
        for name in ["security", "audit", "zhang"] {
            #expect(try staffed.told(name) { _ = try accounts.make(name: "li", title: "岗", email: nil, by: $0, in: $1) } == "这件事只能由系统管理员办理。")
            #expect(try staffed.told(name) { try accounts.end(id, true, by: $0, in: $1) } != nil)
            #expect(try staffed.told(name) { _ = try accounts.renew(id, by: $0, in: $1) } != nil)
        }
        for name in ["system", "audit", "zhang"] {
            let told = try staffed.told(name) { try accounts.grant(id, roles: ["safety"], own: [:], by: $0, in: $1) }
            #expect(told == "这件事只能由安全管理员办理。")
            #expect(try staffed.told(name) { try accounts.unlock(id, by: $0, in: $1) } != nil)
        }
        #expect(try staffed.account("zhang").roles == ["office"])
        // The console is no officer.
        #expect(throws: Refused.self) { try AccountRules(staffed.park.book.catalogue).demand(.system, .console) }
    }

    @Test("hold no roles that exclude each other, none that isn't declared, and a bounded one for some record only")
    func roles() throws {
        try staffed.make("zhang")
        let firm = try staffed.park.enterprise("云川重工", "A1")
        let id = try staffed.account("zhang").id
        func told(_ roles: Set<String>, _ own: [Name: Set<Int64>] = [:]) throws -> String? {
            try staffed.told("security") { try accounts.grant(id, roles: roles, own: own, by: $0, in: $1) }
        }
        #expect(try told(["audit_officer", "office"])?.contains("三员互斥") == true)
        #expect(try told(["system_officer", "security_officer"])?.contains("三员互斥") == true)
        #expect(try told(["office", "nobody"]) == "有的角色没有声明过。")
        #expect(try told(["contact", "office"], ["enterprise": [firm]])?.contains("园区以外") == true)
        #expect(try told(["warden"])?.contains("要写明是哪个") == true)
        #expect(try told(["warden"], ["enterprise": [99]])?.contains("没有第 99 号记录") == true)
        #expect(try told(["warden"], ["enterprise": [firm]]) == nil)
        #expect(try staffed.account("zhang").own == ["enterprise": [firm]])
        // What a role that went was held for goes with it.
        #expect(try told(["office"], ["enterprise": [firm]]) == nil)
        #expect(try staffed.account("zhang").own.isEmpty)
    }

    @Test("are nobody's own to change, an officer's link is made at the console alone, and a name is never given twice")
    func own() throws {
        let (system, security) = (try staffed.account("system").id, try staffed.account("security").id)
        #expect(try staffed.told("security") { try accounts.grant(security, roles: ["office"], own: [:], by: $0, in: $1) }?.contains("自己的账号") == true)
        #expect(try staffed.told("system") { try accounts.end(system, true, by: $0, in: $1) }?.contains("自己的账号") == true)
        #expect(try staffed.told("system") { _ = try accounts.renew(security, by: $0, in: $1) }?.contains("yuanbu officers") == true)
        #expect(try accounts.renewOfficer(named: "Audit", at: Staffed.now).account.name == "audit")
        try staffed.make("zhang")
        #expect(throws: Refused.self) { try accounts.renewOfficer(named: "zhang", at: Staffed.now) }
        let id = try staffed.account("zhang").id
        #expect(try staffed.told("system") { try accounts.end(id, true, by: $0, in: $1) } == nil)
        let again = try staffed.told("system") { _ = try accounts.make(name: "ＺＨＡＮＧ", title: "岗", email: nil, by: $0, in: $1) }
        #expect(again?.contains("不能重名") == true)
        #expect(try staffed.permission("zhang").reach == .nothing)
    }

    @Test("have names, posts and addresses that can be told apart and written down")
    func names() throws {
        for (name, isTaken) in [("企服中心01", true), ("a", false), ("two words", false), ("console", false), ("a\u{202E}b", false), ("名\n字", false)] {
            let told = try staffed.told("system") { _ = try accounts.make(name: name, title: "岗", email: nil, by: $0, in: $1) }
            #expect((told == nil) == isTaken, "\(name): \(told ?? "")")
        }
        for (email, isTaken) in [("a@b.cn", true), ("a@", false), ("a@b\r\nBcc: c@d", false), ("a b@c.cn", false), ("<a@b.cn>", false)] {
            let told = try staffed.told("system") {
                _ = try accounts.make(name: "m\(email.count)x", title: "岗", email: email, by: $0, in: $1)
            }
            #expect((told == nil) == isTaken, "\(email): \(told ?? "")")
        }
    }

    @Test("stand in the chain with all that they were")
    func chain() throws {
        try staffed.make("zhang")
        let store = staffed.park.book.store
        #expect(try store.verify().firstBreak == nil)
        try store.write(Intent(subject: "x", reason: "", kind: "edit", at: Staffed.now)) {
            try $0.execute("UPDATE account SET roles = 'safety' WHERE name = 'zhang'")
        }
        #expect(try store.verify().firstBreak != nil)
    }
}
