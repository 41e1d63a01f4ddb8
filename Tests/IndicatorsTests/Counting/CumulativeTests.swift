import Indicators
import Registers
import Storage
import Testing

@Suite("Forms that carry cumulatives")
struct CumulativeTests {
    static let output = """
        output:
          name: { zh: 产值, en: Output }
          measure: sum of latest sales.output_to_date by enterprise
          base: { comparable: sum of latest sales.output_prior by enterprise }
          expected: above_scale
          unit: 万元
          places: 2
        revised:
          name: { zh: 产值（修订）, en: Output on the revised base }
          measure: sum of latest sales.output_to_date by enterprise
          unit: 万元
          places: 2
        """

    @Test("a year is December's cumulative and not the sum of the months")
    func year() throws {
        let park = try Park(CumulativeTests.output)
        let firm = try park.firm("甲厂")
        // A correction of −30 entered the cumulative in March.
        for (month, toDate) in [(1, 100), (2, 200), (3, 270), (12, 1200)] { try park.sales(firm, 202_200 + month, Int64(toDate)) }
        #expect(try park.printed("output", "2022") == "1200.00")
        #expect(try park.printed("output", "2022-02") == "100.00")
        #expect(try park.printed("output", "2022-03") == "70.00")
        #expect(try park.printed("output", "2022-01") == "100.00")
        #expect(try park.printed("output", "2022Q1") == "270.00")
        #expect(try park.printed("output", "2022H1") == "270.00")
        #expect(try park.printed("output", "2022Q4") == "930.00")
        #expect(try park.printed("output", "2022-01..2022-03") == "270.00")
        #expect(try park.printed("output", "2022-02..2022-03") == "170.00")
        // Nothing was made between March's form and the next.
        #expect(try park.printed("output", "2022-05") == "0.00")
    }

    @Test("cumulatives of several years are added up since the beginning")
    func cumulative() throws {
        let park = try Park(CumulativeTests.output)
        let (one, other) = (try park.firm("甲厂"), try park.firm("乙厂"))
        for (firm, month, toDate) in [
            (one, 202_012, 10), (one, 202_106, 3), (one, 202_112, 20), (one, 202_203, 5), (other, 202_112, 100), (other, 202_204, 50),
        ] {
            try park.sales(firm, month, Int64(toDate))
        }
        #expect(try park.printed("output.cumulative", "2022") == "185.00")
        #expect(try park.printed("output.cumulative", "2022-03") == "135.00")
        #expect(try park.printed("output", "..2021-06") == "13.00")
    }

    @Test("a firm that is late counts with the last month that it reported, and is named")
    func late() throws {
        let park = try Park(CumulativeTests.output)
        var firms: [Int64] = []
        for title in ["甲厂", "乙厂", "丙厂"] {
            let firm = try park.firm(title)
            firms.append(firm)
            try park.add("qualification", ["enterprise": .integer(firm), "kind": "above_scale", "approved": 20_190_101, "title": .text(title)])
        }
        for firm in firms { try park.sales(firm, 202_210, 100) }
        try park.sales(firms[0], 202_211, 110)
        try park.sales(firms[1], 202_211, 110)
        let figure = try park.figure("output", "2022-01..2022-11")
        #expect(figure.printed() == "320.00")
        #expect(figure.expected == 3 && figure.reported == 2)
        #expect(figure.missing == ["丙厂"])
        #expect(figure.status == .flash)
        #expect(figure.completeness?.zh == "应报3家，已报2家")
        let before = try park.figure("output", "2022-01..2022-10")
        #expect(before.printed() == "300.00")
        #expect(before.isIncomplete == false && before.status == .locked)
        // In November it made nothing that is known.
        #expect(try park.printed("output", "2022-11") == "20.00")
        try park.sales(firms[2], 202_211, 130)
        #expect(try park.figure("output", "2022-01..2022-11").status == .locked)
        #expect(try park.printed("output", "2022-11") == "50.00")
    }

    @Test("the roster is that of the period's last day")
    func roster() throws {
        let park = try Park(CumulativeTests.output)
        let (stays, leaves, comes) = (try park.firm("甲厂"), try park.firm("乙厂"), try park.firm("丙厂"))
        for (firm, from, to) in [(stays, 20_190_101, nil), (leaves, 20_190_101, 20_221_130), (comes, 20_221_201, nil)] as [(Int64, Int64, Int64?)] {
            try park.add(
                "qualification",
                [
                    "enterprise": .integer(firm), "kind": "above_scale", "approved": .integer(from), "expires": to.map { .integer($0) } ?? .null,
                    "title": "q",
                ])
        }
        #expect(try park.figure("output", "2022-11").expected == 2)
        #expect(try park.figure("output", "2022-12").missing == ["丙厂", "甲厂"].sorted())
        #expect(try park.figure("output", "2018-12").expected == 0)
    }

