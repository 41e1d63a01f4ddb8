import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Registers
import Storage
import Testing

@testable import Web

/// The small site with a door: three officers who were given links, and everything by way of the pages.
struct Guarded {
    static let roles = """
        office: { zh: 经济岗, en: Economy office }
        system_officer: { name: { zh: 系统管理员, en: System officer }, officer: system }
        security_officer: { name: { zh: 安全管理员, en: Security officer }, officer: security }
        audit_officer: { name: { zh: 审计员, en: Audit officer }, officer: audit }
        """
    let site: Site
    let links: [String: String]

    init() throws {
        let more = [
            "roles.yaml": Guarded.roles,
            "groups.yaml": "economy: { name: { zh: 经济, en: Economy }, readers: all, writers: [office] }\nsafety: { zh: 安全, en: Safety }\n",
        ]
        site = try Site(more: more) { .accounts(Accounts($0)) }
        let accounts = Accounts(site.book)
        try accounts.prepare()
        links = Dictionary(uniqueKeysWithValues: try accounts.begin(at: .now()).map { ($0.account.name, "/welcome/\($0.token)") })
    }

    /// Goes through the door as a browser does.
    func visit(_ body: @escaping @Sendable (Browser) async throws -> Void) async throws {
        try await Application(router: site.web.router()).test(.router) { client in try await body(Browser(client: client)) }
    }
}

