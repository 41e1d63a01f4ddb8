import Registers
import Storage
import Testing

@Suite("Records")
struct RecordsTests {
    /// The faults of a write, by field; empty where it was taken.
    private func faults<T>(_ body: () throws -> T) throws -> [String: String] {
        do {
            _ = try body()
            return [:]
        } catch let invalid as Invalid {
            return Dictionary(invalid.items.map { ($0.field?.text ?? "", $0.fault.words.zh) }, uniquingKeysWith: { $0 + $1 })
        }
    }

    private func refusal<T>(_ body: () throws -> T) throws -> String? {
        do {
            _ = try body()
            return nil
        } catch let refused as Refused { return refused.words.zh }
    }

    @Test("a record is added, titled, computed and read back")
    func adds() throws {
        let park = try Park()
        let firm = try park.enterprise("云川重工", "A1", ["land": .text("1公顷"), "zone": .text("核心区")])
        let sales = try park.register("sales")
        let id = try park.write {
            try park.records.add(
                ["enterprise": .text("云川重工"), "month": .text("2022-03"), "output": .text("1亿元"), "cost": .text("2,500.50")], to: sales, in: $0)
        }
        let record = try #require(try park.record(id, "sales"))
        #expect(record.title == "云川重工 2022年3月")
        #expect(record["enterprise"] == .integer(firm))
        #expect(record.titles["enterprise"] == "云川重工")
        #expect(record["output"] == .integer(1_000_000))
        #expect(record["margin"] == .integer(749_950))
        // 7499.5 / 10000 = 74.995%, rounded half up at one place.
        #expect(record["rate"] == .integer(750))
        #expect(try #require(try park.record(firm, "enterprise"))["land"] == .integer(1500))
    }

    @Test("everything that is wrong with a record is told at once, and nothing is written")
    func allFaults() throws {
        let park = try Park()
        let hazard = try park.register("hazard")
        let before = try park.book.store.read { try $0.lastChange().number }
        let found = try faults {
            try park.write {
                try park.records.add(
                    [
                        "enterprise": .text("没有这家"), "found": .text("2022-02-30 08:00"), "grade": .text("major"), "due": .text("明天"),
                        "colour": .text("红"),
                        "urgent": .text("也许"),
                    ], to: hazard, in: $0)
            }
        }
        #expect(Set(found.keys) == ["enterprise", "found", "fund", "due", "colour", "urgent", "finding"])
        #expect(found["fund"] == "在这种情况下必须填写。")
        #expect(found["finding"] == "必须填写。")
        #expect(try park.book.store.read { try $0.lastChange().number } == before)
        #expect(try park.listing("hazard").total == 0)
    }

    @Test("a check passes while what it needs is empty, and fails with its own message")
    func checks() throws {
        let park = try Park()
        try park.enterprise("云川重工", "A1")
        let sales = try park.register("sales")
        let id = try park.write {
            try park.records.add(["enterprise": .text("A1"), "month": .text("2022-03"), "cost": .text("5")], to: sales, in: $0)
        }
        #expect(try faults { try park.write { try park.records.edit(id, ["output": .text("4.99")], of: sales, in: $0) } } == ["cost": "成本不能高于产值"])
        #expect(try faults { try park.write { try park.records.edit(id, ["output": .text("5")], of: sales, in: $0) } } == [:])
    }

    @Test("dividing by nothing gives nothing, and too much is a fault")
    func formulas() throws {
        let park = try Park()
        try park.enterprise("云川重工", "A1")
        let sales = try park.register("sales")
        func add(_ month: String, _ output: String, _ cost: String) throws -> Int64 {
            try park.write {
                try park.records.add(
                    ["enterprise": .text("A1"), "month": .text(month), "output": .text(output), "cost": .text(cost)], to: sales, in: $0)
            }
        }
        let nothing = try #require(try park.record(try add("2022-01", "0", "0"), "sales"))
        #expect(nothing["margin"] == 0)
        #expect(nothing["rate"] == .null)
        let most = "92233720368547758.07"
        #expect(try faults { _ = try add("2022-02", most, "-\(most)") } == ["margin": "公式算出的数太大。"])
        // (1 - -10^16) / 1 * 100 with one place is still within 64 bits; with 10^17 it isn't.
        #expect(try faults { _ = try add("2022-03", "0.01", "-10000000000000000") } == ["rate": "公式算出的数太大。"])
    }

