import Foundation
import HTTPTypes
import Indicators
import Registers
import Storage
import Testing

@testable import Web

@Suite("What the pages say")
struct ContentTests {
    @Test("the sum under a list is that of all its pages, as added up by hand")
    func sums() async throws {
        let site = try Site()
        // 2022: 3 × 1000 + 2 × 2500.50 + 100 + 7; both years: + 2 × 2000.
        #expect(try await site.page("/registers/sales?month.in_period=2022").text.contains(">8,108.00<"))
        #expect(try await site.page("/registers/sales").text.contains(">12,108.00<"))
        #expect(try await site.page("/registers/sales?enterprise=2").text.contains(">5,001.00<"))
        #expect(try await site.page("/registers/sales?zone=core&month.in_period=2022").text.contains(">8,001.00<"))
    }

    @Test("the checks page tells what must be mended first, and names the rules that find nothing")
    func checks() async throws {
        let text = try await Site().page("/checks?year=2022").text
        #expect(text.contains("必须改正") && text.contains("企业没有代码") && text.contains("href=\"/registers/enterprise/1\""))
        #expect(text.contains("<li>从来没有的事</li>") && !text.contains("id=\"quiet\""))
    }

    @Test("the promises page lists what was promised with its light, and says where nothing was")
    func promises() async throws {
        let site = try Site()
        #expect(try await site.page("/promises?year=2021").text.contains("没有登记2021年的目标和承诺"))
        let register = try #require(site.book.catalogue.register("promise"))
        try await site.book.store.write(Site.intent("add", 99)) { writing in
            _ = try Records(site.book, .console).add(
                ["year": .text("2021"), "name": .text("修好<b>路</b>"), "due": .text("2021-12-31")], to: register, in: writing)
        }
        let text = try await site.page("/promises?year=2021").text
        #expect(text.contains("修好&lt;b&gt;路") && text.contains("未兑现") && text.contains("2021-12-31"))
    }