@Suite("The door")
struct DoorTests {
    @Test("shows nobody anything but itself who hasn't signed in, and leads on to where he wanted to go")
    func closed() async throws {
        let guarded = try Guarded()
        try await guarded.visit { browser in
            for path in PagesTests.addresses + [
                "/people", "/access-log", "/me", "/registers/sales/export", "/access-log/export", "/permissions/export",
            ] {
                let answer = try await browser.get(path)
                #expect(answer.status == 303 && answer.headers[.location]?.hasPrefix("/sign-in") == true, "\(path): \(answer.status)")
            }
            #expect(try await browser.get("/registers/sales?q=a%26b").headers[.location] == "/sign-in?to=%2Fregisters%2Fsales%3Fq%3Da%2526b")
            #expect(try await browser.post("/people", [("name", "x"), ("title", "y")]).status == 401)
            for path in ["/sign-in", "/sign-in?lang=en", "/assets/yuanbu.css"] { #expect(try await browser.get(path).status == 200, "\(path)") }
            // It never leads to another site.
            let link = try #require(guarded.links["system"])
            for to in ["https://elsewhere.cn/", "//elsewhere.cn", "/\\elsewhere.cn", "javascript:alert(1)"] {
                try await browser.get("/sign-in" + Link.query([("to", to)]))
                #expect(!browser.last.contains("name=\"to\""), "\(to)")
            }
            try await browser.enter("system", by: link)
            #expect(browser.cookies["session"]?.count == 64)
        }
    }

    @Test("lets the three officers make an account, give it a role and see what was done")
    func officers() async throws {
        let guarded = try Guarded()
        let store = LinkShelf()
        try await guarded.visit { browser in
            try await browser.enter("system", by: try #require(guarded.links["system"]))
            #expect(try await browser.get("/").headers[.location] == "/people")
            #expect(try await browser.get("/registers/sales").status == 404)
            #expect(try await browser.get("/indicators").status == 403)
            #expect(try await browser.get("/access-log").status == 403)
            try await browser.get("/people")
            #expect(try await browser.post("/people", [("name", "zhang"), ("title", "<b>经办</b>"), ("email", "")]).status == 200)
            let link = try #require(browser.last.firstMatch(of: #/http:\/\/[^<]+(\/welcome\/[0-9a-f]{64})/#)?.1)
            store.link = String(link)
            #expect(!browser.last.contains("<b>经办"))
            let again = try await browser.post("/people", [("name", "zhang"), ("title", "经办"), ("email", "")])
            #expect(again.status == 422 && again.text.contains("不能重名"))
        }
        try await guarded.visit { browser in
            try await browser.enter("security", by: try #require(guarded.links["security"]))
            try await browser.get("/people/4")
            #expect(try await browser.post("/people/4/roles", [("role", "office"), ("role", "audit_officer")]).status == 422)
            #expect(try await browser.post("/people/4/roles", [("role", "office")]).status == 303)
            try await browser.get("/people")
            #expect(try await browser.post("/people", [("name", "li"), ("title", "岗"), ("email", "")]).status == 422)
        }
        try await guarded.visit { browser in
            try await browser.get(store.link)
            #expect(try await browser.post(store.link, [("password", "short"), ("again", "short")]).status == 422)
            #expect(browser.last.contains("至少 10 个字符"))
            try await browser.enter("zhang", by: store.link)
            #expect(try await browser.get("/registers/sales").status == 200)
            #expect(try await browser.get("/indicators/output").status == 200)
            #expect(try await browser.get("/people").status == 403)
            #expect(try await browser.get(store.link).status == 403, "a link opens once")
            #expect(try await browser.get("/registers/sales/export?format=csv").status == 200)
        }
        try await guarded.visit { browser in
            try await browser.enter("audit", by: try #require(guarded.links["audit"]))
            let log = try await browser.get("/access-log")
            for words in ["授权“zhang”：经济岗", "产销月报（csv）", "/people：", "没有被改动过"] { #expect(log.text.contains(words), "\(words)") }
            #expect(try await browser.post("/people/4/roles", [("role", "office")]).status == 422)
            #expect(try await browser.get("/access-log/export").text.contains("授权“zhang”：经济岗"))
            #expect(try await browser.get("/access-log?kind=export").text.contains("授权“zhang”：经济岗") == false)
        }
    }

    @Test("takes no form that another site, another session or nobody's page sent")
    func forged() async throws {
        let guarded = try Guarded()
        try await guarded.visit { browser in
            try await browser.enter("system", by: try #require(guarded.links["system"]))
            let fields = [("name", "zhang"), ("title", "经办"), ("email", "")]
            try await browser.get("/people")
            for token in ["", "0", String(repeating: "0", count: 64)] {
                #expect(try await browser.post("/people", fields, token: token).status == 403)
            }
            try await browser.get("/people")
            #expect(try await browser.post("/people", fields, headers: ["Origin": "http://elsewhere.cn"]).status == 403)
            try await browser.get("/people")
            #expect(try await browser.post("/people", fields, headers: ["Sec-Fetch-Site": "cross-site"]).status == 403)
            try await browser.get("/people")
            #expect(try await browser.post("/people", fields, headers: ["Origin": "null"]).status == 403)
            try await browser.get("/people")
            #expect(
                try await browser.post("/people", fields, headers: ["Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"]).status == 200)
        }
    }

    @Test("says the same of a wrong name and a wrong password, slows guessing down, and ends a session that signs out")
    func wrong() async throws {
        let guarded = try Guarded()
        try await guarded.visit { browser in
            try await browser.enter("system", by: try #require(guarded.links["system"]))
            let session = try #require(browser.cookies["session"])
            try await browser.get("/me")
            #expect(browser.last.contains("本机"))
            #expect(try await browser.post("/sign-out", []).status == 303)
            browser.cookies["session"] = session
            #expect(try await browser.get("/people").status == 303, "the former session is over")
            browser.cookies = [:]
            func refusal(_ name: String) async throws -> String {
                let answer = try await browser.post("/sign-in", [("name", name), ("password", "Wrong-wrong 1"), ("code", "")], token: "")
                #expect(answer.status == 401)
                return String(answer.text.firstMatch(of: #/role="alert"><p>([^<]+)/#)?.1 ?? "")
            }
            let (unknown, known) = (try await refusal("nobody"), try await refusal("system"))
            #expect(unknown == known && unknown.contains("账号、密码或动态口令不对"))
            var last = 0
            for _ in 0..<12 { last = try await browser.post("/sign-in", [("name", "nobody"), ("password", "x"), ("code", "")], token: "").status }
            #expect(last == 429)
        }
    }

    @Test("lets everybody change the password and set a second factor up")
    func me() async throws {
        let guarded = try Guarded()
        try await guarded.visit { browser in
            try await browser.enter("system", by: try #require(guarded.links["system"]))
            try await browser.get("/me")
            let fields = [("password", "Ling-yige zaochen 23"), ("again", "Ling-yige zaochen 23")]
            #expect(try await browser.post("/me/password", [("former", "no")] + fields).status == 422)
            #expect(browser.last.contains("现在的密码不对"))
            #expect(try await browser.post("/me/password", [("former", "Yuanqu-zaochen 2022")] + fields).status == 303)
            try await browser.get("/me")
            let secret = try #require(browser.last.firstMatch(of: #/name="secret" value="([A-Z2-7]{32})"/#)?.1)
            let code = try #require(TimedCode(base32: String(secret)))
            #expect(try await browser.post("/me/factor", [("secret", String(secret)), ("code", "1")]).status == 422)
            #expect(browser.last.contains(secret), "the same secret is offered again")
            let now = code.code(at: .now())
            #expect(try await browser.post("/me/factor", [("secret", String(secret)), ("code", now)]).status == 303)
            #expect(try await browser.get("/me?done=factor").text.contains("已启用"))
            try await browser.post("/sign-out", [])
            let entry = [("name", "system"), ("password", "Ling-yige zaochen 23")]
            #expect(try await browser.post("/sign-in", entry + [("code", "")], token: "").status == 401)
            #expect(try await browser.post("/sign-in", entry + [("code", now)], token: "").status == 401, "the code that was used")
        }
    }

    @Test("a watchman is told whether the book answers, without signing in and without a word of what is in it")
    func health() async throws {
        let guarded = try Guarded()
        try await guarded.visit { browser in
            let well = try await browser.get("/health")
            #expect(well.status == 200)
            #expect(well.text == #"{"status":"ok"}"#)
        }
    }
}

/// Hands a link from one browser to the next.
private final class LinkShelf: @unchecked Sendable { var link = "" }
