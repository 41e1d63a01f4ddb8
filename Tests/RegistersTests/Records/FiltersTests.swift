import Registers
import Storage
import Proofs
import Testing

@Suite("Filters")
struct FiltersTests {
    private func filters(_ register: Name, _ pairs: [(String, String)]) throws -> Filters {
        let catalogue = try CatalogueReader.catalogue(Park.sources())
        return try Filters.read(pairs, try #require(catalogue.register(register)), catalogue, today: Day(2022, 12, 1))
    }

    @Test("filters read as one sentence in both languages")
    func sentence() throws {
        let found = try filters(
            "hazard",
            [
                ("state", "整改中"), ("due.before", "2022-12-09"), ("fund.at_least", "5万元"), ("grade.any_of", "major,minor"), ("urgent", "yes"),
                ("finding.contains", "护栏"),
            ])
        #expect(found.sentence(.zh) == "状态是整改中，且期限早于 2022-12-09，且整改资金不低于 5.00，且级别是重大或一般，且紧急是是，且隐患含“护栏”")
        #expect(
            found.sentence(.en)
                == "State is In hand and Due is before 2022-12-09 and Fund is at least 5.00 and Grade is Major or Minor and Urgent is Yes and Finding has “护栏” in it"
        )
        #expect(try filters("sales", [("month.in_period", "2022Q1")]).sentence(.zh) == "月份在2022年1季度")
        #expect(try filters("hazard", [("due.this", "month")]).sentence(.zh) == "期限在本月")
        #expect(try filters("hazard", []).sentence(.zh) == "")
    }

    @Test("the address that filters write reads as the same filters again")
    func address() throws {
        let pairs = [
            ("state", "assigned"), ("due.before", "2022-12-09"), ("fund.between", "1,5"), ("grade.none_of", "major"), ("found.this", "year"),
            ("due.empty", ""),
            ("finding.any_of", "a\\,b,c"), ("follows", "7"),
        ]
        let first = try filters("hazard", pairs)
        #expect(first.pairs.map { "\($0.0)=\($0.1)" } == pairs.map { "\($0.0)=\($0.1)" })
        let again = try filters("hazard", first.pairs)
        #expect(again.sentence(.zh) == first.sentence(.zh))
        #expect(first.sentence(.zh).contains("隐患是 a,b或c"))
    }

    @Test("what is no field, no comparison of the field, or no value of it is told, all at once")
    func faults() throws {
        let pairs = [
            ("stat", "x"), ("state", "gone"), ("due.contains", "1"), ("due.nearly", "1"), ("due", "2022-02-30"), ("fund.above", "1亩"),
            ("grade", "huge"),
            ("enterprise", "云川"), ("fund.between", "1"), ("due.this", "decade"), ("due.in_period", "2022Q5"), ("r.id", "1"), ("id", "1"),
            ("title", "x"),
            ("1=1; DROP TABLE r_hazard", "x"), ("due) OR (1", "1"), ("grade.any_of", ","), ("", ""),
        ]
        do {
            _ = try filters("hazard", pairs)
            Issue.record("taken")
        } catch let invalid as Invalid {
            #expect(invalid.items.count == pairs.count)
            #expect(invalid.items[0].fault.words.zh == "“安全隐患”没有字段“stat”。")
            #expect(invalid.items[3].fault.words.zh.contains("没有“nearly”这种比较"))
        }
    }

    @Test("names to sort by come from the register or are refused")
    func sorting() throws {
        let park = try Park()
        let hazard = try park.register("hazard")
        for sort in ["id; DROP TABLE r_hazard", "due DESC", "r.due", "(select 1)", "nothing", "void", "since", "DUE", "due--"] {
            #expect(throws: Invalid.self, "\(sort)") { try Query.read([("sort", sort)], hazard, park.book.catalogue) }
        }
        let query = try Query.read(
            [("sort", "-due,title,state"), ("page", "3"), ("limit", "20"), ("q", "护栏"), ("as_of", "4")], hazard, park.book.catalogue)
        #expect(query.sort.map(\.descending) == [true, false, false])
        #expect(query.start == .offset(40))
        #expect(query.pairs.map { "\($0.0)=\($0.1)" } == ["q=护栏", "sort=-due,title,state", "page=3", "limit=20", "as_of=4"])
        for pair in [("page", "0"), ("page", "-1"), ("page", "99999999999999999999"), ("limit", "501"), ("as_of", "x"), ("page", "1.5")] {
            #expect(throws: Invalid.self, "\(pair)") { try Query.read([pair], hazard, park.book.catalogue) }
        }
    }

    // MARK: the same answer from SQL and from a slow look at each record

