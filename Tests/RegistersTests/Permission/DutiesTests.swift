import Registers
import Storage
import Testing

/// Two firms, each with a month and a hazard, and four people: one of the committee, one who keeps one firm's records, a contact
/// of the other firm, and the audit officer.
@Suite("What an account may see and do")
struct DutiesTests {
    private let park: Park
    private let (first, second): (Int64, Int64)
    private let (months, hazards): ([Int64], [Int64])

    init() throws {
        let roles = """
            officer: { zh: 安全监管岗, en: Safety officer }
            warden: { name: { zh: 驻企岗, en: Warden }, of: enterprise }
            contact: { name: { zh: 企业联络员, en: Enterprise contact }, outside: yes, of: enterprise }
            auditor: { name: { zh: 审计员, en: Auditor }, officer: audit }
            """
        let groups = """
            economy: { name: { zh: 经济, en: Economy }, readers: all, writers: [officer, warden] }
            safety: { name: { zh: 安全, en: Safety }, readers: [all, contact], writers: [officer] }
            """
        let sales = Park.sales.replacing("group: economy", with: "group: economy\nreaders: [officer, contact]\nwriters: [officer, contact]")
        let park = try Park(["roles.yaml": roles, "groups.yaml": groups, "registers/sales.yaml": sales])
        self.park = park
        first = try park.enterprise("云川重工", "A1", ["boss": .text("负责人")])
        second = try park.enterprise("云川轻工", "A2")
        func add(_ inputs: [Name: Input], _ register: Name) throws -> [Int64] {
            let register = try park.register(register)
            return try ["A1", "A2"].map { firm in
                try park.write { try park.records.add(inputs.merging(["enterprise": .text(firm)]) { $1 }, to: register, in: $0) }
            }
        }
        months = try add(["month": .text("2022-03"), "output": .text("1")], "sales")
        hazards = try add(["finding": .text("通道堵塞"), "found": .text("2022-03-01 09:00")], "hazard")
    }

    private func permission(_ role: String, _ own: Int64...) -> Permission {
        Permission(role, Duties([role], own: own.isEmpty ? [:] : ["enterprise": Set(own)], of: park.book.catalogue))
    }

    private func titles(_ register: Name, _ permission: Permission) throws -> [String] {
        let query = try Query.read([], try park.register(register), park.book.catalogue, today: Day(2022, 12, 1))
        return try park.book.store.read { try Records(park.book, permission).listing(query, in: $0).records.map(\.title) }.sorted()
    }

    /// What somebody is told who tries to write; nil where it was done.
    private func told(_ permission: Permission, _ body: (Records, Writing) throws -> Void) throws -> String? {
        do {
            try park.write { try body(Records(park.book, permission), $0) }
            return nil
        } catch let refused as Refused {
            return refused.words.zh
        } catch let invalid as Invalid {
            return invalid.items.map { $0.text(.zh) }.joined()
        }
    }

    /// Somebody tries to write, and is told this, or nothing where it is done.
    private func expect(
        _ words: String?, _ permission: Permission, at location: SourceLocation = #_sourceLocation, _ body: (Records, Writing) throws -> Void
    ) throws {
        let told = try told(permission, body)
        #expect(told == words, sourceLocation: location)
    }

    @Test("Who is of the committee sees every record; a firm's contact its own; an officer none; whoever has no role none")
    func rows() throws {
        #expect(try titles("hazard", permission("officer")).count == 2)
        #expect(try titles("hazard", permission("warden", first)).count == 2)
        #expect(try titles("hazard", permission("contact", second)) == ["云川轻工 · 通道堵塞"])
        #expect(try titles("sales", permission("contact", second)) == ["云川轻工 2022年3月"])
        #expect(try titles("hazard", permission("contact")) == [])
        #expect(try titles("hazard", permission("auditor")) == [])
        #expect(try titles("hazard", permission("nobody", first)) == [])
    }

    @Test("What readers name is closed to the rest of the committee, and a register that names no firm is closed to it")
    func registers() throws {
        #expect(!permission("warden", first).sees(try park.register("sales")))
        #expect(permission("warden", first).sees(try park.register("enterprise")))
        #expect(!permission("contact", first).sees(try park.register("enterprise")))
    }

