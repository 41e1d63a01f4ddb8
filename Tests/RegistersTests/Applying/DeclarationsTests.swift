import Foundation
import Registers
import Storage
import Testing

@Suite("Changes of the declarations")
struct DeclarationsTests {
    private func plan(_ park: Park, _ changes: [String: String]) throws -> DeclarationPlan {
        try Declarations(park.book).plan(Park.sources(changes))
    }

    private func apply(_ park: Park, _ changes: [String: String], day: Int = 1) throws -> Park {
        Park(try Declarations(park.book).apply(try plan(park, changes), intent: Park.intent("apply", day)))
    }

    /// The trial park with three firms in it.
    private func filled() throws -> Park {
        let park = try Park()
        try park.enterprise("云川重工", "A1", ["land": .text("12"), "zone": .text("core")])
        try park.enterprise("安泰食品", "A2", ["land": .text("3")])
        try park.enterprise("重远化工", "A3")
        let sales = try park.register("sales")
        try park.write { writing in
            for (index, output) in ["100", "200", "300"].enumerated() {
                try park.records.add(
                    ["enterprise": .text("A1"), "month": .text("2022-\(index + 1)"), "output": .text(output), "cost": .text("50")], to: sales,
                    in: writing)
            }
        }
        return park
    }

    private func enterprise(adding line: String) -> [String: String] { ["registers/enterprise.yaml": Park.enterprise + "\n" + line] }

    private func enterprise(_ old: String, _ new: String) -> [String: String] {
        ["registers/enterprise.yaml": Park.enterprise.replacing(old, with: new)]
    }

    @Test("the same declarations are an empty plan")
    func same() throws {
        #expect(try plan(try filled(), [:]).isEmpty)
    }

    @Test("a new field leaves the records that there are empty, and says how many")
    func added() throws {
        let park = try filled()
        let line = "  tax: { name: { zh: 税收, en: Tax }, kind: money, unit: 万元 }"
        #expect(try plan(park, enterprise(adding: line)).sentences.map(\.zh) == ["“企业”增加“税收”；已有 3 条记录此栏为空。"])
        let after = try apply(park, enterprise(adding: line))
        #expect(try after.listing("enterprise", [("tax.empty", "")]).total == 3)
        #expect(try after.enterprise("新厂", "A4", ["tax": .text("5")]) == 4)
    }

    @Test("a field that is required from now on lists the records that lack it, and is refused")
    func required() throws {
        let park = try filled()
        let changed = enterprise("places: 2, least: 0 }", "places: 2, least: 0, required: yes }")
        let plan = try plan(park, changed)
        #expect(plan.obstacles.map(\.zh) == ["“企业”的“用地”：必须填写。 有 1 条记录不符：重远化工。请先改好它们，或放宽声明。"])
        let before = try park.book.store.read { try $0.lastChange() }
        #expect(throws: Refused.self) { try Declarations(park.book).apply(plan, intent: Park.intent("apply", 1)) }
        #expect(try park.book.store.read { try $0.lastChange() } == before)
        let register = try park.register("enterprise")
        try park.write { try park.records.edit(3, ["land": .text("1")], of: register, in: $0) }
        #expect(try apply(park, changed).listing("enterprise").total == 3)
    }

    @Test(
        "every narrowing finds its offenders",
        arguments: [
            ("least: 0 }", "least: 5 }", "安泰食品"), ("longest: 60", "longest: 3", "云川重工"), ("core: { zh: 核心区, en: Core }, ", "", "云川重工"),
            ("kind: day }", "kind: day, required: zone = core }", "云川重工"), ("least: 0 }", "least: 0, check: land < 10 }", "云川重工"),
        ])
    func narrowing(_ old: String, _ new: String, _ offender: String) throws {
        let plan = try plan(try filled(), enterprise(old, new))
        #expect(plan.obstacles.count == 1)
        #expect(plan.obstacles.first?.zh.contains("记录不符：\(offender)") == true, "\(plan.obstacles)")
    }

    @Test("a field that must not repeat, and a key that is narrower, list what repeats")
    func unique() throws {
        let park = try filled()
        let register = try park.register("enterprise")
        try park.write { try park.records.edit(3, ["land": .text("3")], of: register, in: $0) }
        let unique = try plan(park, enterprise("places: 2, least: 0 }", "places: 2, least: 0, unique: yes }"))
        #expect(unique.obstacles.map(\.zh) == ["“企业”的“用地”：不得重复。 有 1 条记录不符：重远化工。请先改好它们，或放宽声明。"])
        let key = try plan(park, ["registers/sales.yaml": Park.sales.replacing("key: [enterprise, month]", with: "key: [enterprise]")])
        #expect(key.obstacles.map(\.zh) == ["“产销月报”的“企业”：不得重复。 有 2 条记录不符：云川重工 2022年2月、云川重工 2022年3月。请先改好它们，或放宽声明。"])
    }

