import Indicators
import Registers
import Storage
import Testing

@Suite("Counting records")
struct CountingTests {
    @Test("each aggregate over the records of a period, by hand")
    func aggregates() throws {
        let park = try Park(
            """
            n: { name: { zh: 笔数, en: N }, measure: count of tax_payment }
            firms: { name: { zh: 户数, en: Firms }, measure: distinct of tax_payment.enterprise, unit: 家 }
            total: { name: { zh: 合计, en: Total }, measure: sum of tax_payment.paid, unit: 亿元, places: 4 }
            mean: { name: { zh: 平均, en: Mean }, measure: average of tax_payment.paid, unit: 万元, places: 2 }
            middle: { name: { zh: 中位, en: Middle }, measure: median of tax_payment.paid, unit: 万元, places: 2 }
            most: { name: { zh: 最大, en: Most }, measure: max of tax_payment.paid, unit: 元, places: 0 }
            least: { name: { zh: 最小, en: Least }, measure: min of tax_payment.paid, unit: 万元, places: 2 }
            last: { name: { zh: 最近, en: Last }, measure: latest of tax_payment.paid, unit: 万元, places: 2 }
            day: { name: { zh: 最后一天, en: Day }, measure: max of tax_payment.received }
            large: { name: { zh: 大额, en: Large }, measure: count of tax_payment where paid >= 0.03 亿元 }
            """)
        let (one, other) = (try park.firm("甲厂"), try park.firm("乙厂"))
        for (firm, day, paid) in [(one, 2022_01_01, 100), (one, 2022_06_30, 300), (other, 2022_12_31, 1000), (other, 2022_03_01, 200)] {
            try park.tax(firm, day, Int64(paid))
        }
        let voided = try park.tax(one, 2022_07_07, 9999)
        try park.void("tax_payment", voided)
        try park.tax(one, 2021_12_31, 5)
        try park.tax(one, 2023_01_01, 7)
        let expected: [(Name, String)] = [
            ("n", "4"), ("firms", "2"), ("total", "0.1600"), ("mean", "400.00"), ("middle", "250.00"), ("most", "10000000"), ("least", "100.00"),
            ("last", "1000.00"), ("day", "2022年12月31日"), ("large", "2"),
        ]
        for (id, text) in expected { #expect(try park.figure(id, "2022").printed() == text, "\(id)") }
        #expect(try park.figure("total", "2022").rows == 4)
        #expect(try park.figure("mean", "2022H1").value == .amount(Amount(200)))
        #expect(try park.figure("mean", "2021").value == .amount(Amount(5)))
    }

    @Test("an average is exact until it is printed")
    func exact() throws {
        let park = try Park("mean: { name: { zh: 平均, en: Mean }, measure: average of tax_payment.paid, unit: 亿元, places: 8 }")
        let firm = try park.firm("甲厂")
        for (day, paid) in [(2022_01_01, 1), (2022_01_02, 1), (2022_01_03, 2)] { try park.tax(firm, day, Int64(paid)) }
        #expect(try park.figure("mean", "2022").value == .amount(try Amount(4, over: 30_000)))
        #expect(try park.printed("mean * 3 - mean - mean - mean", "2022") == "0.00000000")
    }

    @Test("counting nothing gives nothing where there is no value, and none where things are counted")
    func nothing() throws {
        let park = try Park(
            """
            n: { name: { zh: 笔数, en: N }, measure: count of tax_payment }
            total: { name: { zh: 合计, en: Total }, measure: sum of tax_payment.paid }
            mean: { name: { zh: 平均, en: Mean }, measure: average of tax_payment.paid }
            middle: { name: { zh: 中位, en: Middle }, measure: median of tax_payment.paid }
            """)
        #expect(try park.figure("n", "2022").value == .amount(.zero))
        for id in ["total", "mean", "middle"] as [Name] { #expect(try park.figure(id, "2022").value == .nothing) }
        // Before its first year the book knows nothing, not even that there was none.
        #expect(try park.figure("n", "2017").value == .nothing)
        #expect(try park.figure("n", "2018").value == .amount(.zero))
    }

    @Test("a sum that leaves 64 bits is still exact")
    func overflow() throws {
        let park = try Park("total: { name: { zh: 合计, en: Total }, measure: sum of tax_payment.paid, unit: 万元, places: 2 }")
        let firm = try park.firm("甲厂")
        for day in [2022_01_01, 2022_01_02, 2022_01_03] {
            try park.add("tax_payment", ["enterprise": .integer(firm), "received": .integer(Int64(day)), "paid": .integer(.max), "title": "t"])
        }
        #expect(try park.printed("total", "2022") == "276701161105643274.21")
        #expect(try park.breakdown("total", by: "enterprise", "2022").map(\.value) == [try park.figure("total", "2022").value])
    }

    @Test("a stock is what holds at the end: by its validity, or by its date")
    func stock() throws {
        let park = try Park(
            """
            high_tech: { name: { zh: 高企, en: High-tech }, measure: distinct of qualification.enterprise where kind = high_tech and valid at end, kind: stock, unit: 家 }
            granted: { name: { zh: 累计批准, en: Granted }, measure: count of qualification, kind: stock }
            granted_now: { name: { zh: 本期批准, en: Granted now }, measure: count of qualification }
            """)
        let (one, other) = (try park.firm("甲厂"), try park.firm("乙厂"))
        for (firm, from, to) in [(one, 2019_03_01, 2022_02_28), (one, 2022_03_01, 2025_02_28), (other, 2020_06_01, 2022_12_31)] {
            try park.add(
                "qualification",
                ["enterprise": .integer(firm), "kind": "high_tech", "approved": .integer(Int64(from)), "expires": .integer(Int64(to)), "title": "q"])
        }
        let expected = [("2018", "0"), ("2019", "1"), ("2020", "2"), ("2022-02", "2"), ("2022", "2"), ("2023", "1"), ("2025", "0")]
        for (period, text) in expected { #expect(try park.printed("high_tech", period) == text, "\(period)") }
        #expect(try park.printed("granted", "2020") == "2")
        #expect(try park.printed("granted", "2022") == "3")
        #expect(try park.printed("granted_now", "2022") == "1")
        #expect(try park.printed("granted.cumulative", "2022") == "3")
        #expect(try park.printed("granted_now.cumulative", "2022") == "3")
        #expect(try park.printed("high_tech.at(2020)", "2022") == "2")
    }

    @Test("a day and a text are figures, too, and open onto their record")
    func days() throws {
        let park = try Park(
            """
            consultation: { name: { zh: 会商日, en: Day }, measure: "latest of event.date where code = \\"talk\\"" }
            grade: { name: { zh: 等次, en: Grade }, measure: latest of event.grade }
            """)
        try park.add("event", ["name": "甲", "title": "甲", "date": 2022_03_13, "code": "talk", "grade": "good"])
        let last = try park.add("event", ["name": "乙", "title": "乙", "date": 2022_07_29, "code": "talk", "grade": "excellent"])
        try park.add("event", ["name": "丙", "title": "丙", "date": 2022_09_01, "code": "other", "grade": "good"])
        #expect(try park.figure("consultation", "2022").value == Day(2022, 7, 29).map { .day($0) })
        #expect(try park.figure("consultation", "2022").printed(.en) == "2022-07-29")
        #expect(try park.figure("consultation", "2022-04").value == .nothing)
        #expect(try park.figure("grade", "2022Q3").printed() == "良好")
        #expect(try park.figure("grade", "2022-07").printed() == "优秀")
        let year = try #require(Period("2022"))
        let rows = try park.book.store.read { try park.figures.rows("consultation", year, in: $0) }
        #expect(rows.ids == [last] && rows.total == 1 && rows.register == "event")
        #expect(throws: Diagnostic.self) { try park.evaluate("consultation.growth", "2022") }
        #expect(try park.printed("month(consultation)", "2022") == "7")
    }

    @Test("a moment counts in the year of its local day")
    func moments() throws {
        let park = try Park("n: { name: { zh: 次数, en: N }, measure: count of event, at: when }")
        // Half past midnight in China on 1 January 2022 is still 2021 in Greenwich.
        let day = try #require(Day(2022, 1, 1))
        let moment = try #require(Moment(day, hour: 0, minute: 30, offset: 28_800))
        try park.add("event", ["name": "甲", "title": "甲", "when": .integer(moment.milliseconds), "when_day": 2022_01_01])
        #expect(try park.printed("n", "2022") == "1")
        #expect(try park.printed("n", "2021") == "0")
    }

    @Test("records of a void state count in nothing, unless the state is what is asked for")
    func voidStates() throws {
        let park = try Park(
            """
            forms: { name: { zh: 报表, en: Forms }, measure: count of sales }
            withdrawn: { name: { zh: 作废, en: Withdrawn }, measure: count of sales where state = withdrawn }
            """)
        let firm = try park.firm("甲厂")
        try park.sales(firm, 202_201, 1)
        try park.sales(firm, 202_202, 1, state: "withdrawn")
        #expect(try park.printed("forms", "2022") == "1")
        #expect(try park.printed("withdrawn", "2022") == "1")
    }

    @Test("rows come the latest first, page by page, and for a later quarter with those whose cumulative was taken off")
    func rows() throws {
        let park = try Park(CumulativeTests.output)
        let (one, other) = (try park.firm("甲厂"), try park.firm("乙厂"))
        let march = try park.sales(one, 202_203, 300)
        let may = try park.sales(one, 202_205, 500)
        let june = try park.sales(one, 202_206, 600)
        let february = try park.sales(other, 202_202, 10)
        func rows(_ period: String, limit: Int = 50, offset: Int = 0) throws -> FigureRows {
            let period = try #require(Period(period))
            return try park.book.store.read { try park.figures.rows("output", period, limit: limit, offset: offset, in: $0) }
        }
        #expect(try rows("2022").ids == [june, february])
        #expect(try rows("2022Q2").ids == [june, february, march])
        #expect(try rows("2022-05").ids == [may, february, march])
        #expect(try rows("2022", limit: 1, offset: 1).ids == [february])
        #expect(try rows("2022", limit: 1, offset: 1).total == 2)
        #expect(try rows("2022", limit: -1, offset: -5).ids.isEmpty)
        #expect(try park.figure("output", "2022").rows == 2)
    }

    @Test("who may see nothing gets the value, and neither rows, names nor a breakdown")
    func permission() throws {
        let park = try Park(CumulativeTests.output)
        let firm = try park.firm("甲厂")
        try park.sales(firm, 202_212, 300)
        let stranger = park.figures.seen(by: Permission(Subject(name: "stranger"), reach: .nothing))
        let period = try #require(Period("2022"))
        let store = park.book.store
        #expect(try store.read { try stranger.figure("output", period, in: $0) }.printed() == "300.00")
        #expect(throws: Refused.self) { try store.read { try stranger.rows("output", period, in: $0) } }
        #expect(throws: Refused.self) { try store.read { try stranger.names("output", period, in: $0) } }
        #expect(throws: Refused.self) { try store.read { try stranger.breakdown("output", by: "enterprise", period, in: $0) } }
    }

    @Test("what has no enterprise is a part of the breakdown all the same")
    func withoutMember() throws {
        let park = try Park("firms: { name: { zh: 企业, en: Firms }, measure: count of enterprise, kind: stock }")
        let industry = try park.add("industry", ["name": "有色", "title": "有色"])
        for (title, industry) in [("甲厂", industry), ("乙厂", nil), ("丙厂", nil)] as [(String, Int64?)] {
            try park.add(
                "enterprise",
                ["name": .text(title), "title": .text(title), "industry": industry.map { .integer($0) } ?? .null, "state": "in_operation"])
        }
        let members = try park.breakdown("firms", by: "industry", "2022")
        #expect(members.map(\.title) == ["未填写", "有色"])
        #expect(members.map { $0.value.amount } == [Amount(2), Amount(1)])
    }
}
