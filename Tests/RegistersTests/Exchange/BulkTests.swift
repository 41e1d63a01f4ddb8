import Foundation
import Formats
import Storage
import Proofs
import Testing

@testable import Registers

@Suite("The short way of imports")
struct BulkTests {
    /// SplitMix64.
    struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let numbers = [
        "0", "-0", "1", "-1.5", "100.00", "100.000", "100.001", "1,234.50", "１２", " 7 ", "7 ", "", " ", "+3", ".5", "5.", "1e3", "--2", "0.01",
        "-0.01",
        "92233720368547758.07", "92233720368547758.08", "999999999999999999", "9999999999999999999", "12万元", "0.5亿元", "3元", "一百", "1.2.3",
        "000012.30",
        "123456789012345678901234567890", "-", "\u{FEFF}5", "5\u{3000}",
    ]
    private static let firms = ["A1", "A2", "云川重工", "云川乳业", "a3", " A4", "#5", "ycdl", "A9", "", "云川"]
    private static let months = [
        "2022-01", "2022-02", "2022-12", "2022-13", "2022-00", "0000-01", "2022年3月", "202204", "2022-1", "2022-02-28", " 2022-05", "", "９９９９-０１",
    ]

    @Test(
        "numbers are read from bytes as the field reads them, or not at all",
        arguments: [
            ("output", nil), ("output", "亿元"), ("output", "元"), ("output", "千元"), ("staff", nil), ("staff", "万人"),
        ] as [(String, String?)])
    func numbers(name: String, symbol: String?) throws {
        let park = try ExchangePark()
        let id = try #require(Name(name))
        let field = try #require(park.register("form").field(id))
        let unit = symbol.flatMap { Unit($0) }
        let plain = try #require(PlainNumber(field.kind, unit: unit))
        var random = Seeded(state: Proofs.seed)
        var texts = BulkTests.numbers
        for _ in 0..<Proofs.count(20_000) {
            let digits = String(random.next() >> UInt64.random(in: 0...63, using: &random))
            let cut = Int.random(in: 0...digits.count, using: &random)
            texts.append(
                (Bool.random(using: &random) ? "-" : "") + digits.prefix(cut) + (Bool.random(using: &random) ? "." : "") + digits.dropFirst(cut))
        }
        var taken = 0
        for text in texts {
            guard let units = Array(text.utf8).withUnsafeBufferPointer({ plain.units($0) }) else { continue }
            taken += 1
            let read = try? field.kind.read(.text(text), InputContext(unit: unit))
            #expect(read == .integer(units), "\(text)")
        }
        #expect(taken > 200)
    }

    @Test("days and months are read from bytes as the fields read them, or not at all")
    func days() throws {
        let park = try ExchangePark()
        let day = try #require(park.register("thing").field("began")).kind
        let month = try #require(park.register("form").field("month")).kind
        for year in ["0000", "0001", "1900", "2000", "2022", "2024", "9999"] {
            for number in 0...13 {
                for date in 0...32 {
                    let two = { (value: Int) in (value < 10 ? "0" : "") + String(value) }
                    let text = "\(year)-\(two(number))-\(two(date))"
                    if let found = Array(text.utf8).withUnsafeBufferPointer({ PlainDay.day($0) }) {
                        #expect(try day.read(.text(text), InputContext()) == .integer(found))
                    } else {
                        #expect(date > 28 || (try? day.read(.text(text), InputContext())) == nil)
                    }
                    let short = String(text.dropLast(3))
                    let read = try? month.read(.text(short), InputContext())
                    #expect(Array(short.utf8).withUnsafeBufferPointer { PlainDay.month($0) } == read?.integer)
                }
            }
        }
    }

    @Test("a remembered cell means what it meant, among many that resemble it")
    func seen() throws {
        var seen = SeenCells()
        for number in 0..<5000 {
            Array("A\(number)".utf8).withUnsafeBufferPointer { bytes in
                #expect(seen.value(bytes) == nil)
                seen.remember(bytes, .integer(Int64(number)))
            }
        }
        for number in 0..<5000 {
            #expect(Array("A\(number)".utf8).withUnsafeBufferPointer { seen.value($0) } == .integer(Int64(number)))
        }
        #expect([].withUnsafeBufferPointer { seen.value($0) } == nil)
    }

