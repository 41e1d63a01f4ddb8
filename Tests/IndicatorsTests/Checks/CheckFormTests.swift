import Registers
import Storage
import Testing

@testable import Indicators

@Suite("The forms of a check")
struct CheckFormTests {
    static let indicators = """
        output: { name: { zh: 产值, en: Output }, measure: sum of latest sales.output_to_date by enterprise, unit: 亿元, places: 2 }
        taxes: { name: { zh: 税收, en: Taxes }, measure: sum of tax_payment.paid, unit: 亿元, places: 4 }
        firms: { name: { zh: 户数, en: Firms }, measure: distinct of qualification.enterprise where kind = above_scale and valid at end, kind: stock, unit: 家 }
        """

    private func park(_ form: String, _ more: [String: String] = [:]) throws -> Park {
        let check = """
            one:
              name: { zh: 规则, en: Check }
              why: { zh: 为什么, en: Why }
              do: { zh: 怎么办, en: Do }
              severity: must
            \(form.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
            """
        return try Park(CheckFormTests.indicators, more: ["checks/all.yaml": check].merging(more) { _, other in other })
    }

    private func look(_ park: Park, _ period: String, limit: Int = 10) throws -> CheckOutcome {
        var diagnostics = Diagnostics()
        let catalogue = CheckCatalogue.read(park.figures, &diagnostics)
        try #require(diagnostics.isEmpty, "\(diagnostics.text(.en))")
        let check = try #require(catalogue.check(named: "one"))
        let asked = try #require(Period(period))
        return try park.book.store.read { try Checks(park.figures, catalogue).look(check, asked, limit: limit, in: $0) }
    }

    @Test("Rows of a monthly form are asked of the period, others of all that is there by its end")
    func rows() throws {
        let park = try park("rows: sales where output_to_date > 100 万元")
        let firm = try park.firm("甲")
        for (month, value) in [(202112, 500), (202201, 50), (202202, 500), (202203, 700), (202301, 900)] { try park.sales(firm, month, Int64(value)) }
        try park.sales(firm, 202204, 999, state: "withdrawn")
        let found = try look(park, "2022", limit: 1)
        #expect(found.count == 2)
        #expect(found.offences.map(\.title) == ["\(firm) 202203"])
        let ever = try self.park("rows: enterprise where moved_in < 2020-01-01")
        _ = try ever.firm("甲", movedIn: 20190101)
        #expect(try look(ever, "2022").count == 1)
    }

    @Test("Rows may ask of the figures of each member, and say them")
    func having() throws {
        let park = try park("rows: enterprise where zone = core having output > 1 亿元 and taxes = 0")
        let (taxed, untaxed, small) = (try park.firm("甲"), try park.firm("乙"), try park.firm("丙"))
        let other = try park.firm("丁", zone: "east")
        for firm in [taxed, untaxed, other] { try park.sales(firm, 202212, 20_000) }
        try park.sales(small, 202212, 9_000)
        try park.tax(taxed, 20220601, 7)
        let found = try look(park, "2022")
        #expect(found.offences.map(\.title) == ["乙"])
        #expect(found.offences.first?.note?.zh == "产值 2.00亿元，税收 0.0000亿元")
    }

    @Test("A condition over figures holds, fails with the figures, or can't be decided")
    func holds() throws {
        let park = try park("holds: taxes <= output")
        let firm = try park.firm("甲")
        #expect(try look(park, "2022").undecided != nil)
        try park.sales(firm, 202212, 100)
        try park.tax(firm, 20220601, 100)
        #expect(try look(park, "2022").count == 0)
        try park.tax(firm, 20220602, 1)
        let found = try look(park, "2022")
        #expect(found.count == 1)
        #expect(found.offences.map(\.title) == ["税收"])
        #expect(found.offences.first?.note?.zh == "0.0101亿元，应不大于产值0.01亿元")
        #expect(found.offences.first?.note?.en == "Taxes 0.0101亿元 should not exceed Output 0.01亿元")
    }

