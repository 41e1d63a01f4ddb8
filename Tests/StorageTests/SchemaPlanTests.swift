@testable import Storage
import Proofs
import Testing

@Suite("A plan of tables")
struct SchemaPlanTests {
    private let zone = Table("zone", [Column("id", .integer, isKey: true), Column("name", .text)])
    private let firm = Table(
        "firm", [Column("id", .integer, isKey: true), Column("zone", .integer, references: "zone"), Column("code", .text), Column("tax", .integer)],
        indexes: [["code"]])

    private func applied(_ tables: [Table]) throws -> Store {
        let store = try Store.temporary()
        try store.write(Sample.intent(kind: "apply")) { try $0.apply(store.plan(tables)) }
        return store
    }

    private func fill(_ store: Store, _ codes: [String?]) throws {
        try store.write(Sample.intent()) { (writing) throws in
            for code in codes { try writing.insert(["code": code.map(Value.text) ?? .null, "tax": 1], into: firm) }
        }
    }

    @Test("makes tables after those they refer to, then their indexes, and is empty once applied")
    func create() throws {
        let store = try Store.temporary()
        let plan = try store.plan([firm, zone])
        #expect(plan.steps == [.createTable(zone), .createTable(firm), .addIndex(["code"], on: "firm", isUnique: false)])
        #expect(plan.steps.map(\.words.en) == ["Adds the table zone with 2 columns", "Adds the table firm with 4 columns", "Indexes firm by code"])
        #expect(plan.steps.map(\.words.zh) == ["新建表 zone，共 2 列", "新建表 firm，共 4 列", "表 firm 按 code 建立索引"])
        let change = try store.write(Sample.intent(kind: "apply")) { try $0.apply(plan) }.change
        #expect(change.number == 1)
        #expect(try store.plan([firm, zone]).isEmpty)
        #expect(try store.verify().firstBreak == nil)
    }