    @Test("the permissions page says of a role what it sees, keeps and does; all roles go out as one table")
    func permissions() async throws {
        let site = try Site()
        let roles = site.book.catalogue.roles
        let last = try #require(roles.last)
        let text = try await site.page("/permissions?role=\(last.id.text)").text
        #expect(text.contains("role=\(last.id.text)\" aria-current=\"page\"") && text.contains(last.name.zh))
        #expect(try await site.page("/permissions?role=emperor").status == 404)
        let file = try await site.page("/permissions/export?lang=en")
        #expect(file.text.contains("Role,Bound,Register,See,Enter and change,Steps"))
        for role in roles { #expect(file.text.contains(role.name.en), "\(role.id.text)") }
    }

    @Test("the facets count what the other filters leave")
    func facets() async throws {
        let site = try Site()
        let text = try await site.page("/registers/sales?zone=east").text
        #expect(text.contains("<span>核心区</span><i>7</i>"))
        #expect(text.contains("aria-current=\"true\"><span>东区</span><i>2</i>"))
        #expect(text.contains("<span>2022年</span><i>2</i>") && !text.contains("<span>2021年</span>"))
        #expect(text.contains("区域是东区 ×"))
    }

    @Test("a figure has its base, growth and increment with the numbers that they were taken from")
    func figure() async throws {
        let site = try Site()
        let text = try await site.page("/indicators/output?period=2022").text
        // 8108 万元 is 0.81 亿元, 4000 is 0.40: growth 102.7 %.
        #expect(text.contains(">0.81</a>") && text.contains(">0.40</a>"))
        #expect(text.contains("同比增长102.7%") || text.contains(">102.7<"))
        #expect(text.contains("0.81 ÷ 0.40 − 1"))
        #expect(text.contains("应报5家，已报4家") && text.contains("未报：盛川钢管"))
        #expect(text.contains("算出这个数的 7 条记录"))
        #expect(text.contains("“产销月报”里的“产值”，求和"))
        #expect(text.contains("indicators/economy.yaml:1"))
        #expect(text.contains("数据位 #37"))
    }

    @Test("a figure as it was known is computed from what was known")
    func asOf() async throws {
        let site = try Site()
        // Change 4 put 60 in the place of 100: 8068 万元.
        let then = try await site.page("/indicators/output?period=2022&asof=4").text
        #expect(then.contains(">0.81</a>") && then.contains("按第 4 号变更"))
        #expect(try await site.page("/registers/sales?month.in_period=2022&asof=4").text.contains(">8,068.00<"))
        #expect(try await site.page("/registers/sales/8?asof=4").text.contains("60.00"))
        // The fourth change was written on 4 January 2023, the fifth on the day after.
        #expect(try await site.page("/registers/sales?month.in_period=2022&asof=2023-01-04").text.contains(">8,068.00<"))
        #expect(try await site.page("/registers/sales?asof=2022-12-31").status == 404)
    }

    @Test("a January in which only some have reported doesn't empty the first page, and can be asked for")
    func year() async throws {
        let site = try Site()
        let text = try await site.page("/").text
        #expect(text.contains("2022年怎么样") && text.contains(">0.81</a>"))
        #expect(text.contains("href=\"/?year=2023\""))
        #expect(try await site.page("/?year=2023").text.contains("2023年怎么样"))
    }

    @Test("only scopes that the counted records can be told apart by are offered")
    func scopes() async throws {
        let site = try Site()
        #expect(try await site.page("/indicators/output").text.contains("scope=core"))
        #expect(try await !site.page("/indicators/members").text.contains("scope=core"))
        #expect(try await site.page("/indicators/members?scope=core").status == 400)
    }

    @Test("a record tells its story, before and after")
    func story() async throws {
        let site = try Site()
        let text = try await site.page("/registers/sales/8").text
        #expect(text.contains("第 5 号变更") && text.contains("第 3 号变更"))
        #expect(text.contains("60") && text.contains("经济岗"))
        let firm = try await site.page("/registers/enterprise/2").text
        #expect(firm.contains("产销月报<small>") && firm.contains("2 条"))
        #expect(!firm.contains("href=\"/registers/sales?enterprise=2\""))
    }

    @Test("where fewer than three report, no breakdown is shown, and the reason is")
    func suppressed() async throws {
        let site = try Site()
        #expect(try await site.page("/indicators/output?period=2021&by=enterprise").text.contains("依法不予显示"))
        let shown = try await site.page("/indicators/output?period=2022&by=enterprise").text
        #expect(!shown.contains("依法不予显示") && shown.contains("恒川新材料"))
    }

    @Test("a condition is read aloud with the labels of what it names")
    func measure() async throws {
        let site = try Site()
        let text = try await site.page("/indicators/zone_output").text
        #expect(text.contains("限于区域是“核心区”，且企业的规上是“是”，求和"))
        #expect(try await site.page("/indicators/share").text.contains("核心区产值 ÷ 总产值 × 100"))
    }

    @Test("a report prints what holds, leaves out what does not with its reason, and marks a number typed by hand")
    func report() async throws {
        let site = try Site()
        let text = try await site.page("/reports/annual/2022").text
        #expect(text.contains("报表为建账以来最多") && text.contains("表述有据 1"))
        #expect(text.contains("没有写进的表述 1") && text.contains("报表过百"))
        #expect(text.contains("无来源数字") && text.contains("<mark>12公顷</mark>"))
        let plain = try await site.page("/reports/annual/2022.txt")
        #expect(plain.status == 200 && !plain.text.contains("逾百份"))
        #expect(try await site.page("/reports/annual/2022.json").headers[.contentType] == "application/json")
        #expect(try await site.page("/reports/annual/2022.docx").text.hasPrefix("PK"))
    }

    @Test("reports are listed by rhythm, and one of a month has the months around it")
    func rhythms() async throws {
        let site = try Site()
        let list = try await site.page("/reports").text
        #expect(list.contains("<h2 class=\"rhythm\">每年</h2>") && list.contains("<h2 class=\"rhythm\">每月</h2>"))
        #expect(list.contains("href=\"/reports/annual/2022\"") && list.contains("href=\"/reports/monthly/2022-"))
        let text = try await site.page("/reports/monthly/2022-05").text
        #expect(
            text.contains("2022年5月园区月报") && text.contains("href=\"/reports/monthly/2022-04\"") && text.contains("href=\"/reports/monthly/2022-06\""))
        #expect(text.contains("href=\"/reports/monthly/2022-05.docx\""))
        #expect(try await site.page("/reports/monthly/2022-05.txt").status == 200)
        #expect(try await site.page("/reports/monthly/2022-05.docx").text.hasPrefix("PK"))
        // The page says the period once: in the title, or behind one that doesn't say it.
        #expect(text.contains("<h1>2022年5月园区月报</h1>"))
        #expect(try await site.page("/reports/annual/2022").text.contains(" 2022年</h1>"))
        #expect(try await site.page("/reports/monthly/2022-05.json").text.contains("\"period\" : \"2022-05\""))
    }

