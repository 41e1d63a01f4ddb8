import Indicators
import Registers
import Storage
import Testing

@Suite("Counting those of whom something holds")
struct MembersTests {
    static let indicators =
        CumulativeTests.output + "\n" + """
            tax: { name: { zh: 税金, en: Tax }, measure: sum of tax_payment.paid, unit: 亿元, places: 2 }
            large: { name: { zh: 亿元企业, en: Large }, measure: count of enterprise having output >= parameter.output_band, unit: 家 }
            large_first: { name: { zh: 首次过亿, en: First }, measure: count of enterprise having output.first >= parameter.output_band, unit: 家 }
            core_large: { name: { zh: 核心区过亿, en: Core }, measure: count of enterprise where zone = core having output >= parameter.output_band, unit: 家 }
            at_band: { name: { zh: 达门槛, en: At }, measure: count of enterprise having tax >= parameter.tax_band, unit: 家 }
            new_at_band: { name: { zh: 新达门槛, en: New }, measure: count of enterprise having tax >= parameter.tax_band and tax.prior < parameter.tax_band, unit: 家 }
            untaxed: { name: { zh: 无税企业, en: Untaxed }, measure: count of enterprise having tax = 0, unit: 家 }
            producing_untaxed: { name: { zh: 有产无税, en: Odd }, measure: count of enterprise having output > 0 and tax = 0, unit: 家 }
            not_large: { name: { zh: 未过亿, en: Small }, measure: count of enterprise having not output >= parameter.output_band, unit: 家 }
            """

    @Test("who reaches a threshold in another unit is counted and named, the largest first")
    func threshold() throws {
        let park = try Park(MembersTests.indicators)
        for (title, value) in [("甲厂", 9_999), ("乙厂", 10_000), ("丙厂", 25_000), ("丁厂", 10_000)] {
            try park.sales(try park.firm(title), 202_212, Int64(value))
        }
        let figure = try park.figure("large", "2022")
        #expect(figure.printed() == "3" && figure.rows == 3)
        #expect(try park.printed("large.names", "2022") == "丙厂、丁厂、乙厂")
        #expect(try park.printed("large.names(2)", "2022") == "丙厂、丁厂")
        #expect(try park.printed("not_large.names", "2022") == "甲厂")
        #expect(try park.printed("large", "2021") == "0")
        #expect(try park.printed("large.increment", "2022") == "3")
    }

    @Test("a threshold reached this year and not last counts as new, with those who paid nothing last year")
    func new() throws {
        let park = try Park(MembersTests.indicators)
        for (title, before, now) in [("甲厂", 600, 700), ("乙厂", 499, 500), ("丙厂", nil, 800), ("丁厂", 600, 499), ("戊厂", 600, nil)]
            as [(String, Int64?, Int64?)]
        {
            let firm = try park.firm(title)
            if let before { try park.tax(firm, 2021_05_05, before) }
            if let now { try park.tax(firm, 2022_05_05, now) }
        }
        #expect(try park.printed("at_band", "2022") == "3")
        #expect(try park.printed("at_band.prior", "2022") == "3")
        #expect(try park.printed("new_at_band.names", "2022") == "丙厂、乙厂")
        // In the book's first year nobody can tell who is new.
        try park.tax(try park.firm("己厂"), 2018_05_05, 900)
        #expect(try park.printed("new_at_band", "2018") == "0")
        #expect(try park.figure("new_at_band", "2018").undecided == ["己厂"])
    }

    @Test("who has no record is absent, but counts where it is asked who has none")
    func zero() throws {
        let park = try Park(MembersTests.indicators)
        let (one, other, third) = (try park.firm("甲厂"), try park.firm("乙厂"), try park.firm("丙厂"))
        try park.tax(one, 2022_05_05, 100)
        try park.sales(other, 202_212, 10)
        #expect(try park.printed("untaxed.names", "2022") == "丙厂、乙厂")
        #expect(try park.printed("producing_untaxed.names", "2022") == "乙厂")
        #expect(try park.printed("not_large", "2022") == "1")
        try park.void("enterprise", third)
        #expect(try park.printed("untaxed.names", "2022") == "乙厂")
    }

    @Test("a filter is asked of the member, a scope of the records")
    func filterAndScope() throws {
        let park = try Park(MembersTests.indicators)
        let (stays, moved) = (try park.firm("甲厂", zone: "core"), try park.firm("乙厂", zone: "east"))
        try park.sales(stays, 202_212, 20_000, zone: "core")
        try park.sales(moved, 202_212, 30_000, zone: "core")
        #expect(try park.printed("core_large.names", "2022") == "甲厂")
        #expect(try park.printed("large.names", "2022", scope: "core") == "乙厂、甲厂")
        #expect(try park.printed("large", "2022", scope: "east") == "0")
    }

