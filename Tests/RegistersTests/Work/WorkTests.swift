import Registers
import Storage
import Testing

/// Two firms with hazards in every state, and who may do what with them.
@Suite("What waits for whom, and what is late")
struct WorkTests {
    private let park: Park
    private let hazard: Register
    private let (first, second): (Int64, Int64)
    private let today: Day

    init() throws {
        today = try #require(Day(2022, 3, 10))
        let roles = """
            officer: { zh: 安全监管岗, en: Safety officer }
            contact: { name: { zh: 企业联络员, en: Enterprise contact }, outside: yes, of: enterprise }
            """
        let groups = """
            economy: { name: { zh: 经济, en: Economy }, readers: all, writers: [officer] }
            safety: { name: { zh: 安全, en: Safety }, readers: [all, contact], writers: [officer] }
            """
        let declared = Park.hazard
            .replacing("list: [", with: "work: { due: due, met: mended, whose: enterprise, paused: held }\nlist: [")
            .replacing("  due: {", with: "  mended: { name: { zh: 整改完成, en: Mended }, kind: day }\n  due: {")
            .replacing("moves:\n", with: "  held: { name: { zh: 暂停, en: Held }, stage: waiting }\nmoves:\n")
            .replacing("moves:\n", with: "moves:\n  hold: { name: { zh: 暂停, en: Hold }, from: assigned, to: held, by: [officer] }\n")
        let park = try Park(["roles.yaml": roles, "groups.yaml": groups, "registers/hazard.yaml": declared])
        self.park = park
        hazard = try park.register("hazard")
        first = try park.enterprise("云川重工", "A1")
        second = try park.enterprise("云川轻工", "A2")
    }

    private func permission(_ role: String, as name: String, _ own: Int64...) -> Permission {
        Permission(name, Duties([role], own: own.isEmpty ? [:] : ["enterprise": Set(own)], of: park.book.catalogue))
    }

    @discardableResult
    private func add(_ finding: String, _ firm: String = "A1", due: String? = nil, _ moves: String..., by: Permission? = nil) throws -> Int64 {
        let records = Records(park.book, by ?? permission("officer", as: "officer"))
        let id = try park.write(Park.intent(by: records.permission.subject.name)) { writing in
            try records.add(
                ["enterprise": .text(firm), "finding": .text(finding), "found": .text("2022-03-01 09:00"), "due": due.map { .text($0) } ?? .empty],
                to: hazard, in: writing)
        }
        for name in moves { try move(id, name, by: records.permission) }
        return id
    }

    private func move(_ id: Int64, _ name: String, by permission: Permission) throws {
        let move = try #require(hazard.moves.first { $0.id.text == name })
        try park.write(Park.intent(by: permission.subject.name)) { writing in
            try Records(park.book, permission).move(id, by: move, of: hazard, in: writing)
        }
    }

    private func workload(_ permission: Permission) throws -> Workload {
        try park.book.store.read { try Records(park.book, permission).workload(on: today, limit: 50, in: $0) }
    }

    private func findings(_ workload: Workload) -> [String] { workload.items.compactMap { $0.record["finding"].text } }

    @Test("the nearest limit comes first, what has none last, and what is closed or voided not at all")
    func order() throws {
        try add("丙", due: "2022-03-20", "assign")
        try add("无期")
        try add("甲", due: "2022-03-08", "assign")
        try add("乙", due: "2022-03-10", "assign")
        try add("办完", due: "2022-03-02", "assign", "rectify")
        let void = try add("作废", due: "2022-03-02", "assign")
        try park.write { try park.records.void(void, of: hazard, in: $0) }
        let other = permission("officer", as: "another")
        let workload = try workload(other)
        #expect(findings(workload) == ["办完", "甲", "乙", "丙", "无期"])
        #expect(workload.items.map(\.light) == [.late(8), .late(2), .soon(0), .onTime(10), .none])
        #expect(workload.items.map { $0.whose?.zh } == Array(repeating: "云川重工", count: 5))
        #expect(workload.count == 5)
        #expect(workload.late == 2)
    }

