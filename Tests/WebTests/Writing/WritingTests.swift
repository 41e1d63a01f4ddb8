import Foundation
import Hummingbird
import HummingbirdTesting
import Registers
import Storage
import Testing

@testable import Web

/// The small site with a clerk at the desk, who writes its registers.
struct Desked {
    let site: Site

    static let visits = """
        register: visit
        group: economy
        name: { zh: 走访, en: Visits }
        purpose: { zh: 到企业走访, en: Visits to enterprises }
        title: "{day} {enterprise}"
        time: day
        fields:
          day: { name: { zh: 日期, en: Day }, kind: day, required: yes }
          enterprise: { name: { zh: 企业, en: Enterprise }, kind: reference, to: enterprise }
          at: { name: { zh: 到达, en: Arrived }, kind: moment }
          found: { name: { zh: 发现, en: Found }, kind: note }
          answer: { name: { zh: 答复, en: Answer }, kind: note }
        states:
          asked: { name: { zh: 已提出, en: Asked }, stage: open }
          answered: { name: { zh: 已答复, en: Answered }, stage: done }
        moves:
          answer_it: { name: { zh: 答复, en: Answer }, from: asked, to: answered, by: [office], needs: [answer] }
          reopen: { name: { zh: 重开, en: Reopen }, from: answered, to: asked, by: [chief] }
        """

    init(roles: Set<String> = ["office"], as name: String = "clerk", visits: String = Desked.visits) throws {
        let more = [
            "roles.yaml": "office: { zh: 经济岗, en: Economy office }\nchief: { zh: 主任, en: Chief }\n",
            "groups.yaml": "economy: { name: { zh: 经济, en: Economy }, readers: all, writers: [office] }\nsafety: { zh: 安全, en: Safety }\n",
            "registers/visit.yaml": visits,
        ]
        site = try Site(more: more) { .everybody(Permission(name, Duties(roles, of: $0.catalogue))) }
    }

    func visit(_ body: @escaping @Sendable (Browser) async throws -> Void) async throws {
        try await Application(router: site.web.router()).test(.router) { client in try await body(Browser(client: client)) }
    }

    /// A record as it stands.
    func record(_ id: Int64, _ register: Name) throws -> Record {
        let declared = try site.register(register)
        let records = Records(site.book, .console)
        return try #require(try site.book.store.read { (reading: Reading) throws in try records.record(id, of: declared, in: reading) })
    }

    func changes() throws -> Int64 {
        try site.book.store.read { (reading: Reading) throws in try reading.value("SELECT max(number) FROM change").integer ?? 0 }
    }

    func count(_ register: Name) throws -> Int64 {
        let table = try site.register(register).table
        return try site.book.store.read { (reading: Reading) throws in try reading.value("SELECT count(*) FROM \(table.current)").integer ?? 0 }
    }
}

@Suite("Records are written in the browser")
struct WritingTests {
    @Test("what a form says becomes a record, and its page says so and offers the way back")
    func entering() async throws {
        let desked = try Desked()
        try await desked.visit { browser in
            try await browser.get("/registers/enterprise/new")
            let answer = try await browser.fill("/registers/enterprise/new") { form in
                form["f.code"] = "E9"
                form["f.name"] = "新川玻璃"
                form["f.zone"] = "核心区"
                form["f.big"] = "是"
                form["f.stops.from"] = "2022-05-01"
                form["f.stops.why"] = "检修"
            }
            let place = try #require(answer.headers[.location])
            #expect(answer.status == 303)
            #expect(place.hasPrefix("/registers/enterprise/6?done="))
            let record = try desked.record(6, "enterprise")
            #expect(record["name"] == .text("新川玻璃"))
            #expect(record["zone"] == .text("core"))
            #expect(record["big"] == 1)
            #expect(RowsField.rows(record["stops"]).map(\.cells) == [["from": "2022-05-01", "why": "检修"]])
            #expect(record.state == "running")
            let page = try await browser.get(place).text
            #expect(page.contains("已保存"))
            #expect(page.contains("<p class=\"soft\">clerk</p>"))
            // Back again.
            let number = try #require(place.split(separator: "=").last)
            let undone = try await browser.fill("/changes/\(number)/undo")
            #expect(undone.status == 303)
            #expect(try desked.record(6, "enterprise").isVoid)
        }
    }