    @Test("A target is told by its year, its bound and its scope, and each comparison that fails is told by itself")
    func targets() throws {
        let condition =
            "year(period.end) < 2020 or output.target.high(next, core) <= output.target.low(next) and taxes + 1 亿元 >= output.target.low(next)"
        let park = try park("holds: \(condition)")
        #expect(try look(park, "2022").undecided?.zh == "“下一年产值目标上限（核心区）”缺数，无法判断。")
        func target(_ scope: Value, _ low: Int64, _ high: Int64) throws {
            try park.add(
                "target",
                [
                    "subject": .text("产值 \(low)"), "indicator": "output", "year": 20230101, "direction": "at_least", "low": .integer(low * 10_000),
                    "high": .integer(high * 10_000), "scope": scope, "title": "产值",
                ])
        }
        try target("core", 800, 900)
        try target(.null, 840, 0)
        try park.tax(park.firm("甲"), 20220601, 100)
        let found = try look(park, "2022")
        #expect(found.count == 1)
        #expect(found.offences.map(\.title) == ["下一年产值目标上限（核心区）", "税收 + 1 亿元"])
        #expect(found.offences.map { $0.note?.zh ?? "" } == ["900亿元，应不大于下一年产值目标下限840亿元", "1.0100亿元，应不小于下一年产值目标下限840亿元"])
        #expect(
            found.offences.first?.note?.en
                == "Output, target of next year (Core), high 900亿元 should not exceed Output, target of next year, low 840亿元")
        #expect(try look(park, "2019").count == 0)
    }

    @Test("Two figures agree within so many per cent of the first, and not beyond")
    func agrees() throws {
        let park = try park("agrees: [output, taxes]\nwithin: 5")
        let firm = try park.firm("甲")
        try park.sales(firm, 202212, 1000)
        try park.tax(firm, 20220601, 1050)
        #expect(try look(park, "2022").count == 0)
        try park.tax(firm, 20220602, 1)
        let found = try look(park, "2022")
        #expect(found.count == 1)
        #expect(found.offences.map(\.title) == ["产值"])
        #expect(found.offences.first?.note?.zh == "0.10亿元，应等于税收0.1051亿元（允许相差5%）")
    }

    @Test("Who is on the roster and has no form is missing, month by month, as far as the book goes")
    func missing() throws {
        let roster = "above: { name: { zh: 规上, en: Above }, of: qualification.enterprise, where: kind = above_scale and valid at end }"
        let park = try park("missing: sales\nroster: above\nskip: [1]", ["rosters.yaml": roster])
        let (one, late) = (try park.firm("甲"), try park.firm("乙"))
        // Written at the end of 2021 by the clock of these tests, so the year ends with December.
        for (firm, day) in [(one, 20200101), (late, 20211101)] {
            try park.add("qualification", ["enterprise": .integer(firm), "kind": "above_scale", "approved": .integer(Int64(day))])
        }
        for month in 1...11 where month != 5 { try park.sales(one, 202100 + month, 1) }
        let found = try look(park, "2021", limit: 20)
        #expect(found.offences.map { "\($0.title) \($0.note?.zh ?? "")" } == ["甲 缺2021年5月", "乙 缺2021年11月"])
    }

    @Test("Too few records in a week that has a working day are a finding; a week off is none")
    func recurrence() throws {
        let calendar = "year: 2021\nholidays: [2021-10-01 .. 2021-10-07]\nworkdays: []\nsource: 试验"
        let park = try park("missing: tax_payment\nevery: week\nleast: 1", ["calendar/2021.yaml": calendar])
        let firm = try park.firm("甲")
        let first = try #require(Day(2021, 10, 4))
        for week in 0..<4 where week != 2 { try park.tax(firm, Int(first.adding(days: week * 7)?.number ?? 0), 1) }
        let found = try look(park, "2021-10")
        #expect(found.offences.map(\.title) == ["2021年第42周"])
        #expect(found.offences.first?.note?.zh == "应有 1 条，只有 0 条")
        #expect(try look(park, "2020-10").undecided?.zh.contains("2020") == true)
    }

    @Test("What is due each Friday is not missed in a week whose Friday is off, and may come on another day of the week")
    func fridays() throws {
        let calendar = "year: 2021\nholidays: [2021-10-08 .. 2021-10-09]\nworkdays: []\nsource: 试验"
        let park = try park("missing: tax_payment\nevery: friday", ["calendar/2021.yaml": calendar])
        let firm = try park.firm("甲")
        try park.tax(firm, 20211014, 1)
        let found = try look(park, "2021-10")
        #expect(found.offences.map(\.title) == ["2021年第42周", "2021年第43周"])
        let weekly = try self.park("missing: tax_payment\nevery: week", ["calendar/2021.yaml": calendar])
        let weeks = try look(weekly, "2021-10")
        #expect(weeks.offences.map(\.title) == ["2021年第40周", "2021年第41周", "2021年第42周", "2021年第43周"])
    }

    @Test("The day and the member of what is missing may lie in other registers")
    func missingThrough() throws {
        let roster = "above: { name: { zh: 规上, en: Above }, of: qualification.enterprise, where: kind = above_scale }"
        let park = try park(
            "missing: tax_payment\nat: enterprise.moved_in\nevery: year\nroster: above\nby: enterprise.predecessor", ["rosters.yaml": roster])
        let (old, other) = (try park.firm("甲"), try park.firm("乙"))
        for firm in [old, other] { try park.add("qualification", ["enterprise": .integer(firm), "kind": "above_scale", "approved": 20190101]) }
        try park.tax(park.firm("丙", movedIn: 20200301, after: old), 20210601, 1)
        #expect(try look(park, "2020").offences.map(\.title) == ["乙"])
        #expect(try look(park, "2019").offences.map(\.title) == ["乙", "甲"])
    }

    @Test("Names that differ in blanks, brackets and width only are the same")
    func duplicates() throws {
        let park = try park("duplicates: enterprise\nby: [name]")
        for name in ["云川（重工）有限公司", "云川重工 有限公司", "云川轻工有限公司", "（）", "【】"] { _ = try park.firm(name) }
        let found = try look(park, "2022")
        #expect(found.offences.map(\.title) == ["云川（重工）有限公司", "云川重工 有限公司"])
    }

    @Test("Validities of one key may follow each other and not overlap")
    func overlaps() throws {
        let park = try park("overlaps: qualification\nby: [enterprise, kind]")
        let firm = try park.firm("甲")
        func certificate(_ from: Int64, _ to: Int64?) throws {
            try park.add(
                "qualification",
                [
                    "enterprise": .integer(firm), "kind": "high_tech", "approved": .integer(from), "expires": to.map { .integer($0) } ?? .null,
                    "title": .text("\(from)"),
                ])
        }
        try certificate(20180101, 20201231)
        try certificate(20210101, 20231231)
        #expect(try look(park, "2023").count == 0)
        try certificate(20231231, nil)
        #expect(try look(park, "2022").count == 0)
        #expect(try look(park, "2023").offences.map(\.title) == ["20231231"])
    }

    @Test("A cumulative falls within a year only; a new year begins anew")
    func cumulative() throws {
        let park = try park("cumulative: sales.output_to_date")
        let firm = try park.firm("甲")
        for (month, value) in [(202111, 90), (202112, 100), (202201, 10), (202202, 20), (202203, 15), (202204, 15)] {
            try park.sales(firm, month, Int64(value))
        }
        let found = try look(park, "2022")
        #expect(found.offences.map(\.title) == ["\(firm) 202203"])
        #expect(found.offences.first?.note?.zh == "累计 15.00，上期累计 20.00")
    }

    @Test("What is far off is more than so many times the middle, exactly, and less than that part of it")
    func outliers() {
        #expect(OutliersCheck.far(50, from: [10, 10, 10], 5) == nil)
        #expect(OutliersCheck.far(51, from: [10, 10, 10], 5) == 10)
        #expect(OutliersCheck.far(2, from: [10, 10, 10], 5) == nil)
        #expect(OutliersCheck.far(1, from: [10, 10, 10], 5) == 10)
        // Between 10 and 11 the middle is ten and a half: 52.5 is the edge.
        #expect(OutliersCheck.far(52, from: [10, 11], 5) == nil)
        #expect(OutliersCheck.far(53, from: [10, 11], 5) == 10)
        #expect(OutliersCheck.far(.max, from: [.max, .max], 1_000_000) == nil)
        #expect(OutliersCheck.far(.min, from: [1, 1], 5) == 1)
    }

    @Test("Outliers are asked of the period, with the history before it")
    func outlierSeries() throws {
        let park = try park("outliers: tax_payment.paid\nbeyond: 10\nleast: 3")
        let firm = try park.firm("甲")
        for day in [20211001, 20211101, 20211201] { try park.tax(firm, day, 100) }
        try park.tax(firm, 20220101, 1000)
        try park.tax(firm, 20220201, 1001)
        let found = try look(park, "2022")
        #expect(found.offences.map(\.title) == ["\(firm) 20220201"])
    }

    @Test("A wrong term is found, a longer right one that holds it is not")
    func terms() throws {
        let terms = "入规: { right: 升规入库, unless: [列入规划] }\n关健: { right: 关键 }\n关健环节: { right: 关键环节 }"
        let park = try park("terms: [enterprise]", ["checks/terms.yaml": terms])
        for name in ["五家企业入规", "项目列入规划", "抓住关健环节"] { _ = try park.firm(name) }
        let found = try look(park, "2022")
        #expect(found.offences.map { $0.note?.zh ?? "" } == ["名称：“入规”应为“升规入库”", "名称：“关健环节”应为“关键环节”"])
    }

    @Test("An indicator's name that nobody declared is found, with the nearest that is")
    func names() throws {
        let park = try park("indicators: target.indicator")
        for indicator in ["output", "outputt"] {
            try park.add(
                "target",
                ["subject": .text(indicator), "indicator": .text(indicator), "year": 20220101, "direction": "at_least", "title": .text(indicator)])
        }
        let found = try look(park, "2022")
        #expect(found.offences.map { $0.note?.zh ?? "" } == ["没有指标“outputt”，是不是“output”"])
    }

    @Test("What is wrong in a check is told all at once, with its place and what was meant")
    func diagnostics() throws {
        let text = """
            Two: { }
            a: { name: { zh: 甲, en: A }, why: { zh: 甲, en: A }, do: { zh: 甲, en: A }, severity: must, rows: saless where month is empty }
            b: { name: { zh: 甲, en: A }, why: { zh: 甲, en: A }, do: { zh: 甲, en: A }, severity: mustt, rows: sales where monthh is empty }
            c: { name: { zh: 甲, en: A }, why: { zh: 甲, en: A }, do: { zh: 甲, en: A }, severity: look, holds: outputt > 1 }
            d: { name: { zh: 甲, en: A }, why: { zh: 甲, en: A }, do: { zh: 甲, en: A }, severity: look, rowz: sales }
            e: { name: { zh: 甲, en: A }, why: { zh: 甲, en: A }, severity: look, missing: sales, roster: abov }
            f: { name: { zh: 甲, en: A }, why: { zh: 甲, en: A }, do: { zh: 甲, en: A }, severity: look, agrees: [output] }
            g: { name: { zh: 甲, en: A }, why: { zh: 甲, en: A }, do: { zh: 甲, en: A }, severity: look, outliers: sales.output_to_date }
            h: { name: { zh: 甲, en: A }, why: { zh: 甲, en: A }, do: { zh: 甲, en: A }, severity: look, holds: output + taxes }
            a: { name: { zh: 甲, en: A }, why: { zh: 甲, en: A }, do: { zh: 甲, en: A }, severity: look, ahead: [qualification.approvd] }
            """
        let park = try Park(
            CheckFormTests.indicators,
            more: [
                "checks/all.yaml": text.replacing(
                    "a: { name: { zh: 甲, en: A }, why: { zh: 甲, en: A }, do: { zh: 甲, en: A }, severity: look, ahead",
                    with: "i: { name: { zh: 甲, en: A }, why: { zh: 甲, en: A }, do: { zh: 甲, en: A }, severity: look, ahead")
            ])
        var diagnostics = Diagnostics()
        _ = CheckCatalogue.read(park.figures, &diagnostics)
        let told = diagnostics.sorted.map { $0.text(.en) }
        for part in [
            "all.yaml:1:1 [name]", "[unknown-register] There is no register “saless”. Did you mean “sales”?", "Did you mean “month”?", "[choice]",
            "[unknown-indicator] There is no indicator “outputt”. Did you mean “output”?", "[check-form]", "Did you mean “rows”?",
            "[missing-key] “do” is missing.", "[unknown-roster]", "[agrees]", "[missing-key] Say “beyond”", "[condition]", "Did you mean “approved”?",
        ] { #expect(told.contains { $0.contains(part) }, "\(part) in \(told.joined(separator: "\n"))") }
        #expect(told.contains { $0.hasPrefix("checks/all.yaml:2:") && $0.contains("saless") })
    }
}