    @Test(
        "kinds, units, places, references and the clock never change",
        arguments: [
            ("kind: quantity, unit: 亩, places: 2", "kind: number, places: 2", "类型"), ("unit: 亩", "unit: 公顷", "单位"),
            ("places: 2", "places: 3", "小数位数"),
            ("kind: day }", "kind: text }", "类型"),
        ])
    func fixed(_ old: String, _ new: String, _ word: String) throws {
        let plan = try plan(try filled(), enterprise(old, new))
        #expect(plan.obstacles.contains { $0.zh.contains(word) && $0.zh.contains("retired: yes") }, "\(plan.obstacles)")
    }

    @Test("the time zone never changes, and a register with records never goes")
    func whole() throws {
        let park = try filled()
        #expect(try plan(park, ["site.yaml": Park.site.replacing("+08:00", with: "+09:00")]).obstacles.map(\.zh).contains { $0.contains("时区") })
        let without = Sources(Park.sources().all.filter { $0.file != "registers/sales.yaml" })
        #expect(try Declarations(park.book).plan(without).obstacles.map(\.zh) == ["台账“产销月报”不见了，但有 3 条记录；台账不能删除，请把文件放回来。"])
        let noHazards = Sources(Park.sources().all.filter { $0.file != "registers/hazard.yaml" })
        let plan = try Declarations(park.book).plan(noHazards)
        #expect(plan.obstacles.isEmpty)
        #expect(plan.sentences.map(\.zh) == ["不再使用空的台账“安全隐患”。"])
        #expect(try Declarations(park.book).apply(plan, intent: Park.intent("apply", 1)).catalogue.registers.count == 2)
    }

    @Test("a field that disappears is refused; retired, it keeps what it holds and takes nothing more")
    func retired() throws {
        let park = try filled()
        let line = "  land: { name: { zh: 用地, en: Land }, kind: quantity, unit: 亩, places: 2, least: 0 }\n"
        #expect(try plan(park, enterprise(line, "")).obstacles.first?.zh.contains("请写 retired: yes，改名则写 was: land") == true)
        let after = try apply(park, enterprise("least: 0 }", "least: 0, retired: yes }"))
        #expect(try after.record(1, "enterprise")?["land"] == 1200)
        let register = try after.register("enterprise")
        #expect(throws: Invalid.self) { try after.write { try after.records.edit(1, ["land": .text("1")], of: register, in: $0) } }
        #expect(try after.write { try after.records.edit(1, ["zone": .text("east")], of: register, in: $0) })
    }