    @Test("a form that is refused shows all that was typed, with the fault at its box, and writes nothing")
    func refused() async throws {
        let desked = try Desked()
        let before = try desked.changes()
        try await desked.visit { browser in
            try await browser.get("/registers/sales/new")
            let answer = try await browser.fill("/registers/sales/new") { form in
                form["f.enterprise"] = "没有这家<厂>"
                form["f.month"] = "2022-09"
                form["f.output"] = "一百"
            }
            #expect(answer.status == 422)
            #expect(answer.text.contains("value=\"没有这家&lt;厂&gt;\""))
            #expect(answer.text.contains("value=\"2022-09\""))
            #expect(answer.text.contains("id=\"f-f-output-fault\""))
            #expect(answer.text.contains("aria-describedby=\"f-f-output-fault\" aria-invalid=\"true\""))
            #expect(answer.text.contains("没有找到“没有这家&lt;厂&gt;”"))
            // Mended in the same form, it goes through.
            let mended = try await browser.fill("/registers/sales/new") { form in
                form["f.enterprise"] = "云川重工"
                form["f.output"] = "100"
            }
            #expect(mended.status == 303)
        }
        #expect(try desked.changes() == before + 1)
    }

    @Test("a form that is sent as it came changes nothing, moments, references and tables included")
    func unchanged() async throws {
        let desked = try Desked()
        let visits = try desked.site.register("visit")
        let records = Records(desked.site.book, .console)
        try await desked.site.book.store.write(Site.intent("edit", 6)) { writing in
            _ = try records.add(
                [
                    "day": .text("2023-02-03"), "enterprise": .text("#1"), "at": .text("2023-02-03 09:30"),
                    "found": .text("一行\n二行 & <三行>"),
                ], to: visits, in: writing)
        }
        let before = try desked.changes()
        try await desked.visit { browser in
            for path in ["/registers/enterprise/1/edit", "/registers/visit/2/edit"] {
                let page = try await browser.get(path)
                #expect(page.status == 200, "\(path)")
                let answer = try await browser.fill(path)
                #expect(answer.status == 303)
                #expect(answer.headers[.location].map { !$0.contains("done") } == true)
            }
        }
        #expect(try desked.changes() == before)
    }

    @Test("a reference that the page put there goes by number, so that of two records of one name the right one stays")
    func namesakes() async throws {
        let desked = try Desked()
        let (enterprise, sales) = (try desked.site.register("enterprise"), try desked.site.register("sales"))
        let records = Records(desked.site.book, .console)
        try await desked.site.book.store.write(Site.intent("edit", 6)) { writing in
            _ = try records.add(["code": .text("E77"), "name": .text("云川重工")], to: enterprise, in: writing)
            _ = try records.add(["enterprise": .text("#6"), "month": .text("2022-07"), "output": .text("1")], to: sales, in: writing)
        }
        try await desked.visit { browser in
            try await browser.get("/registers/sales/10/edit")
            let answer1 = try await browser.fill("/registers/sales/10/edit") { $0["f.output"] = "2" }
            #expect(answer1.status == 303)
            #expect(try desked.record(10, "sales")["enterprise"] == 6)
            // Typed anew, the name fits two; the form says which.
            try await browser.get("/registers/sales/new")
            let answer = try await browser.fill("/registers/sales/new") { form in
                form["f.enterprise"] = "云川重工"
                form["f.month"] = "2022-06"
            }
            #expect(answer.status == 422)
            #expect(answer.text.contains("有几个"))
        }
    }