    @Test("the largest, the middle and the mean of a month are those of the months, not of the cumulatives")
    func months() throws {
        let park = try Park(
            """
            most: { name: { zh: 最大, en: Most }, measure: max of latest sales.output_to_date by enterprise, unit: 万元 }
            middle: { name: { zh: 中位, en: Middle }, measure: median of latest sales.output_to_date by enterprise, unit: 万元 }
            mean: { name: { zh: 平均, en: Mean }, measure: average of latest sales.output_to_date by enterprise, unit: 万元 }
            """)
        for (title, may, june) in [("甲厂", 1000, 1010), ("乙厂", 100, 150), ("丙厂", 0, 30)] {
            let firm = try park.firm(title)
            try park.sales(firm, 202_205, Int64(may))
            try park.sales(firm, 202_206, Int64(june))
        }
        #expect(try ["most", "middle", "mean"].map { try park.printed($0, "2022-06") } == ["50", "30", "30"])
        #expect(try ["most", "middle", "mean"].map { try park.printed($0, "2022H1") } == ["1010", "150", "397"])
    }

    @Test("financial forms have no January: February carries both months")
    func noJanuary() throws {
        let park = try Park(
            """
            profit: { name: { zh: 利润, en: Profit }, measure: sum of latest finance.profit_to_date by enterprise, unit: 万元, places: 2 }
            """)
        let firm = try park.firm("甲厂")
        for (month, toDate) in [(2, -50), (3, 20), (12, 300)] {
            try park.add(
                "finance",
                [
                    "enterprise": .integer(firm), "month": .integer(Int64(20_220_001 + month * 100)), "profit_to_date": .integer(Int64(toDate * 100)),
                    "title": "f",
                ])
        }
        #expect(try park.printed("profit", "2022-01") == "无数据")
        #expect(try park.printed("profit", "2022-02") == "-50.00")
        #expect(try park.printed("profit", "2022-03") == "70.00")
        #expect(try park.printed("profit", "2022Q1") == "20.00")
        #expect(try park.printed("profit", "2022") == "300.00")
    }

    @Test("the comparable base is what this year's reporters say of last year, the revised one what last year's records say now")
    func bases() throws {
        let park = try Park(CumulativeTests.output)
        let (stays, left, new) = (try park.firm("甲厂"), try park.firm("乙厂"), try park.firm("丙厂"))
        let old = try park.sales(stays, 202_112, 1000)
        try park.sales(left, 202_112, 500)
        try park.sales(stays, 202_212, 1200, prior: 1040)
        try park.sales(new, 202_212, 300, prior: 0)
        #expect(try park.printed("output.prior", "2022") == "1040.00")
        #expect(try park.printed("output.growth", "2022") == "44.2")
        #expect(try park.printed("output.increment", "2022") == "460.00")
        #expect(try park.printed("revised.prior", "2022") == "1500.00")
        #expect(try park.printed("revised.growth", "2022") == "0.0")
        // Last year's record is revised, and only the revised base follows.
        try park.change("sales", old, ["output_to_date": 104_000])
        #expect(try park.printed("revised.prior", "2022") == "1540.00")
        #expect(try park.printed("output.prior", "2022") == "1040.00")
        // 1500/1040 × the year before's own growth, which has no base.
        #expect(try park.printed("output.two_year", "2022") == "无同期")
    }

    @Test("a month of the comparable base is the difference of two cumulatives too")
    func comparableMonth() throws {
        let park = try Park(CumulativeTests.output)
        let firm = try park.firm("甲厂")
        try park.sales(firm, 202_202, 210, prior: 190)
        try park.sales(firm, 202_203, 330, prior: 290)
        #expect(try park.printed("output", "2022-03") == "120.00")
        #expect(try park.printed("output.prior", "2022-03") == "100.00")
        #expect(try park.printed("output.growth", "2022-03") == "20.0")
    }