    @Test("a renamed field keeps its column, its past and its digests, and is renamed again from its first name")
    func renamed() throws {
        let park = try filled()
        let changed = enterprise("land: { name: { zh: 用地, en: Land },", "area: { name: { zh: 占地, en: Area }, was: land,")
        #expect(try plan(park, changed).sentences.map(\.zh) == ["“企业”的“占地”由 land 改名为 area，记录不变。"])
        let last = try park.book.store.read { try $0.lastChange().number }
        let after = try apply(park, changed)
        #expect(try after.record(1, "enterprise")?["area"] == 1200)
        #expect(try after.record(1, "enterprise", asOf: last)?["area"] == 1200)
        #expect(try after.listing("enterprise", [("area.above", "5"), ("sort", "-area")]).records.map(\.id) == [1])
        let again = enterprise("land: { name: { zh: 用地, en: Land },", "ground: { name: { zh: 地面, en: Ground }, was: area,")
        #expect(try plan(after, again).obstacles.map(\.zh).contains { $0.contains("请写 was: land") })
        let right = enterprise("land: { name: { zh: 用地, en: Land },", "ground: { name: { zh: 地面, en: Ground }, was: land,")
        #expect(try apply(after, right).record(1, "enterprise")?["ground"] == 1200)
        #expect(
            try plan(park, enterprise(adding: "  x: { name: { zh: 甲, en: X }, kind: text, was: y }")).obstacles.map(\.zh).contains {
                $0.contains("没有这个旧名")
            })
    }

    @Test("a formula that changes is computed anew for the records that come out differently")
    func formulas() throws {
        let park = try filled()
        let changed = ["registers/sales.yaml": Park.sales.replacing("is: output - cost", with: "is: \"output - max(cost, 150 万元)\"")]
        let plan = try plan(park, changed)
        #expect(plan.sentences.map(\.zh) == ["“产销月报”的 3 条记录重新计算。"])
        let after = try apply(park, changed)
        #expect(try after.listing("sales", [("sort", "month")]).records.map { $0["margin"] } == [-5000, 5000, 15000])
        #expect(try after.listing("sales", [("sort", "month")]).records.map { $0["rate"] } == [-500, 250, 500])
        let added = ["registers/sales.yaml": Park.sales + "\n  half: { name: { zh: 半, en: Half }, kind: formula, is: output / 2, unit: 万元 }"]
        #expect(try apply(park, added).listing("sales", [("sort", "month")]).records.map { $0["half"] } == [5000, 10000, 15000])
    }

    @Test("a title that changes is written anew")
    func titles() throws {
        let after = try apply(try filled(), enterprise("title: \"{name}\"", "title: \"{code} {name}\""))
        #expect(try after.listing("enterprise", [("sort", "code")]).records.map(\.title) == ["A1 云川重工", "A2 安泰食品", "A3 重远化工"])
        #expect(try after.listing("enterprise", [("q", "a1yunchuan")]).total == 1)
    }

    @Test("states that come where there were none begin for every record; a state that is in use can't go")
    func states() throws {
        let park = try filled()
        let states = "states:\n  on: { name: { zh: 在园, en: In }, stage: open }\n  off: { name: { zh: 离园, en: Out }, stage: done }\n"
        let after = try apply(park, enterprise(adding: states))
        #expect(try after.listing("enterprise", [("state", "on")]).total == 3)
        let gone = try Declarations(after.book).plan(
            Park.sources(enterprise(adding: states.replacing("  on: { name: { zh: 在园, en: In }, stage: open }\n", with: ""))))
        #expect(gone.obstacles.map(\.zh).contains("“企业”的状态“在园”还有 3 条记录，不能去掉。"))
    }

    @Test("a new label asks nothing of the records")
    func labels() throws {
        let plan = try plan(try filled(), enterprise("zh: 用地", "zh: 占地面积"))
        #expect(plan.obstacles.isEmpty)
        #expect(plan.sentences.map(\.zh) == ["文件 registers/enterprise.yaml 的名称、说明或次序有调整，记录不变。"])
    }

    @Test("every applied text is kept, and those in force at any change are known")
    func kept() throws {
        let park = try filled()
        let before = try park.book.store.read { try $0.lastChange().number }
        let after = try apply(park, enterprise("zh: 用地", "zh: 占地面积"))
        try after.book.store.read { (reading: Reading) throws -> Void in
            let declarations = Declarations(after.book)
            #expect(try declarations.sources(in: reading)?["registers/enterprise.yaml"]?.text.contains("占地面积") == true)
            #expect(try declarations.sources(asOf: before, in: reading)?["registers/enterprise.yaml"]?.text == Park.enterprise)
            #expect(try reading.value("SELECT count(*) FROM declaration WHERE file = 'registers/enterprise.yaml'") == 2)
            #expect(try reading.value("SELECT count(*) FROM declaration") == 9)
            #expect(try reading.lastChange().kind == "apply")
        }
    }

    @Test("a plan made before another was applied is refused")
    func overtaken() throws {
        let park = try filled()
        let first = try plan(park, enterprise("zh: 用地", "zh: 占地面积"))
        _ = try apply(park, enterprise(adding: "  tax: { name: { zh: 税收, en: Tax }, kind: money, unit: 万元 }"))
        #expect(throws: Refused.self) { try Declarations(park.book).apply(first, intent: Park.intent("apply", 2)) }
    }

    @Test("a site opens by what was applied; a folder that is no site is refused in words")
    func opening() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("site-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: Refused.self) { try Book.open(site: folder) }
        for source in Park.sources().all {
            let file = folder.appendingPathComponent("declarations/\(source.file)")
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(source.text.utf8).write(to: file)
        }
        let book = try Book.open(site: folder)
        let declarations = Declarations(book)
        try declarations.apply(try declarations.plan(book.sources), intent: Park.intent("apply"))
        let park = Park(try Book.open(site: folder))
        try park.enterprise("云川重工", "A1")
        // A text that isn't applied yet changes nothing, even where it is wrong.
        try Data("register: [".utf8).write(to: folder.appendingPathComponent("declarations/registers/sales.yaml"))
        let again = try Book.open(site: folder, readOnly: true)
        #expect(again.catalogue.register("sales") != nil)
        #expect(try Park(again).listing("enterprise").total == 1)
        #expect(again.store.offset == 28_800)
    }
}
