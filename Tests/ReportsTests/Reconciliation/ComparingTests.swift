import Formats
import Foundation
import Indicators
import Registers
import Storage
import Testing

@testable import Reports

@Suite("The park's records beside a table from outside")
struct ComparingTests {
    /// Output in 万元 of December: A 100.5, B 200, C 50 of which nobody outside knows.
    private func park() throws -> LittlePark {
        try LittlePark { records, catalogue, writing in
            let (firms, sales) = (try #require(catalogue.register("enterprise")), try #require(catalogue.register("sales")))
            for (name, amounts) in [("甲厂", ["1", "100.5"]), ("乙厂", ["2", "200"]), ("丙厂", ["3", "50"])] {
                try records.add(["name": .text(name)], to: firms, in: writing)
                for (month, amount) in zip(["2022-11", "2022-12"], amounts) {
                    try records.add(["enterprise": .text(name), "month": .text(month), "amount": .text(amount)], to: sales, in: writing)
                }
            }
        }
    }

    private func compared(
        _ park: LittlePark, _ asked: String, _ file: ImportFile, _ period: String, key: String? = nil, column: String? = nil
    ) throws -> Compared {
        let comparing = try Comparing(asked, by: try #require(park.book.catalogue.register("enterprise")), key: key, park.figures)
        return try park.book.store.read { try comparing.compare(file, column: column, try #require(Period(period)), in: $0) }
    }

    private func csv(_ text: String) -> ImportFile { ImportFile(data: Data(text.utf8), name: "对方.csv") }

    @Test("a field of monthly forms is compared in its unit, theirs converted from the head's")
    func field() throws {
        let file = csv("产值核对表\n单位：千元\n名称,产值\n甲厂,1005\n乙厂,2001\n丁厂,30\n合计,3036\n")
        let compared = try compared(park(), "sales.amount", file, "2022-12")
        #expect(
            compared.result.rows.map { [$0.title, $0.standing.rawValue, compared.shown($0.difference)] } == [
                ["乙厂", "differs", "-0.10"], ["丙厂", "onlyOurs", "50.00"], ["丁厂", "onlyTheirs", "-3.00"], ["甲厂", "agrees", "0.00"],
            ])
        #expect(compared.shown(compared.result.ours) == "350.50")
        #expect(compared.shown(compared.result.theirs) == "303.60")
        #expect(compared.notes.isEmpty)
    }

    @Test("an indicator is compared enterprise by enterprise, and what is the same but for rounding is told apart")
    func indicator() throws {
        let file = csv("企业,名称,产值（亿元）\n1,甲厂,0.0102\n2,乙厂,0.0202\n3,丙厂,0.01\n")
        let compared = try compared(park(), "output", file, "2022", key: "name")
        #expect(compared.unit?.symbol == "亿元")
        // 101.5, 202 and 53 万元: 0.01015 rounds to 0.0102, 0.0202 agrees, 0.0053 is not 0.01.
        #expect(
            compared.result.rows.map { [$0.title, $0.standing.rawValue, $0.difference.description] } == [
                ["丙厂", "differs", "-0.0047"], ["甲厂", "rounding", "-0.00005"], ["乙厂", "agrees", "0"],
            ])
    }

    @Test("forms of a month can't be added up to a year")
    func year() throws {
        let park = try park()
        #expect(throws: Refused.self) { try compared(park, "sales.amount", csv("名称,产值\n甲厂,1\n"), "2022") }
    }

    @Test("voided records count on no side, and voided firms with forms keep their key")
    func void() throws {
        let park = try park()
        let sales = try #require(park.book.catalogue.register("sales"))
        let records = Records(park.book, .console)
        let form = try park.book.store.read { reading in
            try records.listing(Query(sales), in: reading).records.first { $0.title.contains("丙厂") && $0.title.contains("12") }
        }
        let id = try #require(form?.id)
        try park.book.store.write(LittlePark.intent("void")) { try records.void(id, of: sales, in: $0) }
        let compared = try compared(park, "sales.amount", csv("名称,产值（万元）\n甲厂,100.5\n乙厂,200\n"), "2022-12")
        #expect(compared.result.rows.map(\.standing) == [.agrees, .agrees])
    }

    @Test("a total of theirs that their own rows don't give is told, and so are keys that stand twice")
    func notes() throws {
        let compared = try compared(park(), "sales.amount", csv("名称,产值（万元）\n甲厂,100\n甲厂,0.5\n乙厂,200\n,1\n总计,300\n"), "2022-12")
        #expect(
            compared.notes.map(\.zh) == [
                "对方表里有 1 个“名称”出现多行，各自已加总。", "对方表里有 1 行没有“名称”，列在“只有对方”。",
                "对方表第 6 行“总计”写的是 300万元，各行加起来是 301.5万元。",
            ])
    }

    @Test("what can't be compared is refused in words", arguments: ["sales.enterprise", "opened", "output ="])
    func refused(asked: String) throws {
        let park = try park()
        #expect(throws: (any Error).self) { try compared(park, asked, csv("名称,产值\n甲厂,1\n"), "2022-12") }
        #expect(throws: Refused.self) { try compared(park, "output", csv("名称,产值\n甲厂,1\n"), "2022", key: "nmae") }
    }

    @Test("the workbook holds every row, the totals and what they are, as exact numbers")
    func workbook() throws {
        let compared = try compared(park(), "sales.amount", csv("名称,产值（万元）\n甲厂,100.5\n乙厂,200.1\n"), "2022-12")
        let path = NSTemporaryDirectory() + "compared-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try ComparedWorkbook(compared).write(to: path, made: try #require(Day(2023, 1, 12)))
        let book = try XLSXWorkbook(path: path)
        #expect(book.sheets.map(\.name) == ["对数单", "说明"])
        let reader = try book.reader(named: "对数单")
        var rows: [[String]] = []
        while let row = try reader.next() { rows.append(row.cells.map(\.plain)) }
        #expect(
            rows == [
                ["名称", "名称", "我方（万元）", "对方（万元）", "差额（万元）", "情况"], ["乙厂", "乙厂", "200", "200.1", "-0.1", "两边都有，数不同"],
                ["丙厂", "丙厂", "50", "", "50", "只有我方"], ["甲厂", "甲厂", "100.5", "100.5", "0", "一致"], ["合计", "", "350.5", "300.6", "49.9"],
            ])
    }
}
