import Indicators
import Registers
import Testing

@testable import Reports

@Suite("The declarations of claims and slots")
struct ClaimReaderTests {
    @Test("Every fault is told at once, with its place and what was probably meant")
    func faults() throws {
        let claims = """
            C01: { form: recrod, of: a }
            C02: { form: record }
            C03: { form: record, of: a, years: 3 }
            C04: { form: run, of: a > 1, years: 0 }
            C05: { form: threshold, of: nothing_such, is: a > 1 }
            C06: { form: all_but, over: enterprize, is: output > 1 }
            C07: { form: from_to, of: a, is: larger }
            C08: { form: vague_plural, of: a }
            C09: { form: coverage, over: enterprise where duty is not empty, has: dutty is not empty }
            C10: { form: record, of: a, text: 只有中文 }
            1x: { form: record, of: a }
            C11: { form: best_in_window, of: a, years: parameter.windows }
            """
        let park = try LittlePark(claims: claims)
        let told = park.diagnostics.map { "\($0.place.line) \($0.rule)" }
        let expected = [
            "1 choice", "2 missing-key", "3 unknown-key", "4 whole-number", "6 unknown-register", "7 choice", "8 missing-key", "10 two-languages",
            "11 claim-id", "12 unknown-parameter",
        ]
        for fault in expected { #expect(told.contains(fault), "\(fault) in \(told)") }
        #expect(told.contains { $0.hasPrefix("5 ") })
        #expect(told.contains { $0.hasPrefix("9 ") })
        #expect(park.diagnostics.allSatisfy { $0.place.file == "reports/annual.claims.yaml" })
        #expect(park.diagnostics.first { $0.place.line == 1 }?.suggestion == "record")
        #expect(park.diagnostics.first { $0.place.line == 6 }?.suggestion == "enterprise")
    }

    @Test("Slots are ids bound to figures or findings, and each only once")
    func slots() throws {
        let park = try LittlePark(
            claims: "C1: { form: record, of: a }\n",
            slots: "\"#1\": a\nP2: [a, b]\n\"#3\": C1.count\n\"x\": a\n\"#4\": aa\n\"#5\": C2.count\n\"#6\": \"about 近 a to 3\"\n")
        let told = park.diagnostics.map { "\($0.place.line) \($0.rule)" }
        #expect(told.count == 4, "\(told)")
        #expect(told.contains("4 slot-id"))
        #expect(told.contains("6 unknown-claim"))
        #expect(told.contains("7 slot"))
        #expect(park.catalogue.reports.first?.slots.map(\.id) == ["#1", "P2", "#3", "#4", "#5"])
    }

    @Test("Names in the text are checked: indicators, members, claims")
    func text() throws {
        let park = try LittlePark(
            report: "# 报告\n{aa}和{a.grwth}，{claim C7}最高{/claim}，{C8.count}家，{about 近 nosuch to 40}\n", claims: "C9: { form: record, of: a }\n")
        let told = park.diagnostics.map { "\($0.place.line):\($0.place.column) \($0.rule)" }
        #expect(told.count == 5, "\(told)")
        #expect(told.contains("2:23 unknown-claim"), "\(told)")
        #expect(told.contains("2:38 unknown-claim"), "\(told)")
        #expect(park.diagnostics.first { $0.rule == "unknown-claim" }?.suggestion == "C9")
    }

    @Test("Claims or slots without a report of their name are told")
    func stray() throws {
        var diagnostics = Diagnostics()
        let park = try LittlePark()
        var files = park.book.sources.all
        files.append(Source(file: "reports/weekly.claims.yaml", text: "C1: { form: record, of: a }\n"))
        let figures = Figures(Book(store: park.book.store, catalogue: park.book.catalogue, sources: Sources(files)), park.figures.indicators)
        _ = ReportCatalogue.read(figures, &diagnostics)
        #expect(diagnostics.sorted.map(\.rule) == ["stray-file"])
    }
}