    @Test("says what an added column does to the rows that are there")
    func addColumn() throws {
        let store = try applied([zone, firm])
        try fill(store, ["a", "b"])
        var wider = firm
        wider.columns.append(Column("area", .integer))
        wider.columns.append(Column("level", .text, isRequired: true, initial: "一般"))
        wider.columns.insert(Column("owner", .integer, references: "zone"), at: 1)
        let plan = try store.plan([wider])
        #expect(plan.obstacles.isEmpty)
        #expect(
            plan.steps.map(\.words.en) == [
                "Adds the column owner to firm; 2 existing rows stay empty", "Adds the column area to firm; 2 existing rows stay empty",
                "Adds the column level to firm; 2 existing rows get the initial value",
            ])
        #expect(plan.steps[1].words.zh == "表 firm 增加列 area；已有 2 条记录此列为空")
        try store.write(Sample.intent()) { try $0.apply(plan) }
        #expect(
            try store.read { try $0.rows("SELECT code, area, level, owner FROM firm") }.map(\.values) == [
                ["a", .null, "一般", .null], ["b", .null, "一般", .null],
            ])
        #expect(try store.plan([wider]).isEmpty)
    }

    @Test("refuses a unique that rows offend, with their count and the first five")
    func clash() throws {
        let store = try applied([zone, firm])
        try fill(store, ["a", "b", "a", nil, nil, "c", "b", "a", "a", "d"])
        var stricter = firm
        stricter.uniques = [["code"]]
        let plan = try store.plan([stricter])
        let obstacle = try #require(plan.obstacles.first)
        #expect(obstacle.rows == 6 && obstacle.examples == ["1", "2", "3", "7", "8"] && obstacle.table == "firm")
        #expect(obstacle.words.zh.contains("6 条") && obstacle.words.en.contains("1, 2, 3, 7, 8"))
        do {
            try store.write(Sample.intent()) { try $0.apply(plan) }
            Issue.record("it was applied")
        } catch let error as StoreError {
            #expect(error.cause == .obstructed([obstacle.words]) && error.words == obstacle.words)
        }
        try store.write(Sample.intent()) { (writing) throws in try writing.execute("UPDATE firm SET code = code || id WHERE code IS NOT NULL") }
        // Rows without a code do not clash.
        try store.write(Sample.intent()) { try $0.apply(store.plan([stricter])) }
        refused(.unique(table: "firm", columns: ["code"])) { try fill(store, ["d10"]) }
        try fill(store, [nil])
    }

    @Test("drops an index that is no longer wanted, and leaves data and other people's indexes alone")
    func indexes() throws {
        let store = try applied([zone, firm])
        try fill(store, ["a"])
        try store.tamper("CREATE INDEX mine ON firm (tax)")
        var other = firm
        other.indexes = [["zone", "tax"]]
        let plan = try store.plan([other])
        #expect(plan.steps.map(\.words.en) == ["Indexes firm by zone, tax", "Drops the index of firm by code; no data is touched"])
        try store.write(Sample.intent()) { try $0.apply(plan) }
        #expect(try store.read { try $0.value("SELECT count(*) FROM sqlite_schema WHERE name = 'mine'") } == 1)
        #expect(try store.plan([other]).isEmpty && store.count(firm) == 1)
    }

    @Test("never drops a table or a column: a plain column that is no longer wanted stays")
    func nothingDropped() throws {
        let store = try applied([zone, firm])
        try fill(store, ["a"])
        var narrower = firm
        narrower.columns.removeLast()
        #expect(try store.plan([narrower]).isEmpty && store.plan([]).isEmpty)
        #expect(try store.read { try $0.value("SELECT tax FROM firm") } == 1)
    }

    @Test("asks that a column of a register be retired rather than removed: the chain is verified by it")
    func retired() throws {
        let store = try Sample.book()
        let narrower = VersionedTable("hazard", Array(Sample.hazard.columns.dropLast()), uniques: [["code"]], indexes: [["fund"]])
        let plan = try store.plan(narrower.tables)
        #expect(plan.steps.isEmpty && plan.obstacles.count == 2)
        #expect(plan.obstacles[0].words.en.contains("hazard.photo") && plan.obstacles[0].words.zh.contains("停用"))
    }

    @Test("refuses what cannot be changed in place, each with its reason")
    func inPlace() throws {
        let store = try applied([zone, firm])
        func reason(_ column: Column) throws -> String {
            var table = firm
            table.columns.removeAll { $0.name == column.name }
            table.columns.append(column)
            let plan = try store.plan([table])
            #expect(plan.steps.isEmpty && plan.obstacles.count == 1)
            return plan.obstacles.first?.words.en ?? ""
        }
        #expect(try reason(Column("tax", .text)).contains("kind of firm.tax"))
        #expect(try reason(Column("tax", .integer, isRequired: true)).contains("required cannot change"))
        #expect(try reason(Column("tax", .integer, references: "zone")).contains("refers to"))
        #expect(try reason(Column("zone", .integer)).contains("refers to"))
        #expect(try reason(Column("tax", .integer, initial: 5)).contains("initial value"))
        #expect(try reason(Column("extra", .integer, isKey: true)).contains("key column"))
        #expect(try reason(Column("extra", .integer, isRequired: true)).contains("nothing for it"))
        #expect(try reason(Column("extra", .integer, references: "zone", initial: 1)).contains("cannot have an initial value"))
    }

    @Test("that is stale is not applied, and one that fails leaves no table")
    func stale() throws {
        let store = try Store.temporary()
        let plan = try store.plan([zone])
        try store.write(Sample.intent()) { try $0.apply(plan) }
        do {
            try store.write(Sample.intent()) { try $0.apply(plan) }
            Issue.record("it was applied twice")
        } catch let error as StoreError {
            #expect(error.words.en.contains("make the plan anew"))
        }
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try store.write(Sample.intent()) { (writing) throws in
                try writing.apply(store.plan([firm]))
                #expect(try writing.exists("firm"))
                throw Stop()
            }
        }
        #expect(try !store.read { try $0.exists("firm") })
    }

    @Test("makes tables that refer to themselves and to each other")
    func circles() throws {
        let office = Table(
            "office",
            [Column("id", .integer, isKey: true), Column("above", .integer, references: "office"), Column("head", .integer, references: "post")])
        let post = Table("post", [Column("id", .integer, isKey: true), Column("office", .integer, references: "office")])
        let store = try applied([office, post])
        #expect(try store.plan([office, post]).isEmpty)
        refused(.reference) { try store.write(Sample.intent()) { try $0.insert(["head": 7], into: office) } }
    }

    @Test("brings any tables to what is wanted, and then finds nothing to do", arguments: Proofs.seeds(4))
    func property(_ seed: UInt64) throws {
        var random = Seeded(seed)
        let names: [Name] = ["a", "a_b", "b", "b_c", "c", "d"]
        func table(_ name: Name) -> Table {
            var columns = [Column("id", .integer, isKey: true)]
            for column in names.shuffled(using: &random).prefix(Int.random(in: 1...6, using: &random)) {
                let kind = Column.Kind.allCases[column.text.utf8.count % 3]
                let initial: Value = kind == .integer ? [.null, 0, -7].randomElement(using: &random) ?? .null : kind == .text ? "'x" : .data([1])
                columns.append(Column(column, kind, isRequired: !initial.isNull && Bool.random(using: &random), initial: initial))
            }
            func lists() -> [[Name]] {
                var lists: [[Name]] = []
                for _ in 0..<Int.random(in: 0...3, using: &random) {
                    let list = columns.map(\.name).shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))
                    if !lists.contains(Array(list)) { lists.append(Array(list)) }
                }
                return lists
            }
            return Table(name, columns, uniques: lists(), indexes: lists())
        }
        for _ in 0..<10 {
            let wanted = names.map(table)
            let store = try applied(wanted)
            #expect(try store.plan(wanted).isEmpty)
            #expect(try store.soundness().isEmpty)
        }
    }
}