    @Test("a reference is typed by title, code, pinyin, initials or number, whatever the width and case of the letters")
    func references() throws {
        let park = try Park()
        let firm = try park.enterprise("云川重工 AB", "A1")
        let sales = try park.register("sales")
        for (month, typed) in ["云川重工 AB", "云川重工　ａｂ", "a1", "Ａ１", "yunchuanzhonggongab", "YCZGA", "#\(firm)", " 云川重工 AB "].enumerated() {
            let id = try park.write {
                try park.records.add(["enterprise": .text(typed), "month": .text("2022-\(month + 1)")], to: sales, in: $0)
            }
            #expect(try #require(try park.record(id, "sales"))["enterprise"] == .integer(firm), "\(typed)")
        }
    }

    @Test("what fits several records is refused with their names")
    func ambiguous() throws {
        let park = try Park()
        try park.enterprise("云川重工", "A1")
        try park.enterprise("云川制管", "A2")
        let third = try park.enterprise("园城制管", "A3")
        let sales = try park.register("sales")
        let found = try faults {
            try park.write { try park.records.add(["enterprise": .text("yczg"), "month": .text("2022-1")], to: sales, in: $0) }
        }
        #expect(found["enterprise"]?.contains("云川重工、云川制管") == true)
        // The number of a record that doesn't exist, and that of another register's, are not found.
        for typed in ["#\(third + 1)", "#-1", "#9223372036854775807", "#9223372036854775808", "'; DROP TABLE r_sales; --", "%", "", "\n"]
        where !typed.isEmpty {
            let found = try faults {
                try park.write { try park.records.add(["enterprise": .text(typed), "month": .text("2022-1")], to: sales, in: $0) }
            }
            #expect(found["enterprise"] != nil, "\(typed)")
        }
    }

    @Test("the natural key is held once, and a voided record frees it")
    func keys() throws {
        let park = try Park()
        let first = try park.enterprise("云川重工", "A1")
        let found = try faults { try park.enterprise("别的名字", "A1") }
        #expect(found["code"] == "已有代码相同的记录“云川重工”，请改那一条，或核对后再填。")
        #expect(try faults { try park.enterprise("云川重工", "A2") }["name"]?.contains("名称") == true)
        let enterprise = try park.register("enterprise")
        try park.write { try park.records.void(first, of: enterprise, in: $0) }
        #expect(try faults { try park.enterprise("云川重工", "A1") } == [:])
        #expect(try park.listing("enterprise").total == 1)
        #expect(try park.listing("enterprise", [("void", "yes")]).records.map(\.id) == [first])
    }

    @Test("a key with an empty part is no key")
    func partialKeys() throws {
        let optional = Park.sales.replacing("every: month, required: yes }", with: "every: month }")
        let park = try Park(["registers/sales.yaml": optional])
        try park.enterprise("云川重工", "A1")
        let sales = try park.register("sales")
        for _ in 0..<2 { try park.write { try park.records.add(["enterprise": .text("A1")], to: sales, in: $0) } }
        #expect(try park.listing("sales").total == 2)
    }

    @Test("an edit changes the given fields only, an empty one clears, and the same again is no change")
    func edits() throws {
        let park = try Park()
        let firm = try park.enterprise("云川重工", "A1", ["zone": .text("core"), "land": .text("3")])
        let enterprise = try park.register("enterprise")
        #expect(try park.write { try park.records.edit(firm, ["land": .empty, "boss": .text("园长")], of: enterprise, in: $0) })
        let record = try #require(try park.record(firm, "enterprise"))
        #expect(record["land"] == .null)
        #expect(record["zone"] == "core")
        #expect(record.title == "云川重工")
        let before = try park.book.store.read { try $0.lastChange().number }
        #expect(try park.write { try park.records.edit(firm, ["land": .text(" "), "zone": .text("核心区")], of: enterprise, in: $0) } == false)
        #expect(try park.book.store.read { try $0.lastChange().number } == before)
        #expect(try faults { try park.write { try park.records.edit(firm, ["code": .empty], of: enterprise, in: $0) } } == ["code": "必须填写。"])
    }

    @Test("a retired option or field may be brought back unchanged, but not chosen anew")
    func retired() throws {
        let now = Park.enterprise.replacing("old: { zh: 老区, en: Old, retired: yes }", with: "old: { zh: 老区, en: Old }")
        let park = try Park(["registers/enterprise.yaml": now])
        let (old, other) = (try park.enterprise("云川重工", "A1", ["zone": .text("老区"), "land": .text("3")]), try park.enterprise("安泰食品", "A2"))
        let declarations = Declarations(park.book)
        let changed = Park.enterprise.replacing("least: 0 }", with: "least: 0, retired: yes }")
        let after = Park(
            try declarations.apply(try declarations.plan(Park.sources(["registers/enterprise.yaml": changed])), intent: Park.intent("apply", 1)))
        let register = try after.register("enterprise")
        let form: [Name: Input] = ["zone": .text("老区"), "land": .text("3.00"), "boss": .text("园长")]
        #expect(try faults { try after.write { try after.records.edit(old, form, of: register, in: $0) } } == [:])
        #expect(Set(try faults { try after.write { try after.records.edit(other, form, of: register, in: $0) } }.keys) == ["zone", "land"])
        #expect(try faults { try after.write { try after.records.edit(old, ["land": .text("4")], of: register, in: $0) } } == ["land": "这一栏已停用。"])
    }