    @Test("a first crossing looks through all years of the book and follows predecessors")
    func first() throws {
        let park = try Park(MembersTests.indicators)
        let before = try park.firm("旧厂", movedIn: 2019_01_01)
        try park.sales(before, 202_012, 15_000)
        let (crosses, again, heir, older) = (
            try park.firm("甲厂"), try park.firm("乙厂"), try park.firm("丙厂", movedIn: 2021_01_01, after: before),
            try park.firm("丁厂", movedIn: 2010_01_01)
        )
        let (noted, notedHigh) = (try park.firm("戊厂", movedIn: 2016_05_01), try park.firm("己厂", movedIn: 2016_05_01))
        for firm in [crosses, again, heir, older, noted, notedHigh] { try park.sales(firm, 202_212, 12_000) }
        try park.sales(crosses, 202_112, 9_999)
        try park.sales(again, 201_912, 10_000)
        try park.sales(again, 202_112, 100)
        // Two firms older than the book whose earlier years were written down later.
        for firm in [noted, notedHigh] { try park.sales(firm, 201_612, 100) }
        try park.sales(noted, 201_712, 200)
        try park.sales(notedHigh, 201_712, 10_001)
        #expect(try park.printed("large", "2022") == "6")
        #expect(try park.printed("large_first.names", "2022") == "戊厂、甲厂")
        #expect(try park.figure("large_first", "2022").undecided == ["丁厂"])
        let period = try #require(Period("2022"))
        let threshold = try Park.formula("parameter.output_band")
        let crossing = try park.book.store.read {
            try park.figures.crossing("output", by: "enterprise", over: threshold, period, in: $0)
        }
        #expect(crossing.members.map(\.title) == ["戊厂", "甲厂"])
        #expect(crossing.members.first?.value == .amount(Amount(12_000)))
        #expect(crossing.undecided.map(\.title) == ["丁厂"])
        #expect(crossing.undecided.first?.value == .amount(Amount(12_000)))
    }

    @Test("a predecessor that leads back to the firm itself is followed once")
    func circle() throws {
        let park = try Park(MembersTests.indicators)
        let one = try park.firm("甲厂")
        let other = try park.firm("乙厂", after: one)
        try park.change("enterprise", one, ["predecessor": .integer(other)])
        try park.sales(one, 202_212, 12_000)
        #expect(try park.printed("large_first", "2022") == "1")
    }

    @Test("an expression is broken down member by member, and so is a condition on the member's own record")
    func breakdown() throws {
        let park = try Park(MembersTests.indicators)
        let (one, other, third) = (try park.firm("甲厂"), try park.firm("乙厂", zone: "east"), try park.firm("丙厂"))
        try park.tax(one, 2022_05_05, 300)
        try park.tax(one, 2021_05_05, 200)
        try park.tax(other, 2021_05_05, 500)
        #expect(try park.breakdown("tax", by: "enterprise", "2022").map(\.title) == ["甲厂"])
        let increments = try park.breakdown("tax - tax.prior", by: "enterprise", "2022")
        #expect(increments.map(\.title) == ["甲厂", "乙厂"])
        #expect(increments.map { $0.value.amount } == [try Amount(1, over: 100), try Amount(-5, over: 100)])
        let judged = try park.breakdown("zone = core and tax > 0", by: "enterprise", where: "moved_in is not empty", "2022")
        #expect(
            Dictionary(uniqueKeysWithValues: judged.map { ($0.id, $0.value) }) == [one: .truth(true), other: .truth(false), third: .truth(false)])
        let growth = try park.breakdown("tax.growth > 0", by: "enterprise", where: "moved_in is not empty", "2022")
        #expect(Dictionary(uniqueKeysWithValues: growth.map { ($0.id, $0.value) }) == [one: .truth(true), other: .nothing, third: .nothing])
        let own = try park.breakdown("moved_in < 2019-06-01 and not zone = east", by: "enterprise", "2022")
        #expect(own.filter { $0.value == .truth(true) }.map(\.title) == ["丙厂", "甲厂"])
    }

    @Test("the rank of a member is one more than how many are above it")
    func rank() throws {
        let park = try Park(MembersTests.indicators)
        var firms: [Int64] = []
        for (title, value) in [("甲厂", 5), ("乙厂", 9), ("丙厂", 5), ("丁厂", 1)] {
            firms.append(try park.firm(title))
            try park.tax(firms[firms.count - 1], 2022_05_05, Int64(value))
        }
        let period = try #require(Period("2022"))
        let ranks = try firms.map { firm in
            try park.book.store.read { try park.figures.rank(of: firm, "tax", by: "enterprise", period, in: $0)?.place }
        }
        #expect(ranks == [2, 1, 2, 4])
    }
}