    @Test("a firm that moved counts where it was last, once")
    func moved() throws {
        let park = try Park(CumulativeTests.output)
        let (mover, other) = (try park.firm("甲厂"), try park.firm("乙厂"))
        try park.sales(mover, 202_203, 300, zone: "core")
        try park.sales(mover, 202_212, 1200, zone: "east")
        try park.sales(other, 202_212, 50, zone: "core")
        #expect(try park.printed("output", "2022", scope: "east") == "1200.00")
        #expect(try park.printed("output", "2022", scope: "core") == "50.00")
        #expect(try park.printed("output", "2022") == "1250.00")
        #expect(try park.printed("output.scope(east)", "2022") == "1200.00")
        #expect(try park.printed("output", "2022Q1", scope: "core") == "300.00")
        // Of the months in which it moved it counts what it made in them, and where it is now.
        #expect(try park.printed("output", "2022-04..2022-12", scope: "east") == "900.00")
        #expect(try park.printed("output", "2022-04..2022-12", scope: "core") == "50.00")
    }

    @Test("a stock that is read from forms is the last form of the year, and a firm that stopped reporting is gone")
    func stock() throws {
        let park = try Park(
            """
            staff: { name: { zh: 期末人数, en: Staff }, measure: sum of latest finance.staff by enterprise, kind: stock, unit: 人 }
            """)
        let (one, gone) = (try park.firm("甲厂"), try park.firm("乙厂"))
        for (firm, month, staff) in [(one, 2021_12, 90), (gone, 2021_12, 40), (one, 2022_02, 100), (one, 2022_05, 120), (one, 2022_08, 110)] {
            try park.add(
                "finance", ["enterprise": .integer(firm), "month": .integer(Int64(month * 100 + 1)), "staff": .integer(Int64(staff)), "title": "f"])
        }
        #expect(try park.printed("staff", "2021") == "130")
        #expect(try park.printed("staff", "2022") == "110")
        #expect(try park.printed("staff", "2022-06") == "120")
        #expect(try park.printed("staff", "2022Q2") == "120")
        #expect(try park.printed("staff.chain", "2022Q3") == "-8.3")
    }

    @Test("what is one of each enterprise and product is added up, and broken down by either")
    func products() throws {
        let park = try Park(
            """
            quantity:
              name: { zh: 产量, en: Quantity }
              measure: sum of latest product_month.quantity_to_date by enterprise
              base: { comparable: sum of latest product_month.quantity_prior by enterprise }
              places: 2
            grown: { name: { zh: 增长的产品, en: Grown }, measure: count of product where valid at end having quantity.growth > 0, unit: 种 }
            """)
        let firms = [try park.firm("甲厂"), try park.firm("乙厂")]
        var products: [Int64] = []
        for (title, from) in [("电解铝", 20_190_101), ("铝材", 20_190_101), ("水泥", 20_190_101), ("牛奶", nil)] as [(String, Int64?)] {
            products.append(
                try park.add("product", ["name": .text(title), "title": .text(title), "monitored_from": from.map { .integer($0) } ?? .null]))
        }
        // firm, product, month, now, before
        for (firm, product, month, now, before) in [
            (0, 0, 11, 90, 80), (0, 0, 12, 100, 90), (1, 0, 12, 50, 40), (0, 1, 12, 30, 31), (1, 2, 12, 7, 0), (1, 3, 12, 9, 1),
        ] {
            try park.add(
                "product_month",
                [
                    "enterprise": .integer(firms[firm]), "product": .integer(products[product]), "month": .integer(Int64(20_220_001 + month * 100)),
                    "quantity_to_date": .integer(Int64(now * 100)), "quantity_prior": .integer(Int64(before * 100)), "title": "p",
                ])
        }
        #expect(try park.printed("quantity", "2022") == "196.00")
        let byProduct = try park.breakdown("quantity", by: "product", "2022")
        #expect(byProduct.map(\.title) == ["电解铝", "铝材", "牛奶", "水泥"])
        #expect(byProduct.map { $0.value.amount?.description } == ["150", "30", "9", "7"])
        let byFirm = try park.breakdown("quantity", by: "enterprise", "2022")
        #expect(byFirm.map { $0.value.amount?.description } == ["130", "66"])
        // 电解铝 150 over 130; 铝材 fell; 水泥 is new, which is no growth; 牛奶 is not monitored.
        let grown = try park.figure("grown", "2022")
        #expect(grown.printed() == "1")
        #expect(grown.undecided == ["水泥"])
        #expect(try park.printed("grown.names", "2022") == "电解铝")
        let growth = try park.breakdown("quantity.growth", by: "product", where: "valid at end", "2022")
        #expect(
            growth.map(\.value) == [.amount(try Amount(20, over: 130).multiplied(by: Amount(100))), .amount(try Amount(-100, over: 31)), .word(.new)])
    }
}
