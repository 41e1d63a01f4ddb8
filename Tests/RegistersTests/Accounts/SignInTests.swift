import Storage
import Testing

@testable import Registers

@Suite("Signing in")
struct SignInTests {
    private let staffed: Staffed
    private let signIn: SignIn
    private let sessions: Sessions
    private var store: Store { staffed.park.book.store }
    private static let password = "园区的早晨 2022"

    init() throws {
        let site = Park.site
        staffed = try Staffed(["site.yaml": site + "\naccess: { wrong_tries: 3, lock_minutes: 10, idle_minutes: 30, session_hours: 2 }\n"])
        signIn = SignIn(staffed.park.book)
        sessions = Sessions(staffed.park.book)
        try staffed.make("zhang")
    }

    private func after(_ minutes: Int64) -> Moment { Moment(milliseconds: Staffed.now.milliseconds + minutes * 60_000) }

    /// The session's token; nil where it was refused, which is always in the same words.
    private func enter(_ name: String, _ plain: String, code: String = "", at moment: Moment = Staffed.now) throws -> String? {
        let attempt = try store.read { (reading: Reading) throws in try signIn.look(name, in: reading) }
        do {
            return try signIn.settle(attempt, isRight: try attempt.matches(plain), code: code, device: "Chrome", from: "10.0.0.8", at: moment)
        } catch let refused as Refused {
            #expect(refused == signIn.refusal)
            return nil
        }
    }

    private func who(_ token: String, at moment: Moment) throws -> String? {
        try store.read { (reading: Reading) throws in try sessions.find(token, at: moment, in: reading)?.account.name }
    }

    @Test("opens a session for the right password only, and however the name is typed")
    func right() throws {
        let token = try #require(try enter(" ZHANG ", SignInTests.password))
        #expect(try who(token, at: Staffed.now) == "zhang")
        #expect(try who(String(token.reversed()), at: Staffed.now) == nil)
        #expect(try enter("zhang", SignInTests.password + "!") == nil)
        #expect(try enter("nobody", SignInTests.password) == nil)
        #expect(try enter("system", SignInTests.password) == nil, "an officer without a password")
        #expect(try enter("zhang", "") == nil)
        #expect(try enter("zhang' OR 1=1 --", SignInTests.password) == nil)
    }