    @Test("where two change different fields of a record, the second sees both together before it is saved")
    func merged() async throws {
        let desked = try Desked()
        try await desked.visit { browser in
            let path = "/registers/enterprise/2/edit"
            try await browser.get(path)
            let mine = browser.last
            let answer2 = try await browser.fill(path) { $0["f.zone"] = "东区" }
            #expect(answer2.status == 303)
            browser.last = mine
            let answer = try await browser.fill(path) { form in
                form["key"] = "another"
                form["f.name"] = "云川重工集团"
            }
            #expect(answer.status == 409)
            #expect(answer.text.contains("改的不是同一栏"))
            #expect(try desked.record(2, "enterprise")["name"] == .text("云川重工"))
            #expect(try await browser.fill(path).status == 303)
            let record = try desked.record(2, "enterprise")
            #expect(record["name"] == .text("云川重工集团"))
            #expect(record["zone"] == .text("east"))
        }
    }

    @Test("where two change the same field, the second sees what it says now beside what he wrote")
    func conflicting() async throws {
        let desked = try Desked()
        try await desked.visit { browser in
            let path = "/registers/enterprise/2/edit"
            try await browser.get(path)
            let mine = browser.last
            let answer3 = try await browser.fill(path) { $0["f.name"] = "云川重工甲" }
            #expect(answer3.status == 303)
            browser.last = mine
            let answer = try await browser.fill(path) { form in
                form["key"] = "another"
                form["f.name"] = "云川重工乙"
            }
            #expect(answer.status == 409)
            #expect(answer.text.contains("value=\"云川重工乙\""))
            #expect(answer.text.contains("现在是：<b>云川重工甲</b>"))
            #expect(try desked.record(2, "enterprise")["name"] == .text("云川重工甲"))
        }
    }

    @Test("a second click writes nothing and leads to the same record")
    func twice() async throws {
        let desked = try Desked()
        try await desked.visit { browser in
            try await browser.get("/registers/visit/new")
            let page = browser.last
            let first = try await browser.fill("/registers/visit/new") { $0["f.day"] = "2023-03-01" }
            browser.last = page
            let second = try await browser.fill("/registers/visit/new") { $0["f.day"] = "2023-03-01" }
            #expect(second.status == 303)
            #expect(first.headers[.location].map { $0.hasPrefix(second.headers[.location] ?? "-") } == true)
        }
        #expect(try desked.count("visit") == 2)
    }

    @Test("a step is offered with what it asks for, refused without it, and not offered where it is somebody else's")
    func moving() async throws {
        let desked = try Desked()
        try await desked.visit { browser in
            let page = try await browser.get("/registers/visit/1").text
            #expect(page.contains("/registers/visit/1/moves/answer_it"))
            let path = "/registers/visit/1/moves/answer_it"
            let refused = try await browser.fill(path) { $0["reason"] = "看过" }
            #expect(refused.status == 422)
            #expect(refused.text.contains("办理“答复”前必须填写"))
            #expect(refused.text.contains("看过"))
            #expect(try desked.record(1, "visit").state == "asked")
            let answer4 = try await browser.fill(path) { $0["f.answer"] = "已协调" }
            #expect(answer4.status == 303)
            let record = try desked.record(1, "visit")
            #expect(record.state == "answered")
            #expect(record["answer"] == .text("已协调"))
            // Reopening is the chief's, and a finished record isn't changed.
            let after = try await browser.get("/registers/visit/1").text
            #expect(!after.contains("moves/reopen"))
            #expect(!after.contains("/registers/visit/1/edit"))
            #expect(try await browser.get("/registers/visit/1/edit").status == 403)
        }
    }

    @Test("voiding asks why")
    func voiding() async throws {
        let desked = try Desked()
        try await desked.visit { browser in
            let path = "/registers/visit/1/void"
            try await browser.get(path)
            #expect(try await browser.fill(path).status == 422)
            #expect(try !desked.record(1, "visit").isVoid)
            let answer5 = try await browser.fill(path) { $0["reason"] = "重复登记" }
            #expect(answer5.status == 303)
            #expect(try desked.record(1, "visit").isVoid)
            #expect(try await browser.get("/registers/visit/1").text.contains("重复登记"))
        }
    }