    @Test("an export holds exactly what the list's address says")
    func export() async throws {
        let site = try Site()
        let csv = try await site.page("/registers/sales/export?format=csv&month.in_period=2022&zone=east")
        #expect(csv.status == 200)
        #expect(csv.headers[.contentDisposition]?.hasPrefix("attachment") == true)
        #expect(csv.text.split(whereSeparator: \.isNewline).count == 3)
        #expect(try await site.page("/registers/sales/export?format=xlsx").text.hasPrefix("PK"))
    }

    @Test("an attachment opens from the record that has it, as a download, and only where its field may be seen")
    func attachments() async throws {
        let site = try Site()
        let address = "/registers/enterprise/1/files/\(site.papers[0])"
        #expect(try await site.page("/registers/enterprise/1").text.contains("<a href=\"\(address)\">执照&lt;i&gt;.pdf</a>"))
        let file = try await site.page(address)
        #expect(file.status == 200 && file.text.hasPrefix("%PDF"))
        #expect(file.headers[.contentType] == "application/octet-stream" && file.headers[.contentDisposition]?.hasPrefix("attachment") == true)
        for other in [
            "/registers/enterprise/1/files/\(site.papers[1])", "/registers/enterprise/2/files/\(site.papers[0])",
            "/registers/sales/1/files/\(site.papers[0])",
            "/registers/enterprise/1/files/..%2F..%2Fbook.sqlite", "/registers/enterprise/9223372036854775807/files/x", address + "?asof=1",
        ] {
            #expect(try await site.page(other).status == 404, "\(other)")
        }
    }

    @Test("two Chinese characters, pinyin initials and codes find records, indicators and registers")
    func search() async throws {
        let site = try Site()
        for asked in ["%E9%87%8D%E5%B7%A5", "yczg", "E2"] { #expect(try await site.page("/search?q=\(asked)").text.contains("云川重工"), "\(asked)") }
        #expect(try await site.page("/search?q=zcz").text.contains("href=\"/indicators/output"))
        #expect(try await site.page("/search?q=%E6%9C%88%E6%8A%A5").text.contains("href=\"/registers/sales\""))
        #expect(try await site.page("/search?q=%E4%B8%8D%E5%AD%98%E5%9C%A8").text.contains("没有找到"))
    }

    @Test("where a document's figures point to, the figure is")
    func figures() async throws {
        let site = try Site()
        let answer = try await site.page("/figures/output/2022?of=output.growth&asof=4")
        #expect(answer.status == 303)
        #expect(answer.headers[.location] == "/indicators/output?period=2022&of=output.growth&asof=4")
    }
}