    @Test("is locked after so many wrong tries in a row, for the right password too, and opens again")
    func lock() throws {
        for _ in 1...2 { #expect(try enter("zhang", "wrong") == nil) }
        #expect(try enter("zhang", SignInTests.password) != nil, "a right one forgives")
        for _ in 1...3 { #expect(try enter("zhang", "wrong") == nil) }
        #expect(try enter("zhang", SignInTests.password) == nil)
        #expect(try enter("zhang", SignInTests.password, at: after(9)) == nil)
        #expect(try enter("zhang", SignInTests.password, at: after(11)) != nil)
        for _ in 1...3 { #expect(try enter("zhang", "wrong", at: after(12)) == nil) }
        let id = try staffed.account("zhang").id
        try #expect(staffed.told("security") { try staffed.accounts.unlock(id, by: $0, in: $1) } == nil)
        #expect(try enter("zhang", SignInTests.password, at: after(13)) != nil)
    }

    @Test("asks for the second factor where it is set up, and takes no code twice")
    func factor() throws {
        let code = TimedCode()
        let factor = SecondFactor(staffed.park.book)
        let account = try staffed.account("zhang")
        #expect(throws: Refused.self) { try factor.set(code, typed: "000000x", account, from: "", at: Staffed.now) }
        #expect(try enter("zhang", SignInTests.password) != nil, "it isn't set up by a wrong code")
        try factor.set(code, typed: code.code(at: Staffed.now), account, from: "", at: Staffed.now)
        #expect(try enter("zhang", SignInTests.password) == nil)
        #expect(try enter("zhang", SignInTests.password, code: code.code(at: Staffed.now)) == nil, "the code that set it up")
        let later = after(2)
        #expect(try enter("zhang", SignInTests.password, code: code.code(at: later), at: later) != nil)
        #expect(try enter("zhang", SignInTests.password, code: code.code(at: later), at: later) == nil, "twice")
        let last = after(4)
        #expect(throws: Refused.self) { try factor.clear(typed: "12", account, from: "", at: last) }
        try factor.clear(typed: code.code(at: last), account, from: "", at: last)
        #expect(try enter("zhang", SignInTests.password, at: last) != nil)
        #expect(TimedCode(base32: code.base32) == code)
        #expect(TimedCode(base32: "A1") == nil)
    }

    @Test("lasts until it is idle, too old, ended, or the account is")
    func ends() throws {
        let token = try #require(try enter("zhang", SignInTests.password))
        #expect(try who(token, at: after(29)) == "zhang")
        #expect(try who(token, at: after(31)) == nil)
        for minutes in stride(from: Int64(25), through: 100, by: 25) {
            try store.write(Intent(subject: "zhang", reason: "", kind: "access", at: after(minutes))) {
                try sessions.touch(token, at: after(minutes), in: $0)
            }
        }
        #expect(try who(token, at: after(119)) == "zhang")
        #expect(try who(token, at: after(121)) == nil)
        let (one, two) = (try #require(try enter("zhang", SignInTests.password)), try #require(try enter("zhang", SignInTests.password)))
        let account = try staffed.account("zhang")
        let listed = try store.read { (reading: Reading) throws in try sessions.all(account, here: one, at: Staffed.now, in: reading) }
        #expect(listed.count { $0.isHere } == 1)
        let other = try #require(listed.first { !$0.isHere && $0.begun == Staffed.now })
        try sessions.end(mark: "", of: account, from: "", at: Staffed.now)
        #expect(try who(one, at: Staffed.now) == "zhang", "an empty mark ends nothing")
        try sessions.end(one, of: account, from: "", at: Staffed.now)
        #expect(try who(one, at: Staffed.now) == nil)
        #expect(!other.mark.isEmpty)
        let id = account.id
        try #expect(staffed.told("system") { try staffed.accounts.end(id, true, by: $0, in: $1) } == nil)
        #expect(try who(two, at: Staffed.now) == nil)
        #expect(try enter("zhang", SignInTests.password) == nil)
    }

    @Test("keeps neither the password, nor a session's token, nor a link as they are")
    func kept() throws {
        let token = try #require(try enter("zhang", SignInTests.password))
        try store.read { (reading: Reading) throws in
            for table in ["account_key", "session", "one_time_link", "access_log"] as [Name] {
                for row in try reading.rows("SELECT * FROM \(table)") {
                    let text = row.values.compactMap(\.text).joined(separator: " ")
                    #expect(!text.contains(SignInTests.password) && !text.contains(token))
                    for link in staffed.links { #expect(!text.contains(link.token)) }
                }
            }
        }
    }

    @Test("by a new link ends every session and takes the second factor off")
    func renewed() throws {
        let token = try #require(try enter("zhang", SignInTests.password))
        let code = TimedCode()
        try SecondFactor(staffed.park.book).set(code, typed: code.code(at: Staffed.now), staffed.account("zhang"), from: "", at: Staffed.now)
        let id = try staffed.account("zhang").id
        var link = ""
        try #expect(staffed.told("system") { link = try staffed.accounts.renew(id, by: $0, in: $1) } == nil)
        #expect(try who(token, at: Staffed.now) == "zhang", "the link alone changes nothing")
        let hash = try Password("另一个早晨 2023", cost: .init(log2N: 10, r: 8, p: 1))
        _ = try OneTimeLinks(staffed.park.book).use(link, hash, from: "", at: Staffed.now)
        #expect(try who(token, at: Staffed.now) == nil)
        #expect(try enter("zhang", SignInTests.password) == nil)
        #expect(try enter("zhang", "另一个早晨 2023") != nil)
    }

    @Test("as a trial post is for posts of a sample park alone")
    func trial() throws {
        #expect(throws: Refused.self) { try signIn.takeUp("zhang", device: "", from: "", at: Staffed.now) }
        #expect(throws: Refused.self) { try TrialPosts(staffed.accounts).make([], at: Staffed.now) }
        let sample = try Park(["roles.yaml": Staffed.roles])
        let accounts = Accounts(sample.book)
        try accounts.prepare()
        try TrialPosts(accounts).make([Account(id: 0, name: "office", title: "经济岗", roles: ["office"])], at: Staffed.now)
        let token = try SignIn(sample.book).takeUp("office", device: "", from: "", at: Staffed.now)
        let found = try sample.book.store.read { (reading: Reading) throws in
            try Sessions(sample.book).find(token, at: Staffed.now, in: reading)?.account.roles
        }
        #expect(found == ["office"])
        // It has no password that could be typed.
        let attempt = try sample.book.store.read { (reading: Reading) throws in try SignIn(sample.book).look("office", in: reading) }
        #expect(try !attempt.matches("trial"))
    }
}