    @Test("codes are numbered by the year of the record's time, and never twice")
    func numbers() throws {
        let park = try Park()
        try park.enterprise("云川重工", "A1")
        let hazard = try park.register("hazard")
        func add(_ found: String, code: Input = .empty) throws -> (id: Int64, code: String?) {
            let id = try park.write(Park.intent("edit", 500)) {
                try park.records.add(
                    ["enterprise": .text("A1"), "finding": .text("护栏缺失"), "found": .text(found), "code": code], to: hazard, in: $0)
            }
            return (id, try park.record(id, "hazard")?["code"].text)
        }
        #expect(try add("2022-03-01 08:00").code == "YH2022-0001")
        let second = try add("2022-05-01 08:00")
        #expect(second.code == "YH2022-0002")
        // Half past midnight on New Year's Day in the park is still the old year in Greenwich.
        #expect(try add("2023-01-01 00:30").code == "YH2023-0001")
        try park.write { try park.records.void(second.id, of: hazard, in: $0) }
        #expect(try add("2022-06-01 08:00").code == "YH2022-0003")
        #expect(try add("2022-06-02 08:00", code: .text("YH2022-9999")).code == "YH2022-9999")
        #expect(try add("2022-06-03 08:00").code == "YH2022-10000")
        #expect(try add("2022-06-04 08:00").code == "YH2022-10001")
    }

    @Test("a record that others refer to can't be voided, and a voided one can't be referred to")
    func voiding() throws {
        let park = try Park()
        let firm = try park.enterprise("云川重工", "A1")
        let (sales, enterprise) = (try park.register("sales"), try park.register("enterprise"))
        var ids: [Int64] = []
        for month in 1...7 {
            ids.append(try park.write { try park.records.add(["enterprise": .text("A1"), "month": .text("2022-\(month)")], to: sales, in: $0) })
        }
        let words = try refusal { try park.write { try park.records.void(firm, of: enterprise, in: $0) } }
        #expect(words?.contains("产销月报 7 条（云川重工 2022年1月、云川重工 2022年2月、云川重工 2022年3月、云川重工 2022年4月、云川重工 2022年5月等）") == true)
        try park.write { writing in for id in ids { try park.records.void(id, of: sales, in: writing) } }
        try park.write { try park.records.void(firm, of: enterprise, in: $0) }
        for typed in ["A1", "云川重工", "#\(firm)"] {
            let found = try faults {
                try park.write { try park.records.add(["enterprise": .text(typed), "month": .text("2022-1")], to: sales, in: $0) }
            }
            #expect(found["enterprise"] != nil)
        }
        #expect(try refusal { try park.write { try park.records.edit(firm, ["land": .text("1")], of: enterprise, in: $0) } }?.contains("已作废") == true)
        #expect(try refusal { try park.write { try park.records.void(firm, of: enterprise, in: $0) } }?.contains("已作废") == true)
        #expect(try refusal { try park.write { try park.records.void(firm + 50, of: enterprise, in: $0) } }?.contains("没有这条记录") == true)
    }

