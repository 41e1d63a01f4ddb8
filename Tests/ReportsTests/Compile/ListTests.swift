import Indicators
import Registers
import Storage
import Testing

@testable import Reports

@Suite("Lists of records in a text")
struct ListTests {
    /// Four firms, one of them large, with output in 万元 in December 2022; one was voided.
    private func park(_ report: String) throws -> LittlePark {
        try LittlePark(report: report) { records, catalogue, writing in
            let enterprise = try #require(catalogue.register("enterprise"))
            let sales = try #require(catalogue.register("sales"))
            for (name, registered, large, amount) in [
                ("甲厂", "2022-03-31", "yes", "20000"), ("乙厂", "2022-02-01", "no", "5000"), ("丙厂", "2021-12-31", "", "1.5"),
                ("丁厂", "2022-01-31", "", ""),
            ] {
                var inputs: [Name: Input] = ["name": .text(name), "registered": .text(registered)]
                if !large.isEmpty { inputs["large"] = .text(large) }
                if name == "乙厂" { inputs["predecessor"] = .text("甲厂") }
                let id = try records.add(inputs, to: enterprise, in: writing)
                if !amount.isEmpty {
                    try records.add(["enterprise": .text(name), "month": .text("2022-12"), "amount": .text(amount)], to: sales, in: writing)
                }
                if name == "丁厂" { try records.void(id, of: enterprise, in: writing) }
            }
        }
    }

    private func text(_ report: String) throws -> String {
        let park = try park(report)
        #expect(park.diagnostics.isEmpty, "\(park.diagnostics.map { $0.text(.en) })")
        return try park.compiled().plainText
    }

    @Test("On a line of its own a list has a line for each record, in its order, without those that were voided")
    func lines() throws {
        let text = try text("- {list enterprise where registered <= period.end by registered desc}{name}（{registered}注册）{if large}，大型{/if}。{/list}\n")
        #expect(text == "　　· 甲厂（3月31日注册），大型。\n　　· 乙厂（2月1日注册）。\n　　· 丙厂（2021年12月31日注册）。\n")
    }

    @Test("Among other words its entries follow one another, and say how many there are where some are left out")
    func inline() throws {
        #expect(try text("注册的有{list enterprise by registered}{title}{/list}。\n") == "　　注册的有丙厂；乙厂；甲厂。\n")
        #expect(try text("注册的有{list enterprise by registered at most 1 家}{title}{/list}。\n") == "　　注册的有丙厂等3家。\n")
        #expect(
            try text("{list enterprise by registered at most 2 家}{title}。{else}无。{/list}\n") == "　　丙厂。\n　　乙厂。\n　　另有1家，见台账企业。\n")
    }

    @Test("Where there is none, its else stands, or nothing")
    func none() throws {
        let list = "{list enterprise where registered > period.end}{name}"
        #expect(try text("情况：\(list){else}没有{/list}。\n") == "　　情况：没有。\n")
        #expect(try text("\(list){else}没有新注册的。{/list}\n") == "　　没有新注册的。\n")
        #expect(try text("\(list){/list}\n") == "\n")
        #expect(try text("情况，\(list)（{registered}）{/list}。\n") == "　　情况。\n")
    }

    @Test("References, days to a day and figures of a record can be printed")
    func fields() throws {
        let text = try text(
            "{list enterprise where days(registered, period.end) < 334 by name}{name}：前身{predecessor}，{days(registered, period.end)}天，产值{output}亿元{/list}\n"
        )
        // 31 March to 31 December 2022 are 275 days; 1 February to it 333.
        #expect(text.contains("乙厂：前身甲厂，333天，产值0.50亿元\n"))
        #expect(text.contains("甲厂：前身，275天，产值2.00亿元\n"))
        #expect(!text.contains("丙厂"))
    }

    @Test("A table has a row a record and says the unit in its head")
    func table() throws {
        let text = try text("{rows enterprise where registered >= period.start by registered desc: name, registered, output}\n")
        #expect(text == "名称\t注册日期\t产值（亿元）\n甲厂\t3月31日\t2.00\n乙厂\t2月1日\t0.50\n")
        #expect(try self.text("{rows enterprise where registered > period.end: name}\n") == "\n")
    }

    @Test("Every entry opens its record, and its numbers are not taken for typed ones")
    func links() throws {
        let park = try park("- {list enterprise by name}{name}，{registered}，3号厂房{/list}\n")
        let report = try park.compiled()
        let html = ReportHTML(report).article
        for id in 1...3 { #expect(html.contains("href=\"/registers/enterprise/\(id)\"")) }
        #expect(report.unsourced.map(\.text) == ["3号", "3号", "3号"])
        let asOf = try park.compiled(asOf: 2)
        #expect(ReportHTML(asOf).article.contains("href=\"/registers/enterprise/1?asof=2\""))
    }

    @Test(
        "What doesn't fit is told when the text is read",
        arguments: [
            ("{list enterprize}{name}{/list}", "unknown-register"), ("{list enterprise where foo = 1}{name}{/list}", "unknown-field"),
            ("{list enterprise by foo}{name}{/list}", "unknown-field"), ("{list enterprise}{nam}{/list}", "unknown-field"),
            ("{list enterprise at most many}{name}{/list}", "list"), ("{list enterprise whose large}{name}{/list}", "list"),
            ("{list enterprise by name up}{name}{/list}", "list"), ("{list enterprise}{name}", "not-closed"),
            ("{list enterprise}{output.change}{/list}", "list"), ("{list enterprise}{item}{name}{/list}", "list"),
            ("{rows enterprise by name}", "rows"),
            ("{rows enterprise: name, nam}", "unknown-field"), ("正文{rows enterprise: name}", "brace"),
        ])
    func faults(_ line: String, _ rule: String) throws {
        let park = try LittlePark(report: line + "\n")
        #expect(park.diagnostics.map(\.rule).contains(rule), "\(park.diagnostics.map { $0.text(.en) })")
    }

    @Test("A word between quotes is no keyword of the list")
    func quotes() throws {
        let list = try ListReader.list("enterprise where name = \"a by b at most 3\" by name", at: Place(file: "a", line: 1, column: 1))
        #expect(list.order.map(\.path) == [["name"]] && list.most == nil)
        guard case .pair(.equal, _, let right)? = list.filter?.kind, case .text("a by b at most 3") = right.kind else { return #expect(Bool(false)) }
    }
}
