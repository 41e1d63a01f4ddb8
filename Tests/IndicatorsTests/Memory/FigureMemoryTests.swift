import Indicators
import Registers
import Storage
import Proofs
import Testing

@Suite("Remembered figures")
struct FigureMemoryTests {
    static let indicators =
        MembersTests.indicators + "\n" + """
            rate: { name: { zh: 税负, en: Rate }, measure: tax / output * 100, unit: "%", places: 2 }
            firms: { name: { zh: 企业, en: Firms }, measure: count of enterprise where valid at end, kind: stock, unit: 家 }
            core_tax: { name: { zh: 核心区税金, en: Core tax }, measure: sum of tax_payment.paid where enterprise.zone = core, unit: 万元, places: 2 }
            """

    @Test("nothing that is remembered is ever stale, whatever is written", arguments: Proofs.seeds(3))
    func neverStale(_ seed: UInt64) throws {
        let park = try Park(FigureMemoryTests.indicators)
        var dice = Dice(seed: seed)
        var firms: [Int64] = []
        var forms: [Int64] = []
        var payments: [Int64] = []
        for title in ["甲厂", "乙厂", "丙厂", "丁厂"] {
            let firm = try park.firm(title, movedIn: 2016_01_01 + Int.random(in: 0...4, using: &dice) * 10_000)
            firms.append(firm)
            try park.add("qualification", ["enterprise": .integer(firm), "kind": "above_scale", "approved": 20_190_101, "title": "q"])
        }
        let expressions = try [
            ("output.growth", "core"), ("output", "park"), ("large", "core"), ("large_first", "park"), ("new_at_band.names", "park"),
            ("rate", "park"),
            ("firms.chain", "park"), ("core_tax", "park"), ("output.cumulative", "east"), ("untaxed.names", "park"),
        ].map { (try Park.formula($0.0), Name($0.1) ?? "park") }
        let periods = try ["2022", "2021", "2021-06", "2022Q2"].map { try #require(Period($0)) }
        for step in 0..<40 {
            switch Int.random(in: 0...7, using: &dice) {
            case 0, 1, 2:
                let year = Int.random(in: 2020...2022, using: &dice)
                let month = Int.random(in: 1...12, using: &dice)
                let firm = firms.randomElement(using: &dice) ?? 0
                if let id = try? park.sales(
                    firm, year * 100 + month, Int64.random(in: 0...30_000, using: &dice), prior: Int64.random(in: 0...30_000, using: &dice),
                    zone: Bool.random(using: &dice) ? "core" : "east", state: Bool.random(using: &dice) ? "locked" : "filed")
                {
                    forms.append(id)
                }
            case 3:
                let day =
                    Int.random(in: 2020...2022, using: &dice) * 10_000 + Int.random(in: 1...12, using: &dice) * 100
                    + Int.random(in: 1...28, using: &dice)
                if let id = try? park.tax(firms.randomElement(using: &dice) ?? 0, day, Int64.random(in: 0...900, using: &dice)) {
                    payments.append(id)
                }
            case 4:
                if let form = forms.randomElement(using: &dice) {
                    try park.change("sales", form, ["output_to_date": .integer(Int64.random(in: 0...3_000_000, using: &dice))])
                }
            case 5:
                if let form = forms.randomElement(using: &dice) { try park.change("sales", form, ["void": .integer(form)]) }
            case 6:
                let firm = firms.randomElement(using: &dice) ?? 0
                try park.change(
                    "enterprise", firm,
                    ["zone": Bool.random(using: &dice) ? "core" : "east", "predecessor": Bool.random(using: &dice) ? .integer(firms[0]) : .null])
            default:
                if let payment = payments.randomElement(using: &dice) { try? park.change("tax_payment", payment, ["received": 2021_06_06]) }
            }
            let fresh = Figures(park.book, park.figures.indicators)
            for (index, (formula, scope)) in expressions.enumerated() where (index + step) % 2 == 0 {
                let period = periods[(index + step) % periods.count]
                let asked = try park.book.store.read { try park.figures.evaluate(formula, period, scope: scope, in: $0) }
                let expected = try park.book.store.read { try fresh.evaluate(formula, period, scope: scope, in: $0) }
                #expect(asked == expected, "\(seed) \(step) \(index)")
            }
        }
        #expect(park.memory.counts.hits > park.memory.counts.misses / 4)
    }

    @Test("a figure is counted once until one of its registers is written")
    func counted() throws {
        let park = try Park(FigureMemoryTests.indicators)
        let firm = try park.firm("甲厂")
        try park.tax(firm, 2022_05_05, 100)
        #expect(try park.printed("tax", "2022") == "0.01")
        let misses = park.memory.counts.misses
        #expect(try park.printed("tax", "2022") == "0.01")
        try park.sales(firm, 202_212, 100)
        #expect(try park.printed("tax", "2022") == "0.01")
        #expect(park.memory.counts.misses == misses)
        try park.tax(firm, 2022_06_05, 100)
        #expect(try park.printed("tax", "2022") == "0.02")
        #expect(park.memory.counts.misses == misses + 1)
    }

    @Test("a write to a register that is only reached by a condition, a scope, a breakdown, a roster or a target is noticed")
    func reached() throws {
        let park = try Park(
            FigureMemoryTests.indicators,
            more: ["scopes.yaml": "park: { name: { zh: 全, en: All } }\ncore: { name: { zh: 核, en: Core }, where: enterprise.zone = core }"])
        let (one, other) = (try park.firm("甲厂"), try park.firm("乙厂"))
        let industry = try park.add("industry", ["name": "有色", "title": "有色"])
        for firm in [one, other] {
            try park.tax(firm, 2022_05_05, 600)
            try park.sales(firm, 202_212, 20_000)
        }
        func asked() throws -> [String] {
            let texts = ["core_tax", "tax.target.low", "untaxed.names", "large_first", "large.names"]
            return try texts.map { try park.printed($0, "2022") } + [park.printed("tax", "2022", scope: "core")]
                + park.breakdown("tax", by: "industry", "2022").map { "\($0.title) \($0.rows)" }
                + [park.figure("output", "2022").missing.joined(), park.breakdown("tax.scope(core)", by: "enterprise", "2022").map(\.title).joined()]
        }
        var before = try asked()
        let writes: [(Name, Int64?, [Name: Value])] = [
            ("enterprise", one, ["zone": "east"]), ("enterprise", other, ["industry": .integer(industry)]),
            ("enterprise", one, ["moved_in": 2011_01_01]),
            ("enterprise", other, ["title": "新乙厂"]),
            ("qualification", nil, ["enterprise": .integer(one), "kind": "above_scale", "approved": 20_190_101]),
            ("qualification", nil, ["enterprise": .integer(other), "kind": "above_scale", "approved": 20_190_101]),
            (
                "target", nil,
                [
                    "year": 2022_01_01, "subject": "税", "indicator": "tax", "direction": "at_least", "measured": "level", "low": 50_000,
                    "scope": "park",
                ]
            ),
            ("enterprise", nil, ["name": "丙厂", "title": "丙厂"]),
        ]
        for (register, id, values) in writes {
            if let id { try park.change(register, id, values) } else { try park.add(register, values.merging(["title": "x"]) { own, _ in own }) }
            let fresh = Figures(park.book, park.figures.indicators)
            let after = try asked()
            #expect(after != before || register == "qualification", "\(register) \(values)")
            before = after
            let period = try #require(Period("2022"))
            for id in ["core_tax", "large_first", "untaxed", "output"] as [Name] {
                let expected = try park.book.store.read { try fresh.figure(id, period, in: $0) }
                #expect(try park.figure(id, "2022") == expected)
            }
            let scoped = try park.book.store.read { try fresh.figure("tax", period, scope: "core", in: $0) }
            #expect(try park.figure("tax", "2022", scope: "core") == scoped)
        }
    }

    private struct Undone: Error {}

    @Test("inside a write the figure is that of what is being written, and nothing of it is remembered")
    func insideWrite() throws {
        let park = try Park(FigureMemoryTests.indicators)
        let firm = try park.firm("甲厂")
        try park.tax(firm, 2022_05_05, 100)
        let year = try #require(Period("2022"))
        #expect(throws: Undone.self) {
            try park.write { writing in
                // 万元: 100 stand already, then 200 and 300 come.
                for (day, paid, sum) in [(2022_06_06, 200, 300), (2022_07_07, 300, 600)] as [(Int64, Int64, Int128)] {
                    let values: [Name: Value] = [
                        "enterprise": .integer(firm), "received": .integer(day), "paid": .integer(paid * 100), "title": "t",
                    ]
                    try park.add("tax_payment", values, in: writing)
                    let figure = try park.figures.figure("tax", year, in: writing)
                    #expect(figure.value == .amount(try Amount(sum, over: 10_000)))
                }
                throw Undone()
            }
        }
        // Another write takes the counter to where the one that was undone had it.
        try park.tax(firm, 2022_08_08, 1)
        #expect(try park.figure("tax", "2022").value == .amount(try Amount(101, over: 10_000)))
    }

    @Test("when there is no more room the longest unused goes, and what comes back is right")
    func room() throws {
        let park = try Park(FigureMemoryTests.indicators)
        let small = Figures(park.book, park.figures.indicators, memory: FigureMemory(room: 40))
        let firm = try park.firm("甲厂")
        for year in 2018...2022 { try park.tax(firm, year * 10_000 + 505, Int64(year)) }
        for _ in 0..<3 {
            for year in 2018...2022 {
                for month in 1...12 {
                    let period = try #require(Period(year: year, month: month))
                    let figure = try park.book.store.read { try small.figure("tax", period, in: $0) }
                    #expect(figure.value == (month == 5 ? .amount(try Amount(Int128(year), over: 10_000)) : .nothing))
                }
            }
        }
    }
}
