import Foundation
import Formats
import Registers
import Storage
import Testing

@Suite("Import")
struct ImportTests {
    @Test("rows are added, changed by their key, and left alone where nothing differs, each import as one change")
    func counts() throws {
        let park = try ExchangePark()
        try park.firms()
        let first = try park.run("企业,月份,工业总产值,营业收入\n云川重工,2022-01,100,80\nA2,2022年1月,５０．５,\n", into: "form")
        #expect((first.added, first.changed, first.unchanged, first.change) == (2, 0, 0, 3))
        let second = try park.run("企业,月份,工业总产值,营业收入\nA1,202201,100.00,81\nA2,2022-01,50.5,\nA3,2022-01,7,6\n", into: "form")
        #expect((second.added, second.changed, second.unchanged, second.change) == (1, 1, 1, 4))
        #expect(
            try park.rows("SELECT firm, month, output, income FROM r_form ORDER BY firm") == [
                [1, 20_220_101, 10_000, 8_100], [2, 20_220_101, 5_050, .null], [3, 20_220_101, 700, 600],
            ])
        #expect(second.words.zh == "读入 3 行：接受 3 行，退回 0 行。新增 1 条，更新 1 条，不变 1 条（第 4 号变更）。")
        #expect(second.words.en == "Read 3 rows: accepted 3, returned 0. Added 1, changed 1, 1 as before (change 4).")
    }

    @Test(
        "a unit in the header, or above it, is converted exactly",
        arguments: [
            ("企业,月份,产值（亿元）\nA1,2022-01,1.2345\n", 1_234_500), ("企业,月份,产值/元\nA1,2022-01,1234500\n", 12_345),
            ("园区工业产值\n填报单位：云川,,单位：亿元\n企业,月份,工业总产值\nA1,2022-01,1.2345\n", 1_234_500),
            ("单位：亿元\n企业,月份,工业总产值（千元）\nA1,2022-01,12345\n", 123_450), ("企业,月份,工业总产值\nA1,2022-01,1.2345亿元\n", 1_234_500),
            ("企业,月份,工业总产值(亿元)\nA1,2022-01,300万元\n", 30_000),
        ] as [(String, Int64)])
    func units(text: String, stored: Int64) throws {
        let park = try ExchangePark()
        try park.firms()
        let outcome = try park.run(text, into: "form")
        #expect(outcome.accepted == 1)
        #expect(try park.rows("SELECT output FROM r_form") == [[.integer(stored)]])
    }

    @Test("a value that its unit can't hold exactly is returned, never rounded unseen")
    func inexact() throws {
        let park = try ExchangePark()
        try park.firms()
        let outcome = try park.run("企业,月份,工业总产值（元）\nA1,2022-01,1234567\n", into: "form")
        #expect(outcome.isStopped && outcome.returned == 1)
        #expect(outcome.faults.first?.reasons.first?.header == "工业总产值（元）")
    }

    @Test("a unit of another dimension in a header stops the import")
    func wrongUnit() throws {
        let park = try ExchangePark()
        let invalid = #expect(throws: Invalid.self) { try park.run("企业,月份,工业总产值（吨）\nA1,2022-01,1\n", into: "form") }
        #expect(invalid?.items.map { $0.text(.zh) } == ["表头“工业总产值（吨）”的单位“吨”不能换算成“万元”。"])
    }

    @Test("one wrong row stops all, every wrong cell of it is told with row, column, value and reason, and nothing is written")
    func stopped() throws {
        let park = try ExchangePark()
        try park.firms()
        let outcome = try park.run(
            "企业,月份,工业总产值,从业人员\nA1,2022-01,100,5\n没有的企业,2022-02-30,一百二十,-3\nA2,2022-13,100,5\n", into: "form")
        #expect((outcome.accepted, outcome.returned, outcome.isStopped, outcome.change) == (1, 2, true, nil))
        #expect(outcome.faults.map(\.row) == [3, 4])
        #expect(outcome.faults[0].reasons.map(\.place) == [0, 1, 2, 3])
        #expect(outcome.faults[0].reasons.map(\.shown) == ["没有的企业", "2022-02-30", "一百二十", "-3"])
        #expect(outcome.faults[0].reasons[0].text(.zh).hasPrefix("A 列“企业”“没有的企业”：没有找到"))
        #expect(outcome.words.zh == "读入 3 行：接受 1 行，退回 2 行。有退回的行，因此一行也没有写入。")
        #expect(try park.count("form") == 0)
        #expect(try park.book.store.read { try $0.lastChange().number } == 2)
    }

    @Test("a trial says what would be done and writes nothing")
    func dryrun() throws {
        let park = try ExchangePark()
        try park.firms()
        try park.run("企业,月份,工业总产值\nA1,2022-01,1\n", into: "form")
        let outcome = try park.importing(park.file("b.csv", "企业,月份,工业总产值\nA1,2022-01,2\nA2,2022-01,2\n"), into: "form").dryrun()
        #expect((outcome.added, outcome.changed, outcome.change, outcome.isDryrun) == (1, 1, nil, true))
        #expect(outcome.words.zh == "读入 2 行：接受 2 行，退回 0 行。将新增 1 条，更新 1 条，不变 0 条。这是试导入，没有写入。")
        #expect(try park.count("form") == 1)
    }

    @Test("the same file in the same way changes nothing, however often")
    func repeated() throws {
        let park = try ExchangePark()
        try park.firms()
        let text = "企业,月份,工业总产值\nA1,2022-01,1\n"
        let first = try park.run(text, into: "form")
        let again = try park.run(text, into: "form")
        #expect(again.wasRepeated && again.change == first.change)
        #expect(again.words.zh == "这份文件已经用同样的办法导入过（第 3 号变更），这次没有写入。")
        // The same rows in another file: nothing differs, so there is no change to number.
        let other = try park.run("月份,企业,工业总产值\n2022-01,A1,1.0\n", into: "form")
        #expect(!other.wasRepeated && other.unchanged == 1 && other.change == nil)
        #expect(other.words.zh == "读入 1 行：接受 1 行，退回 0 行。新增 0 条，更新 0 条，不变 1 条，没有产生变更。")
        #expect(try park.book.store.read { try $0.lastChange().number } == 3)
    }

    @Test("an import is undone as one, may be made again then, and is not undone once its records have moved on")
    func undone() throws {
        let park = try ExchangePark()
        try park.firms()
        let text = "企业,月份,工业总产值\nA1,2022-01,1\nA2,2022-01,1\n"
        let outcome = try park.run(text, into: "form")
        let history = History(park.book, .console)
        func undo(_ number: Int64) throws {
            let intent = Intent(subject: "console", reason: "撤销", kind: "undo", at: ExchangePark.day)
            try park.book.store.write(intent) { _ = try history.undo(number, in: $0) }
        }
        try undo(try #require(outcome.change))
        #expect(try park.count("form") == 0)
        let again = try park.run(text, into: "form")
        #expect(!again.wasRepeated && again.added == 2)
        #expect(try park.count("form") == 2)
        try park.run("企业,月份,工业总产值\nA1,2022-01,9\n", into: "form")
        #expect(throws: Refused.self) { try undo(try #require(again.change)) }
        #expect(try park.count("form") == 2)
    }

    @Test("a change of the map or of the options is another import")
    func key() throws {
        let park = try ExchangePark()
        let file = try park.file("a.csv", "编号,名称\nA1,甲\n")
        let plain = try park.importing(file, into: "firm")
        let partial = try park.importing(file, into: "firm", options: ImportOptions(isPartial: true))
        let mapped = try park.importing(file, into: "firm", map: park.map("register: firm\nempty: [N/A]", for: "firm"))
        for task in [plain, partial, mapped] { _ = try task.run(at: ExchangePark.day) }
        #expect(try park.count("firm") == 1)
        #expect(try plain.run(at: ExchangePark.day).wasRepeated)
    }

    @Test("who may not write is refused before the file is opened")
    func refused() throws {
        let park = try ExchangePark()
        let file = try park.file("a.csv", "\0")
        let task = Import(file, into: try park.register("firm"), of: park.book, .reader)
        #expect(throws: Refused.self) { try task.run(at: ExchangePark.day) }
        #expect(throws: Refused.self) { try task.dryrun() }
    }

    @Test("progress begins with checking, ends with writing, and counts the rows")
    func progress() throws {
        let park = try ExchangePark()
        let text = "编号,名称\n" + (1...12_000).map { "B\($0),企业\($0)\n" }.joined()
        var seen: [ImportProgress] = []
        _ = try park.importing(park.file("a.csv", text), into: "firm").run(at: ExchangePark.day) { seen.append($0) }
        #expect(seen.map(\.phase).last == .writing)
        #expect(seen.last?.done == 12_000 && seen.last?.total == 12_000)
        #expect(seen.filter { $0.phase == .checking }.map(\.done).contains(5000))
        #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.phase != $1.phase || $0.done <= $1.done })
    }
}