    @Test("A record of another firm is not there: not by its number, not as it was, not in its story, not among suggestions")
    func others() throws {
        let contact = permission("contact", first)
        let sales = try park.register("sales")
        try park.book.store.read { (reading: Reading) throws in
            let records = Records(park.book, contact)
            #expect(try records.record(months[1], of: sales, in: reading) == nil)
            #expect(try records.record(months[1], of: sales, asOf: try reading.lastChange().number, in: reading) == nil)
            #expect(try records.record(months[0], of: sales, in: reading) != nil)
            #expect(try records.suggestions("云川", of: sales, in: reading).map(\.id) == [months[0]])
            #expect(try History(park.book, contact).versions(of: months[1], in: sales, reading).isEmpty)
            #expect(try !History(park.book, contact).versions(of: months[0], in: sales, reading).isEmpty)
        }
    }

    @Test("A personal field is seen by who keeps the register, and can't be overwritten by anybody else")
    func personal() throws {
        let enterprise = try park.register("enterprise")
        let boss = try #require(enterprise.field("boss"))
        #expect(permission("officer").sees(boss) && permission("warden", first).sees(boss))
        #expect(!permission("contact", first).sees(boss) && !permission("auditor").sees(boss))
    }

    @Test("The firm writes its own month and no other, adds none for another, and can't give its own away")
    func writing() throws {
        let (contact, sales) = (permission("contact", first), try park.register("sales"))
        try expect(nil, contact) { try $0.edit(months[0], ["output": .text("2")], of: sales, in: $1) }
        try expect("“产销月报”里没有这条记录。", contact) { try $0.edit(months[1], ["output": .text("2")], of: sales, in: $1) }
        try expect("“产销月报”里没有这条记录。", contact) { try $0.void(months[1], of: sales, in: $1) }
        let own = "“contact”只能登记和修改“产销月报”里属于自己部门、片区或企业的记录。"
        try expect(own, contact) { try $0.add(["enterprise": .text("A2"), "month": .text("2022-04")], to: sales, in: $1) }
        try expect(nil, contact) { try $0.add(["enterprise": .text("A1"), "month": .text("2022-04")], to: sales, in: $1) }
        try expect(own, contact) { try $0.edit(months[0], ["enterprise": .text("A2"), "month": .text("2022-05")], of: sales, in: $1) }
    }

    @Test("A warden keeps the records of one firm and sees the others; who may is said")
    func bounded() throws {
        let (warden, enterprise) = (permission("warden", first), try park.register("enterprise"))
        try expect(nil, warden) { try $0.edit(first, ["land": .text("3")], of: enterprise, in: $1) }
        try expect("“warden”只能登记和修改“企业”里属于自己部门、片区或企业的记录。", warden) { try $0.edit(second, ["land": .text("3")], of: enterprise, in: $1) }
        try expect("“contact”不能修改“安全隐患”，请由安全监管岗办理。", permission("contact", first)) {
            try $0.edit(hazards[0], ["urgent": .text("是")], of: try park.register("hazard"), in: $1)
        }
    }

    @Test("A batch refuses the rows of another firm, each at its row")
    func batch() throws {
        let sales = try park.register("sales")
        let faults = try park.book.store.read { (reading: Reading) throws in
            var batch = try RecordBatch(sales, park.book, permission("contact", first), in: reading)
            return ["A1", "A2"].enumerated().map { index, code in
                let inputs: [Name: Input] = ["enterprise": .text(code), "month": .text("2022-03"), "output": .text("7")]
                if case .failure(let invalid) = batch.prepare(inputs, row: index + 2) { return invalid.items.map { $0.text(.zh) }.joined() }
                return ""
            }
        }
        #expect(faults[0].isEmpty)
        #expect(faults[1].contains("没有这条记录"))
    }

    @Test("That a number is taken is told, and by which record only to who may see it")
    func taken() throws {
        let hazard = try park.register("hazard")
        let other = try #require(try park.record(hazards[1], "hazard"))
        let code = try #require(other["code"].text)
        let inputs: [Name: Input] = ["enterprise": .text("A1"), "code": .text(code), "finding": .text("堵塞"), "found": .text("2022-03-02 09:00")]
        try expect("编号：已有编号相同的记录“云川轻工 · 通道堵塞”，请改那一条，或核对后再填。", .console) { try $0.add(inputs, to: hazard, in: $1) }
        let sales = try park.register("sales")
        try expect(
            "企业、月份已被别的记录使用，请核对后再填。", permission("contact", first)
        ) { try $0.add(["enterprise": .text("A2"), "month": .text("2022-03")], to: sales, in: $1) }
    }