    @Test("a move needs its state, its fields, its post, and another hand than before")
    func moves() throws {
        let park = try Park()
        try park.enterprise("云川重工", "A1")
        let hazard = try park.register("hazard")
        func move(_ id: Int64, _ name: Name, _ inputs: [Name: Input] = [:], by subject: String, _ role: String, day: Int) throws {
            let records = Records(park.book, Permission(Subject(name: subject, roles: [role]), reach: .everything))
            let move = try #require(hazard.moves.first { $0.id == name })
            try park.write(Park.intent("move", day, by: subject)) { try records.move(id, by: move, inputs, of: hazard, in: $0) }
        }
        let id = try park.write {
            try park.records.add(["enterprise": .text("A1"), "finding": .text("护栏缺失"), "found": .text("2022-01-03 09:00")], to: hazard, in: $0)
        }
        #expect(try park.record(id, "hazard")?.state == "found")
        #expect(try refusal { try move(id, "rectify", by: "甲岗", "officer", day: 1) }?.contains("现在“已登记”；“报整改”只能在“整改中”时办理") == true)
        #expect(try refusal { try move(id, "assign", by: "乙岗", "contact", day: 1) } == "“交办”由安全监管岗办理。")
        #expect(try faults { try move(id, "assign", by: "甲岗", "officer", day: 1) } == ["due": "办理“交办”前必须填写。"])
        try move(id, "assign", ["due": .text("2022-02-01")], by: "甲岗", "officer", day: 1)
        #expect(try park.record(id, "hazard")?["due"] == 20_220_201)
        try move(id, "rectify", by: "甲岗", "officer", day: 2)
        #expect(try refusal { try move(id, "recheck", by: "甲岗", "officer", day: 3) } == "“报整改”是你办理的，“销号”要由别人办理。")
        try move(id, "recheck", by: "丙岗", "officer", day: 4)
        #expect(
            try refusal { try park.write { try park.records.edit(id, ["due": .text("2022-03-01")], of: hazard, in: $0) } }?.contains("请先办理“重开”")
                == true)
        // Opened again and mended by somebody else, the first hand may close it.
        try move(id, "reopen", by: "丙岗", "officer", day: 5)
        try move(id, "rectify", by: "乙岗", "contact", day: 6)
        try move(id, "recheck", by: "甲岗", "officer", day: 7)
        #expect(try park.record(id, "hazard")?.state == "closed")
    }

    @Test("who may not write is refused, and who may not see sees nothing")
    func permission() throws {
        let park = try Park()
        let firm = try park.enterprise("云川重工", "A1", ["boss": .text("园长")])
        let enterprise = try park.register("enterprise")
        let reader = Records(park.book, .reader)
        #expect(try refusal { try park.write { try reader.edit(firm, ["land": .text("1")], of: enterprise, in: $0) } }?.contains("不能修改") == true)
        let seen = try #require(try park.book.store.read { try reader.record(firm, of: enterprise, in: $0) })
        #expect(seen["boss"] == .null)
        #expect(try park.record(firm, "enterprise")?["boss"] == "园长")
        for pairs in [[("boss.contains", "园")], [("sort", "boss")], [("facet", "boss")]] {
            let query = try Query.read(pairs, enterprise, park.book.catalogue)
            #expect(throws: Refused.self) { try park.book.store.read { try reader.listing(query, in: $0) } }
        }
        let nobody = Records(park.book, Permission(Subject(name: "路人"), reach: .nothing))
        #expect(try park.book.store.read { try nobody.record(firm, of: enterprise, in: $0) } == nil)
        #expect(try park.book.store.read { try nobody.listing(Query(enterprise), in: $0).total } == 0)
    }

    @Test("every write moves the counters of the years that it touches")
    func counters() throws {
        let park = try Park()
        try park.enterprise("云川重工", "A1")
        let sales = try park.register("sales")
        func counts() throws -> [Int64] {
            try park.book.store.read { reading in try [0, 2021, 2022].map { try reading.counter("sales", year: $0) } }
        }
        let id = try park.write { try park.records.add(["enterprise": .text("A1"), "month": .text("2021-12")], to: sales, in: $0) }
        let first = try counts()
        try park.write { try park.records.edit(id, ["month": .text("2022-01")], of: sales, in: $0) }
        let second = try counts()
        #expect(zip(first, second).map { $1 - $0 } == [1, 1, 1])
        try park.write { try park.records.edit(id, ["output": .text("3")], of: sales, in: $0) }
        #expect(zip(second, try counts()).map { $1 - $0 } == [1, 0, 1])
    }

    @Test("a site on another clock keeps the local day of a moment")
    func otherClock() throws {
        let sources = Park.sources(["site.yaml": Park.site.replacing("+08:00", with: "+00:00")])
        let empty = Book(store: try Store.temporary(timeZone: 0), catalogue: try CatalogueReader.catalogue(sources), sources: sources)
        let declarations = Declarations(empty)
        let park = Park(try declarations.apply(try declarations.plan(sources), intent: Park.intent("apply")))
        try park.enterprise("云川重工", "A1")
        let hazard = try park.register("hazard")
        let id = try park.write {
            try park.records.add(["enterprise": .text("A1"), "finding": .text("护栏缺失"), "found": .text("2022-12-31 20:00")], to: hazard, in: $0)
        }
        #expect(try park.book.store.read { try $0.value("SELECT found_day FROM r_hazard WHERE id = \(id)") } == 20_221_231)
        #expect(try park.record(id, "hazard")?["code"] == "YH2022-0001")
    }
}