    @Test(
        "both ways make the same records, title and search text included, and return the same rows for the same reasons",
        arguments: Proofs.seeds(12))
    func same(seed: UInt64) throws {
        var random = Seeded(state: seed)
        var lines = ["企业,月份,产值（万元）,营业收入（亿元）,从业人员"]
        for number in 0..<400 {
            // Mostly usual rows, so that the unusual ones fall among them.
            let isUsual = Int.random(in: 0..<10, using: &random) < 7
            func pick(_ list: [String], _ usual: String) -> String { isUsual ? usual : list.randomElement(using: &random) ?? "" }
            let cells = [
                pick(BulkTests.firms, "A\(number % 5 + 1)"),
                pick(BulkTests.months, "\(2000 + number % 97)-\(number % 12 < 9 ? "0" : "")\(number % 12 + 1)"),
                pick(BulkTests.numbers, "\(number).5"), pick(BulkTests.numbers, "0.\(number)"), pick(BulkTests.numbers, "\(number)"),
            ]
            lines.append(cells.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") + (number % 50 == 49 ? ",多" : ""))
            if number % 90 == 89 { lines.append(lines[0]) }
        }
        let text = lines.joined(separator: "\r\n")
        var results: [(outcome: ImportOutcome, rows: [[Value]])] = []
        for takesShortWay in [true, false] {
            let park = try ExchangePark()
            try park.firms()
            try park.run("企业,月份,产值\nA1,2001-02,1\nA2,2002-03,5\n", into: "form")
            var task = try park.importing(park.file("a.csv", text), into: "form", options: ImportOptions(isPartial: true))
            task.takesShortWay = takesShortWay
            let outcome = try task.run(at: ExchangePark.day)
            let columns = try park.register("form").table.columns.map { SQL("\($0)") }
            results.append((outcome, try park.rows("SELECT \(columns, joined: ", ") FROM r_form ORDER BY firm, month")))
            #expect(try park.rows("SELECT year, n FROM counter WHERE register = 'form' AND year > 0 ORDER BY year").count > 10)
        }
        #expect(results[0].rows == results[1].rows)
        let (short, long) = (results[0].outcome, results[1].outcome)
        #expect(
            (short.accepted, short.returned, short.added, short.changed, short.unchanged, short.passed) == (
                long.accepted, long.returned, long.added, long.changed, long.unchanged, long.passed
            ))
        #expect(short.faults.map(\.row) == long.faults.map(\.row))
        for (one, other) in zip(short.faults, long.faults) {
            // A row that is the same as another and wrong besides may be told more than its first faults.
            #expect(Set(other.reasons.map { $0.text(.zh) }).isSubset(of: one.reasons.map { $0.text(.zh) }))
        }
        #expect(short.accepted > 200 && short.returned > 20)
    }

    @Test("both ways make the same of a workbook, whatever its cells are")
    func workbooks() throws {
        let cells: [SheetCell] = [
            .text("5"), .number("5"), .number("-5.25"), .number("44621"), .number("202203"), .day(year: 2022, month: 3, day: 31), .boolean(true),
            .moment(year: 2022, month: 4, day: 2, hour: 9, minute: 0, second: 0), .percent("12.5"), .empty, .text("A2"), .text("#N/A"),
        ]
        var results: [(outcome: ImportOutcome, rows: [[Value]])] = []
        for takesShortWay in [true, false] {
            let park = try ExchangePark()
            try park.firms()
            let path = park.folder + "/a.xlsx"
            let writer = try XLSXWriter(path: path, title: "", author: "", made: (2022, 1, 1))
            try writer.sheet("表", ["企业", "月份", "产值（万元）", "从业人员"].map { XLSXColumn($0) })
            for (number, cell) in cells.enumerated() {
                let month = SheetCell.day(year: 2001 + number, month: 5, day: 17)
                try writer.row([.text("A1"), month, cell, .number("3")])
                try writer.row([.text("A2"), month, .number("7"), cell])
                try writer.row([cell, month, .number("7.5"), .empty])
                try writer.row([.text("A3"), cell, .number("7.5"), .empty])
            }
            try writer.close()
            var task = try park.importing(ImportFile(path: path), into: "form", options: ImportOptions(isPartial: true))
            task.takesShortWay = takesShortWay
            let outcome = try task.run(at: ExchangePark.day)
            results.append((outcome, try park.rows("SELECT firm, month, output, staff, title, search FROM r_form ORDER BY firm, month")))
        }
        #expect(results[0].rows == results[1].rows)
        #expect(results[0].rows.count > 12)
        #expect(results[0].outcome.faults.map(\.row) == results[1].outcome.faults.map(\.row))
        #expect(results[0].outcome.returned > 12)
    }

    @Test(
        "titles that would be trimmed or put into another form are left to the long way",
        arguments: ["云川 重工", "·云川", "云川·", "Ａ厂（北）", "ÉCOLE", "甲\u{3000}乙"])
    func names(name: String) throws {
        var rows: [[[Value]]] = []
        for takesShortWay in [true, false] {
            let park = try ExchangePark()
            try park.run("编号,名称\nA1,\(name)\n", into: "firm")
            var task = try park.importing(park.file("a.csv", "企业,月份,产值\nA1,2022-01,1\nA1,2022-02,1\n"), into: "form")
            task.takesShortWay = takesShortWay
            _ = try task.run(at: ExchangePark.day)
            rows.append(try park.rows("SELECT title, search FROM r_form ORDER BY month"))
        }
        #expect(rows[0].count == 2)
        #expect(rows[0] == rows[1])
    }

    @Test("all sixty planted faults among a thousand rows are found, and nothing is imported")
    func planted() throws {
        let park = try ExchangePark()
        let firms = (0..<1000).map { "F\($0),企业第\($0)号\n" }.joined()
        try park.run("编号,名称\n" + firms, into: "firm")
        var rows: [[String]] = (0..<1000).map { number in ["F\(number)", "2026-11", "\(number).25", "\(number)", "\(number)"] }
        for fault in 0..<20 {
            rows[fault * 40][2] = "一百二十"
            rows[fault * 40 + 11][0] = "X\(fault)"
            rows[fault * 40 + 23][0] = rows[fault * 40 + 22][0]
        }
        let text = "企业,月份,产值,营业收入,从业人员\n" + rows.map { $0.joined(separator: ",") + "\n" }.joined()
        let outcome = try park.run(text, into: "form")
        #expect((outcome.accepted, outcome.returned, outcome.change) == (940, 60, nil))
        var expected: [Int] = []
        for fault in 0..<20 { expected += [fault * 40 + 2, fault * 40 + 13, fault * 40 + 25] }
        #expect(outcome.faults.map(\.row) == expected)
        #expect(try park.count("form") == 0)
    }
}
