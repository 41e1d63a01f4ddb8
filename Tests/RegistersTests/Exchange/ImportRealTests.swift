import Foundation
import Registers
import Storage
import Testing

/// The list of 1,766 enterprises that lies beside the repository, where it does.
enum RealList {
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let path = repository.deletingLastPathComponent().appendingPathComponent("shared/data/enterprises_1766.csv").path
    static let isThere = FileManager.default.fileExists(atPath: path)
}

@Suite("The list of enterprises as it was received", .enabled(if: RealList.isThere, "shared/data/enterprises_1766.csv is not beside this repository"))
struct ImportRealTests {
    /// The registers that the enterprises need, as the park declares them.
    private func park() throws -> ExchangePark {
        let folder = RealList.repository.appendingPathComponent("Declarations")
        let declared = try Sources(folder: folder)
        let files = declared.all.filter { !$0.file.hasPrefix("indicators/") && !$0.file.hasPrefix("reports/") }
        return try ExchangePark(only: Dictionary(files.map { ($0.file, $0.text) }, uniquingKeysWith: { first, _ in first }))
    }

    private func map(for register: Register, adding text: String = "") throws -> ImportMap {
        let url = RealList.repository.appendingPathComponent("docs/examples/enterprises.map.yaml")
        var source = try String(contentsOf: url, encoding: .utf8)
        if !text.isEmpty { source = source.replacing("    field: capital\n", with: "    field: capital\n    \(text)\n") }
        return try ImportMap(Source(file: "enterprises.map.yaml", text: source), for: register)
    }

    @Test(
        "1,708 rows are accepted and 58 returned with their reasons: 57 amounts without a unit and one with an odd one; 289 firms of other cities are marked"
    )
    func counts() throws {
        let park = try park()
        let enterprise = try park.register("enterprise")
        let path = park.folder + "/enterprises.csv"
        try FileManager.default.copyItem(atPath: RealList.path, toPath: path)
        let task = Import(
            try ImportFile(path: path), into: enterprise, of: park.book, .console, map: try map(for: enterprise),
            options: ImportOptions(isPartial: true))
        let outcome = try task.run(at: ExchangePark.day)
        #expect((outcome.read, outcome.accepted, outcome.returned, outcome.added) == (1766, 1708, 58, 1708))
        #expect(outcome.words.zh.hasPrefix("读入 1766 行：接受 1708 行，退回 58 行。"))
        let reasons = outcome.faults.flatMap(\.reasons)
        #expect(reasons.count == 58 && reasons.allSatisfy { $0.header == "注册资金" })
        #expect(reasons.count { $0.fault.words.zh.contains("没有写单位") } == 57)
        #expect(reasons.filter { !$0.fault.words.zh.contains("没有写单位") }.map(\.shown) == ["1,000(万元人民币元)"])
        #expect(try TestWorkbook.rows(try #require(outcome.returnedPath)).count == 59)
        // Of the 289, those that are among the returned rows are not in the book.
        let outside = try park.rows("SELECT count(*) FROM r_enterprise WHERE outside = 1")[0][0].integer ?? 0
        let inside = try park.rows("SELECT count(*) FROM r_enterprise WHERE outside = 0")[0][0].integer ?? 0
        #expect(outside + inside == 1708)
        #expect(try park.rows("SELECT count(*) FROM r_enterprise WHERE (outside = 1) <> (city <> '嘉峪关')") == [[0]])
        #expect(try park.rows("SELECT count(*) FROM r_enterprise WHERE kind_of_enterprise = 'N/A' OR capital = 0") == [[0]])
        // 46万人民币, 626,335.7424(万元人民币) and 0().
        let places = enterprise.field("capital")?.kind.places ?? 0
        let scale = (0..<places).reduce(Int64(1)) { scale, _ in scale * 10 }
        #expect(try park.rows("SELECT capital FROM r_enterprise WHERE code = '916202002246404888'") == [[.integer(46 * scale)]])
        #expect(try park.rows("SELECT capital FROM r_enterprise WHERE code = '91620200924645810J'") == [[.null]])
        #expect(outcome.rounded == (places < 4 ? 3 : 0))
    }

    @Test("with the unit said in the map only the odd one is returned, and all 289 firms of other cities are in the book")
    func told() throws {
        let park = try park()
        let enterprise = try park.register("enterprise")
        let file = try ImportFile(path: RealList.path)
        let map = try map(for: enterprise, adding: "unit: 万元")
        let outcome = try Import(
            file, into: enterprise, of: park.book, .console, map: map, options: ImportOptions(isPartial: true, returnedPath: park.folder + "/r.xlsx")
        )
        .run(at: ExchangePark.day)
        #expect((outcome.accepted, outcome.returned) == (1765, 1))
        #expect(try park.rows("SELECT count(*) FROM r_enterprise WHERE outside = 1") == [[289]])
    }

    @Test("all or nothing keeps all of it out")
    func strict() throws {
        let park = try park()
        let enterprise = try park.register("enterprise")
        let outcome = try Import(ImportFile(path: RealList.path), into: enterprise, of: park.book, .console, map: map(for: enterprise))
            .run(at: ExchangePark.day)
        #expect(outcome.isStopped && outcome.returned == 58 && outcome.change == nil)
        #expect(try park.count("enterprise") == 0)
    }
}
