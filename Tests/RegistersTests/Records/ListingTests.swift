import Registers
import Storage
import Proofs
import Testing

@Suite("Lists")
struct ListingTests {
    private func park() throws -> Park {
        let park = try Park()
        try park.enterprise("云川重工", "A1", ["zone": .text("east")])
        try park.enterprise("安泰食品", "A2", ["zone": .text("core")])
        try park.enterprise("重远化工", "A3")
        let sales = try park.register("sales")
        try park.write { writing in
            for (firm, month, output) in [("A1", "2022-01", "1.50"), ("A1", "2022-02", "2.25"), ("A2", "2022-01", "-0.75"), ("A3", "2022-03", "")] {
                try park.records.add(["enterprise": .text(firm), "month": .text(month), "output": .text(output)], to: sales, in: writing)
            }
        }
        return park
    }

    @Test("a list says how many there are on all pages, and sums exactly")
    func whole() throws {
        let park = try park()
        let found = try park.listing("sales", [("limit", "2"), ("page", "2"), ("sort", "month,enterprise")])
        #expect(found.total == 4)
        #expect(found.records.map(\.title) == ["云川重工 2022年2月", "重远化工 2022年3月"])
        #expect(found.sums["output"] == Amount(3))
        // A rate is not summed, and a column that is no number neither.
        #expect(Set(found.sums.keys) == ["output"])
    }

    @Test("sums of numbers at the edge of 64 bits are still exact")
    func edges() throws {
        let park = try park()
        let sales = try park.register("sales")
        let most = "92233720368547758.07"
        try park.write { writing in
            for month in 4...6 {
                try park.records.add(["enterprise": .text("A3"), "month": .text("2022-\(month)"), "output": .text(most)], to: sales, in: writing)
            }
        }
        #expect(try park.listing("sales", [("month.on_or_after", "2022-04")]).sums["output"] == Amount("276701161105643274.21"))
    }

    @Test("references sort by the pinyin of the other record, choices by the order of their options, the empty last")
    func sorts() throws {
        let park = try park()
        #expect(try park.listing("enterprise", [("sort", "title")]).records.map(\.title) == ["安泰食品", "云川重工", "重远化工"])
        #expect(try park.listing("enterprise", [("sort", "zone")]).records.map(\.title) == ["安泰食品", "云川重工", "重远化工"])
        #expect(try park.listing("enterprise", [("sort", "-zone")]).records.map(\.title) == ["云川重工", "安泰食品", "重远化工"])
        #expect(
            try park.listing("sales", [("sort", "-enterprise,-month")]).records.map { $0.titles["enterprise"] ?? "" } == [
                "重远化工", "云川重工", "云川重工", "安泰食品",
            ])
        #expect(try park.listing("sales", [("sort", "output")]).records.map { $0["output"] } == [-75, 150, 225, .null])
    }

    @Test("search finds two Chinese characters, pinyin, initials and codes, small and capital alike, and no wildcards")
    func search() throws {
        let park = try park()
        for (typed, names) in [
            ("重工", ["云川重工"]), ("川", ["云川重工"]), ("yczg", ["云川重工"]), ("YUNCHUAN", ["云川重工"]), ("a2", ["安泰食品"]), ("Ａ２", ["安泰食品"]), ("云川 a1", ["云川重工"]),
            ("云川 a2", []), ("%", []), ("_", []), ("' OR 1=1 --", []), ("\n", ["安泰食品", "云川重工", "重远化工"]),
        ] {
            #expect(try park.listing("enterprise", [("q", typed), ("sort", "title")]).records.map(\.title) == names, "\(typed)")
        }
        let enterprise = try park.register("enterprise")
        let suggested = try park.book.store.read { try park.records.suggestions("yun", of: enterprise, in: $0) }
        #expect(suggested.map(\.title) == ["云川重工"])
    }

    @Test("facets count what the other filters leave")
    func facets() throws {
        let park = try park()
        let found = try park.listing("enterprise", [("facet", "zone"), ("zone", "east")])
        #expect(found.total == 1)
        #expect(found.facets.first?.entries.map { "\($0.label.zh) \($0.count)" } == ["核心区 1", "东区 1"])
        let firms = try park.listing("sales", [("facet", "enterprise"), ("output.filled", "")])
        #expect(firms.facets.first?.entries.map { "\($0.label.zh) \($0.count)" } == ["云川重工 2", "安泰食品 1"])
    }

    @Test("machines go through a list by number, whatever is added meanwhile")
    func byNumber() throws {
        let park = try park()
        let sales = try park.register("sales")
        func page(after id: Int64) throws -> [Int64] {
            try park.book.store.read { try park.records.listing(Query(sales, start: .after(id), limit: 3), in: $0).records.map(\.id) }
        }
        #expect(try page(after: 0) == [1, 2, 3])
        #expect(try page(after: 3) == [4])
        #expect(try page(after: .max) == [])
    }

    @Test("a list as of a change is what replaying the changes gives", arguments: Proofs.seeds(2))
    func asOf(_ seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let park = try Park()
        let enterprise = try park.register("enterprise")
        var now: [Int64: String] = [:]
        var replay: [Int64: [Int64: String]] = [:]
        for step in 0..<60 {
            let changed = try park.book.store.write(Park.intent("edit", step)) { writing in
                for _ in 0..<Int.random(in: 1...3, using: &dice) {
                    let land = Int.random(in: 0...99, using: &dice)
                    if let id = now.keys.sorted().randomElement(using: &dice), Int.random(in: 0...3, using: &dice) > 0 {
                        if Int.random(in: 0...4, using: &dice) == 0 {
                            try park.records.void(id, of: enterprise, in: writing)
                            now[id] = nil
                        } else {
                            try park.records.edit(id, ["land": .text("\(land)")], of: enterprise, in: writing)
                            now[id] = "\(land).00"
                        }
                    } else {
                        let id = try park.records.add(
                            [
                                "name": .text("厂\(step)-\(now.count)-\(land)"), "code": .text("C\(step)-\(now.count)-\(land)"),
                                "land": .text("\(land)"),
                            ], to: enterprise, in: writing)
                        now[id] = "\(land).00"
                    }
                }
            }
            replay[changed.change.number] = now
        }
        for (number, expected) in replay {
            let found = try park.listing("enterprise", [("limit", "500")], asOf: number)
            let land = try #require(enterprise.field("land"))
            #expect(Dictionary(uniqueKeysWithValues: found.records.map { ($0.id, $0.text(land, .zh)) }) == expected, "at \(number)")
            #expect(found.total == expected.count)
            if let id = expected.keys.min() { #expect(try park.record(id, "enterprise", asOf: number)?.text(land, .zh) == expected[id]) }
        }
    }
}
