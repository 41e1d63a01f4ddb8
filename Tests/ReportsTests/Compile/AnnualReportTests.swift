import Foundation
import Indicators
import Registers
import Storage
import Testing

@testable import Reports

@Suite("The declared annual report")
struct AnnualReportTests {
    /// The repository's own declarations over an empty book.
    static func drafts() throws -> (drafts: Drafts, diagnostics: [Diagnostic]) {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let sources = try Sources(folder: root.appendingPathComponent("Declarations"))
        let empty = Book(store: try Store.temporary(), catalogue: try CatalogueReader.catalogue(sources), sources: sources)
        let declarations = Declarations(empty)
        let book = try declarations.apply(try declarations.plan(sources), intent: LittlePark.intent("apply"))
        var diagnostics = Diagnostics()
        let figures = Figures(book, IndicatorCatalogue.read(sources, book.catalogue, &diagnostics))
        return (Drafts(figures, ReportCatalogue.read(figures, &diagnostics)), diagnostics.sorted)
    }

    @Test("Every name in it is known")
    func names() throws {
        let diagnostics = try AnnualReportTests.drafts().diagnostics
        #expect(diagnostics.isEmpty, "\(diagnostics.map { $0.text(.en) }.joined(separator: "\n"))")
    }

    @Test("An empty book proves nothing: no claim holds, every slot is listed, and the text still reads")
    func empty() throws {
        let report = try AnnualReportTests.drafts().drafts.report("annual", year: 2022)
        #expect(report.count(.holds) == 0, "\(report.claims.filter { $0.verdict == .holds })")
        #expect(report.claims.allSatisfy { !$0.reason.zh.isEmpty && !$0.reason.en.isEmpty })
        let slots = Set(report.figures.map(\.slot))
        for slot in Array(37...54) + [59, 63, 64, 65, 66] + Array(68...72) + [75, 76] + Array(82...89) + Array(101...107) + [115, 116, 117] {
            #expect(slots.contains("#\(slot)"), "#\(slot)")
        }
        let facts = Set(report.printedFacts.map(\.slot))
        for fact in 12...34 { #expect(facts.contains("P\(fact)"), "P\(fact)") }
        let marks = Array("，。、；：")
        let text = Array(report.plainText)
        for (one, other) in zip(text, text.dropFirst()) { #expect(!(marks.contains(one) && marks.contains(other)), "\(one)\(other)") }
    }
}