    @Test("files that came with a refused form needn't be sent again, and one that is unticked goes")
    func attaching() async throws {
        let desked = try Desked()
        try await desked.visit { browser in
            let path = "/registers/enterprise/1/edit"
            try await browser.get(path)
            let refused = try await browser.fill(path, file: ("f.papers", "环评 批复.pdf", "%PDF 3")) { $0["f.name"] = "" }
            #expect(refused.status == 422)
            #expect(refused.text.contains("环评 批复.pdf"))
            let answer6 = try await browser.fill(path) { $0["f.name"] = "厂" }
            #expect(answer6.status == 303)
            #expect(FileField.attachments(try desked.record(1, "enterprise")["papers"]).map(\.name) == ["执照<i>.pdf", "环评 批复.pdf"])
            try await browser.get(path)
            let answer7 = try await browser.fill(path) { form in form.pairs.removeAll { $0.1.hasSuffix("执照<i>.pdf") } }
            #expect(answer7.status == 303)
            #expect(FileField.attachments(try desked.record(1, "enterprise")["papers"]).map(\.name) == ["环评 批复.pdf"])
            try await browser.get(path)
            let odd = try await browser.fill(path, file: ("f.papers", "x.html", "<script>"))
            #expect(odd.status == 422)
            #expect(odd.text.contains("不收“.html”文件"))
        }
    }

    @Test("a field whose box the form didn't have stays as it is")
    func missing() async throws {
        let desked = try Desked()
        try await desked.visit { browser in
            let path = "/registers/enterprise/2/edit"
            try await browser.get(path)
            let answer = try await browser.fill(path) { form in
                form["f.name"] = "云川重工二厂"
                form.pairs.removeAll { $0.0 == "f.zone" || ($0.0 == "has" && $0.1 == "zone") }
            }
            #expect(answer.status == 303)
            let record = try desked.record(2, "enterprise")
            #expect(record["zone"] == .text("core"))
            #expect(record["name"] == .text("云川重工二厂"))
        }
    }

    @Test("who only reads is offered nothing, and refused what he asks for all the same")
    func reading() async throws {
        let desked = try Desked(roles: ["chief"], as: "chief")
        let before = try desked.changes()
        try await desked.visit { browser in
            #expect(try await !browser.get("/registers/visit").text.contains("/registers/visit/new"))
            let page = try await browser.get("/registers/visit/1").text
            #expect(!page.contains("/edit") && !page.contains("/void") && !page.contains("/undo") && !page.contains("/moves/"))
            for path in ["/registers/visit/new", "/registers/visit/1/edit", "/registers/visit/1/void", "/changes/4/undo"] {
                #expect(try await browser.get(path).status == 403, "\(path)")
            }
            let token = Token.form(of: "everybody")
            let fields = [("has", "day"), ("f.day", "2023-01-09"), ("since", "6"), ("reason", "试")]
            let posts = ["/registers/visit/new", "/registers/visit/1/edit", "/registers/visit/1/void", "/registers/visit/1/moves/answer_it"]
            for path in posts {
                let answer = try await browser.post(path, fields, token: token)
                #expect([403, 422].contains(answer.status), "\(path) \(answer.status)")
            }
            #expect(try await browser.post("/changes/4/undo", [], token: token).status == 403)
        }
        #expect(try desked.changes() == before)
    }

    @Test("what one types is suggested by name, pinyin initials and code")
    func suggesting() async throws {
        let desked = try Desked()
        try await desked.visit { browser in
            for typed in ["云川", "yczg", "E2"] {
                let answer = try await browser.get("/registers/enterprise/suggest" + Link.query([("q", typed)]))
                #expect(answer.text == "[{\"id\":2,\"title\":\"云川重工\"}]" || answer.text == "[{\"title\":\"云川重工\",\"id\":2}]", "\(typed)")
            }
            #expect(try await browser.get("/registers/nothing/suggest?q=a").status == 404)
        }
    }

    @Test("a form can begin with what its address says")
    func prefilled() async throws {
        let desked = try Desked()
        try await desked.visit { browser in
            let page = try await browser.get("/registers/visit/new?enterprise=%232&day=2023-04-05").text
            #expect(page.contains("value=\"2|云川重工\""))
            #expect(page.contains("value=\"2023-04-05\""))
        }
    }
}