    @Test("A step is taken by the post that it is for, on its own records, filling what the step asks for and no more")
    func moves() throws {
        let hazard = try park.register("hazard")
        let assign = try #require(hazard.moves.first { $0.id == "assign" })
        let rectify = try #require(hazard.moves.first { $0.id == "rectify" })
        let (officer, contact) = (permission("officer"), permission("contact", first))
        try expect("“交办”由安全监管岗办理。", contact) { try $0.move(hazards[0], by: assign, ["due": .text("2022-04-01")], of: hazard, in: $1) }
        for id in hazards { try expect(nil, officer) { try $0.move(id, by: assign, ["due": .text("2022-04-01")], of: hazard, in: $1) } }
        try expect("“安全隐患”里没有这条记录。", contact) { try $0.move(hazards[1], by: rectify, of: hazard, in: $1) }
        try expect("期限：办理“报整改”不能改这一栏。", contact) { try $0.move(hazards[0], by: rectify, ["due": .text("2023-04-01")], of: hazard, in: $1) }
        try expect(nil, contact) { try $0.move(hazards[0], by: rectify, of: hazard, in: $1) }
        try expect("“报整改”由企业联络员、安全监管岗办理。", permission("warden", second)) { try $0.move(hazards[1], by: rectify, of: hazard, in: $1) }
    }

    @Test("What isn't seen isn't written, also where another role of the same person writes the register")
    func unseen() throws {
        let roles = """
            officer: { zh: 安全监管岗, en: Safety officer }
            contact: { name: { zh: 企业联络员, en: Enterprise contact }, outside: yes, of: enterprise }
            """
        let closed = Park.hazard.replacing("group: safety", with: "group: safety\nreaders: [contact]\nwriters: [officer, contact]")
        let park = try Park(["roles.yaml": roles, "registers/hazard.yaml": closed])
        let (first, hazard) = (try park.enterprise("云川重工", "A1"), try park.register("hazard"))
        try park.enterprise("云川轻工", "A2")
        let ids = try ["A1", "A2"].map { firm in
            try park.write {
                try park.records.add(
                    ["enterprise": .text(firm), "finding": .text("堵塞"), "found": .text("2022-03-01 09:00")], to: hazard, in: $0)
            }
        }
        let both = Permission("both", Duties(["officer", "contact"], own: ["enterprise": [first]], of: park.book.catalogue))
        let records = Records(park.book, both)
        let assign = try #require(hazard.moves.first { $0.id == "assign" })
        try park.write { _ = try records.edit(ids[0], ["urgent": .text("是")], of: hazard, in: $0) }
        #expect(throws: Refused.self) { try park.write { _ = try records.edit(ids[1], ["urgent": .text("是")], of: hazard, in: $0) } }
        #expect(throws: Refused.self) { try park.write { try records.move(ids[1], by: assign, ["due": .text("2022-04-01")], of: hazard, in: $0) } }
    }

    @Test("Who undoes a change must be allowed to write what it wrote")
    func undoing() throws {
        let sales = try park.register("sales")
        let number = try park.book.store.write(Park.intent()) {
            try Records(park.book, .console).edit(months[1], ["output": .text("9")], of: sales, in: $0)
        }.change.number
        func undo(_ permission: Permission, _ words: String?) throws {
            try expect(words, permission) { _, writing in _ = try History(park.book, permission).undo(number, in: writing) }
        }
        try undo(permission("contact", first), "“产销月报”里没有这条记录。")
        try undo(permission("contact", second), nil)
    }

    @Test("The matrix says of each role what the rule does")
    func matrix() throws {
        let catalogue = park.book.catalogue
        func told(_ role: Name) throws -> [String] {
            let role = try #require(catalogue.roles.first { $0.id == role })
            return PermissionMatrix(catalogue).cells(of: role).map { cell in
                "\(cell.register.id.text) \(cell.sees) \(cell.writes) \(cell.moves.map { "\($0.move.id.text) \($0.reach)" }.joined(separator: ", "))"
            }
        }
        #expect(
            try told("officer") == ["enterprise all all ", "sales all all ", "hazard all all assign all, rectify all, recheck all, reopen all"])
        #expect(try told("warden") == ["enterprise all own ", "sales nothing nothing ", "hazard all nothing "])
        #expect(try told("contact") == ["enterprise nothing nothing ", "sales own own ", "hazard own nothing rectify own"])
        #expect(try told("auditor") == ["enterprise nothing nothing ", "sales nothing nothing ", "hazard nothing nothing "])
    }
}