    @Test("a firm's contact is asked only for the own firm's, for steps and for what has a limit")
    func outside() throws {
        try add("甲", "A1", due: "2022-03-20", "assign")
        try add("乙", "A2", due: "2022-03-20", "assign")
        try add("丙", "A1", due: "2022-03-25")
        try add("丁", "A1")
        let workload = try workload(permission("contact", as: "contact", first))
        #expect(findings(workload) == ["甲", "丙"])
        #expect(workload.items.last?.deeds.moves.isEmpty == true)
        #expect(workload.items.first?.deeds.moves.map(\.id.text) == ["rectify"])
        #expect(workload.items.first?.deeds.edits == false)
    }

    @Test("who reported a mending isn't asked to check it, and another one is")
    func otherHand() throws {
        let id = try add("甲", due: "2022-03-20", "assign")
        try park.write { try park.records.edit(id, ["mended": .text("2022-03-04")], of: hazard, in: $0) }
        try move(id, "rectify", by: permission("officer", as: "officer"))
        #expect(try workload(permission("officer", as: "officer")).count == 0)
        #expect(findings(try workload(permission("officer", as: "another"))) == ["甲"])
    }

    @Test("a limit that was kept stops the clock, and a paused one stands still")
    func clocks() throws {
        let kept = try add("按期整改", due: "2022-03-05", "assign")
        try park.write { try park.records.edit(kept, ["mended": .text("2022-03-04")], of: hazard, in: $0) }
        let held = try add("暂停", due: "2022-03-05", "assign", "hold")
        let items = try park.book.store.read { reading in
            try [kept, held].map { try park.records.item($0, hazard, today, in: reading) }
        }
        #expect(items.map { $0?.light } == [WorkLight.none, .paused])
        #expect(items.map { $0?.due?.iso } == [nil, "2022-03-05"])
        let late = try park.book.store.read { try park.records.lateness(on: today, in: $0) }
        #expect(late.isEmpty)
    }

    @Test("what is late is counted by whose it is, the most first, with the oldest limit")
    func lateness() throws {
        try add("甲", "A1", due: "2022-03-05", "assign")
        try add("乙", "A2", due: "2022-03-09", "assign")
        try add("丙", "A2", due: "2022-03-07", "assign")
        try add("今天到期", "A2", due: "2022-03-10", "assign")
        try add("没有时限", "A2")
        let late = try park.book.store.read { try park.records.lateness(on: today, in: $0) }
        #expect(late.map { $0.whose?.zh } == ["云川轻工", "云川重工"])
        #expect(late.map(\.count) == [2, 1])
        #expect(late.map(\.oldest.iso) == ["2022-03-07", "2022-03-05"])
        #expect(late.map { $0.holder?.value } == [.integer(second), .integer(first)])
        let seen = try park.book.store.read { try Records(park.book, permission("contact", as: "contact", first)).lateness(on: today, in: $0) }
        #expect(seen.map { $0.whose?.zh } == ["云川重工"])
    }

    @Test("a reader has no work, whatever there is")
    func reader() throws {
        try add("甲", due: "2022-03-05", "assign")
        #expect(try workload(.reader).items.isEmpty)
        #expect(try park.book.store.read { try Records(park.book, .reader).lateness(on: today, in: $0).count } == 1)
    }

    @Test(
        "a light goes by the days that are left",
        arguments: [
            ("2022-03-14", WorkLight.onTime(4)), ("2022-03-13", .soon(3)), ("2022-03-10", .soon(0)), ("2022-03-09", .late(1)),
            ("2021-12-31", .late(69)), ("2023-03-10", .onTime(365)),
        ])
    func lights(due: String, light: WorkLight) {
        #expect(WorkLight(due: Day(iso: due), isPaused: false, isStopped: false, on: today) == light)
    }

    @Test(
        "work that can't be is told where it is written",
        arguments: [
            ("work: { due: month }", "sales"), ("work: { met: margin }", "sales"), ("work: { whose: output }", "sales"), ("work: {}", "sales"),
            ("work: { due: duo }", "sales"), ("work: { paused: nowhere }", "hazard"),
        ])
    func declarations(line: String, register: String) throws {
        let text = (register == "sales" ? Park.sales : Park.hazard).replacing("list: [", with: "\(line)\nlist: [")
        let sources = Park.sources(["registers/\(register).yaml": text])
        let error = try #require(throws: Diagnostics.self) { try CatalogueReader.catalogue(sources) }
        #expect(error.all.contains { $0.rule == "work" || $0.rule.hasPrefix("unknown") })
        #expect(error.all.allSatisfy { $0.place.file == "registers/\(register).yaml" })
    }
}