    /// Whether a record meets a filter, by the plain meaning of the words.
    private func holds(_ key: String, _ written: String, _ record: Record, _ park: Park) throws -> Bool {
        let parts = key.split(separator: ".").map { String($0) }
        let operation = parts.count == 2 ? parts[1] : "is"
        let name = try #require(Name(parts[0]))
        let register = try #require(park.book.catalogue.register(record.register))
        let raw = record[name]
        if operation == "empty" { return raw.isNull }
        if operation == "filled" { return !raw.isNull }
        let isReference = register.field(name)?.kind.target != nil
        let isMoment = register.field(name)?.kind is MomentField
        let value: Value = isMoment ? raw.integer.flatMap { Moment(milliseconds: $0).day(offset: 28_800) }.map { .integer($0.number) } ?? .null : raw
        if operation == "contains" || operation == "not_contains" {
            let text = isReference ? record.titles[name] : value.text
            let has = text.map { $0.lowercased().contains(written.lowercased()) } ?? false
            return has == (operation == "contains")
        }
        if operation == "begins" { return value.text?.hasPrefix(written) ?? false }
        func stored(_ text: String) -> Value {
            switch parts[0] {
            case "fund": .integer(Int64(text).map { $0 * 100 } ?? 0)
            case "due", "found": Day(iso: text).map { .integer($0.number) } ?? .null
            case "urgent": .integer(text == "yes" ? 1 : 0)
            case "enterprise": Int64(text).map { .integer($0) } ?? .null
            default: .text(text)
            }
        }
        let members = written.split(separator: ",").map { stored(String($0)) }
        let first = members.first ?? .null
        switch operation {
        case "is", "any_of": return !value.isNull && members.contains(value)
        case "is_not", "none_of": return value.isNull || !members.contains(value)
        case "in_period":
            guard let year = Int64(written.prefix(4)), let number = value.integer else { return false }
            guard written.contains("Q"), let quarter = written.last?.wholeNumberValue else { return number / 10_000 == year }
            return number / 10_000 == year && (number / 100 % 100 + 2) / 3 == Int64(quarter)
        case "this":
            guard let number = value.integer else { return false }
            return written == "year" ? number / 10_000 == 2022 : number / 100 == 202_212
        default: break
        }
        guard let number = value.integer, let limit = first.integer else { return false }
        return switch operation {
        case "below", "before": number < limit
        case "at_most", "on_or_before": number <= limit
        case "above", "after": number > limit
        case "at_least", "on_or_after": number >= limit
        case "between": number >= limit && number <= (members.last?.integer ?? limit)
        default: false
        }
    }

    private func filled(_ dice: inout Dice) throws -> Park {
        let park = try Park()
        let names = ["云川重工", "Yunchuan AB", "园城制管", "100%_好", "甲'乙"]
        for (index, name) in names.enumerated() { try park.enterprise(name, "A\(index)") }
        let hazard = try park.register("hazard")
        try park.write { writing in
            for _ in 0..<80 {
                var inputs: [Name: Input] = [
                    "enterprise": .text("#\(Int.random(in: 1...5, using: &dice))"),
                    "finding": .text(["护栏缺失", "ABc 通道", "abC通道堵塞", "50%_超限", "o'clock"].randomElement(using: &dice) ?? "x"),
                    "found": .text(
                        "202\(Int.random(in: 1...3, using: &dice))-12-\(Bool.random(using: &dice) ? "01" : "31") 0\(Int.random(in: 0...9, using: &dice)):30"
                    ),
                    "grade": .text("minor"),
                ]
                if Bool.random(using: &dice) { inputs["fund"] = .text("\(Int.random(in: -3...9, using: &dice))") }
                if Bool.random(using: &dice) {
                    inputs["due"] = .text("2022-1\(Int.random(in: 0...2, using: &dice))-0\(Int.random(in: 1...3, using: &dice))")
                }
                if Bool.random(using: &dice) { inputs["urgent"] = .text(Bool.random(using: &dice) ? "是" : "否") }
                try park.records.add(inputs, to: hazard, state: ["found", "assigned", "closed"].randomElement(using: &dice), in: writing)
            }
        }
        return park
    }

    private func pair(_ dice: inout Dice) -> (String, String) {
        func one(_ list: [String]) -> String { list.randomElement(using: &dice) ?? "" }
        switch Int.random(in: 0..<10, using: &dice) {
        case 0: return ("fund.\(one(["is", "is_not", "below", "at_most", "above", "at_least"]))", one(["-3", "0", "4", "9"]))
        case 1: return ("fund.between", "\(Int.random(in: -3...3, using: &dice)),\(Int.random(in: 0...9, using: &dice))")
        case 2:
            return (
                "due.\(one(["is", "is_not", "before", "on_or_before", "after", "on_or_after"]))", "2022-1\(Int.random(in: 0...2, using: &dice))-02"
            )
        case 3: return ("\(one(["fund", "due", "urgent"])).\(one(["empty", "filled"]))", "")
        case 4: return ("finding.\(one(["contains", "not_contains"]))", one(["护", "ab", "%", "_", "'", "通道"]))
        case 5: return ("finding.begins", one(["护栏", "ABc", "5", "o'"]))
        case 6: return ("state.\(one(["any_of", "none_of"]))", one(["found", "found,closed", "assigned,rectified"]))
        case 7: return ("enterprise.\(one(["contains", "not_contains"]))", one(["云", "ab", "%", "'", "好"]))
        case 8: return ("found.\(one(["in_period"]))", one(["2022", "2021", "2022Q4", "2023Q1"]))
        default: return one(["0", "1"]) == "0" ? ("urgent.\(one(["is", "is_not"]))", one(["yes", "no"])) : ("due.this", one(["month", "year"]))
        }
    }

    @Test("what SQL finds is what the words mean, for random filters over random records", arguments: Proofs.seeds(3))
    func agreement(_ seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let park = try filled(&dice)
        let all = try park.listing("hazard", [("limit", "500")]).records
        #expect(all.count == 80)
        for _ in 0..<120 {
            let pairs = (0..<Int.random(in: 1...2, using: &dice)).map { _ in pair(&dice) }
            let found = try park.listing("hazard", pairs + [("limit", "500")])
            let expected = try all.filter { record in try pairs.allSatisfy { try holds($0.0, $0.1, record, park) } }
            #expect(Set(found.records.map(\.id)) == Set(expected.map(\.id)), "\(pairs)")
            #expect(found.total == expected.count)
        }
    }
}
