import Storage
import Proofs
import Testing

@testable import Registers

@Suite("Expressions over records")
struct TermTests {
    static let fields = ["output", "cost", "margin", "rate", "enterprise.land"]

    /// A checked condition on the register `sales`.
    private func condition(_ text: String, _ catalogue: Catalogue) throws -> Term {
        let registers = Dictionary(catalogue.registers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let reader = TermReader(
            surroundings: .init(registers: registers, parameters: catalogue.parameters), register: try #require(catalogue.register("sales")))
        return try reader.condition(try FormulaParser.formula(text, at: Place(file: "test", line: 1, column: 1)))
    }

    private func number(_ dice: inout Dice, _ depth: Int) -> String {
        switch Int.random(in: 0..<(depth > 2 ? 3 : 9), using: &dice) {
        case 0, 1: return TermTests.fields.dropLast(2).randomElement(using: &dice) ?? "output"
        case 2: return ["3", "-2", "0", "1.5", "0.001", "12 万元", "1 亿元", "parameter.band"].randomElement(using: &dice) ?? "1"
        case 3: return "(\(number(&dice, depth + 1)) + \(number(&dice, depth + 1)))"
        case 4: return "(\(number(&dice, depth + 1)) - \(number(&dice, depth + 1)))"
        case 5: return "(\(["2", "-3", "0.5", "0"].randomElement(using: &dice) ?? "2") * \(number(&dice, depth + 1)))"
        case 6: return "\(["min", "max"].randomElement(using: &dice) ?? "min")(\(number(&dice, depth + 1)), \(number(&dice, depth + 1)))"
        case 7: return "abs(\(number(&dice, depth + 1)))"
        default: return "if(\(truth(&dice, depth + 1)), \(number(&dice, depth + 1)), \(number(&dice, depth + 1)))"
        }
    }

    private func truth(_ dice: inout Dice, _ depth: Int) -> String {
        let signs = ["=", "!=", "<", "<=", ">", ">="]
        switch Int.random(in: 0..<(depth > 2 ? 7 : 12), using: &dice) {
        case 0, 1: return "\(number(&dice, depth + 1)) \(signs.randomElement(using: &dice) ?? "=") \(number(&dice, depth + 1))"
        case 2: return "\(TermTests.fields.randomElement(using: &dice) ?? "output") is \(Bool.random(using: &dice) ? "" : "not ")empty"
        case 3: return "enterprise.zone \(signs.randomElement(using: &dice) ?? "=") \(["core", "east", "old"].randomElement(using: &dice) ?? "core")"
        case 4: return "enterprise.name contains \"\(["云", "A", "a", "重工", "", "%"].randomElement(using: &dice) ?? "")\""
        case 5 where Bool.random(using: &dice):
            return "days(enterprise.founded, month) \(signs.randomElement(using: &dice) ?? "<") \(Int.random(in: 0...900, using: &dice))"
        case 5: return "month \(signs.randomElement(using: &dice) ?? "<") 2022-0\(Int.random(in: 1...9, using: &dice))-01"
        case 6: return "output \(Bool.random(using: &dice) ? "" : "not ")in (\(number(&dice, 3)), cost, 1 亿元)"
        case 7: return "(\(truth(&dice, depth + 1)) and \(truth(&dice, depth + 1)))"
        case 8: return "(\(truth(&dice, depth + 1)) or \(truth(&dice, depth + 1)))"
        case 9:
            let ends = ["enterprise.founded, month", "2020-02-29, month", "month, enterprise.founded", "enterprise.founded, 2024-03-01"]
            return
                "days(\(ends.randomElement(using: &dice) ?? ends[0])) \(signs.randomElement(using: &dice) ?? "<") \(Int.random(in: -400...800, using: &dice))"
        case 10: return "not (\(truth(&dice, depth + 1)))"
        default: return "year(month) \(signs.randomElement(using: &dice) ?? "=") 2022 and enterprise.founded < month"
        }
    }

    /// Sixty records with empty cells among them.
    private func filled(_ dice: inout Dice) throws -> Park {
        let park = try Park()
        var firms: [Int64] = []
        for index in 0..<6 {
            var more: [Name: Input] = [:]
            if index % 2 == 0 { more["land"] = .text("\(index).5") }
            if index % 3 != 0 { more["zone"] = .text(index % 2 == 0 ? "core" : "east") }
            if index != 4 { more["founded"] = .text("202\(index)-02-01") }
            firms.append(try park.enterprise(["云川重工", "AB化工", "ab食品", "云A", "丙", "100%好"][index], "C\(index)", more))
        }
        let sales = try park.register("sales")
        try park.write { writing in
            for index in 0..<60 {
                var inputs: [Name: Input] = [
                    "enterprise": .text("#\(firms[index % 6])"), "month": .day(try Park.day(2022 + index / 24, index / 6 % 12 + 1, 1)),
                ]
                if Int.random(in: 0..<5, using: &dice) > 0 {
                    inputs["output"] = .text("\(Int.random(in: 0..<40_000, using: &dice)).\(Int.random(in: 0...9, using: &dice))")
                }
                if case .text(let output) = inputs["output"], Bool.random(using: &dice) { inputs["cost"] = .text("-\(output)") }
                if inputs["cost"] == nil, Int.random(in: 0..<4, using: &dice) == 0 { inputs["cost"] = .text("-12") }
                try park.records.add(inputs, to: sales, in: writing)
            }
        }
        return park
    }

    @Test("many records in SQL and one record in memory never disagree", arguments: Proofs.seeds(4))
    func agreement(_ seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let park = try filled(&dice)
        let catalogue = park.book.catalogue
        let sales = try park.register("sales")
        try park.book.store.read { reading in
            let rows = try reading.rows("SELECT id FROM r_sales ORDER BY id").compactMap { $0.integer(at: 0) }
            for _ in 0..<150 {
                let text = truth(&dice, 0)
                let term: Term
                // Some of what is drawn makes no sense, such as adding 亩 to 万元.
                do { term = try condition(text, catalogue) } catch is Diagnostic { continue }
                let sql = try TermSQL(alias: "r", dialect: reading.dialect, source: { "\(Register.tableName($0))" }).condition(term)
                let found = Set(try reading.rows("SELECT r.id FROM \(sales.table.current) AS r WHERE \(sql)").compactMap { $0.integer(at: 0) })
                let known = Set(try reading.rows("SELECT r.id FROM \(sales.table.current) AS r WHERE NOT \(sql)").compactMap { $0.integer(at: 0) })
                for id in rows {
                    let computing = TermValue { path in
                        let start: SQL = "SELECT r.\(path.field) FROM"
                        guard let hop = path.hops.first else { return try reading.value("\(start) r_sales AS r WHERE r.id = \(id)") }
                        let table = Register.tableName(hop.target)
                        return try reading.value("\(start) \(table) AS r JOIN r_sales AS s ON s.\(hop.field) = r.id WHERE s.id = \(id)")
                    }
                    let holds = try computing.holds(term)
                    #expect((holds == true) == found.contains(id), "\(text) for \(id)")
                    #expect((holds == false) == known.contains(id), "not: \(text) for \(id)")
                }
            }
        }
    }

    @Test(
        "an expression reads as a sentence in both languages",
        arguments: [
            ("output >= parameter.band and cost is empty", "产值不低于1亿元 且 成本没有填", "Output is at least 1亿元 and Cost is empty"),
            ("enterprise.zone = core", "企业的区域是核心区", "Enterprise's Zone is Core"),
            (
                "enterprise.zone in (core, east) or not (rate < 5)", "企业的区域是核心区或东区 或 并非（毛利率小于5）",
                "Enterprise's Zone is Core or East or not (Rate is below 5)"
            ),
            ("(output - cost) * 2 > 1 万元", "（产值减成本）乘以2大于1万元", "(Output minus Cost) times 2 is above 1万元"),
            ("enterprise.name contains \"重工\"", "企业的名称含“重工”", "Enterprise's Name has in it “重工”"),
        ])
    func sentences(_ text: String, _ zh: String, _ en: String) throws {
        let catalogue = try CatalogueReader.catalogue(Park.sources())
        let words = TermSentence(catalogue).words(try condition(text, catalogue))
        #expect(words.zh == zh)
        #expect(words.en == en)
    }

    @Test("a member of a list is converted into the unit of what is looked for")
    func unitsInLists() throws {
        let catalogue = try CatalogueReader.catalogue(Park.sources())
        let term = try condition("output in (1 亿元, 3 万元)", catalogue)
        for (units, holds) in [(1_000_000, true), (300, true), (100, false), (Int64(1), false)] {
            #expect(try TermValue { _ in .integer(Int64(units)) }.holds(term) == holds)
        }
    }

    @Test("moments have an order")
    func moments() throws {
        let text = Park.hazard.replacing(
            "  due: {", with: "  mended: { name: { zh: 整改时间, en: Mended }, kind: moment, check: mended >= found }\n  due: {")
        let register = try #require(CatalogueReader.catalogue(Park.sources(["registers/hazard.yaml": text])).register("hazard"))
        let term = try #require(register.field("mended")?.check?.term)
        func holds(_ mended: Int64, _ found: Int64) throws -> Bool? { try TermValue { .integer($0.field == "mended" ? mended : found) }.holds(term) }
        #expect(try holds(5, 4) == true)
        #expect(try holds(4, 4) == true)
        #expect(try holds(3, 4) == false)
    }
}
