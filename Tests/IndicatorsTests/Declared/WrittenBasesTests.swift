import Foundation
import Indicators
import Registers
import Storage
import Testing

@Suite("A growth says on what it is taken")
struct WrittenBasesTests {
    static let indicators = """
        output: { name: { zh: 产值, en: Output }, measure: sum of latest sales.output_to_date by enterprise, unit: 亿元, places: 2 }
        taxes: { name: { zh: 税收, en: Taxes }, measure: sum of tax_payment.paid, base: revised, unit: 亿元, places: 4 }
        rate: { name: { zh: 税负, en: Rate }, measure: taxes / output * 100, unit: "%", places: 1 }
        """

    private func problems(_ report: String, _ more: [String: String] = [:]) throws -> [String] {
        let files = ["reports/one.report": report].merging(more) { one, _ in one }
        let sources = Park.sources(WrittenBasesTests.indicators, more: files)
        var diagnostics = Diagnostics()
        let catalogue = try #require(CatalogueReader.read(sources, &diagnostics))
        let indicators = IndicatorCatalogue.read(sources, catalogue, &diagnostics)
        try #require(diagnostics.isEmpty, "\(diagnostics.text(.en))")
        WrittenBases(indicators).check(sources, &diagnostics)
        return diagnostics.sorted.map { $0.text(.zh) }
    }

    @Test(
        "Whatever is compared with last year needs its base written",
        arguments: [
            "产值{output.change}。", "产值增长{output.growth}%。", "{if output.to_date.increment > 0}好{/if}", "{output.multiple}倍",
            "{about 近 output.two_year}",
        ])
    func unwritten(_ text: String) throws {
        let found = try problems("# 报告\n\(text)")
        #expect(found.count == 1)
        #expect(found.first?.contains("[base]") == true && found.first?.contains("“产值”") == true, "\(found)")
        #expect(found.first?.hasPrefix("reports/one.report:2:") == true, "\(found)")
    }

    @Test(
        "What has its base, counts no records, or is not on last year needs none",
        arguments: [
            "税收{taxes.change}，{taxes.growth}%。", "{rate.change}", "{output.chain.change}", "{output}、{output.prior}、{output.at(2020)}",
            "{output.target.low(next, growth)}", "{unknown.growth}", "growth output",
        ])
    func written(_ text: String) throws { #expect(try problems("# 报告\n\(text)") == []) }

    @Test("A claim that compares by its form is asked, too, and each indicator is told once")
    func claims() throws {
        let claims =
            "# output.growth\nA: { form: record_increment, of: [taxes, output] }\nB: { form: multiple, of: output }\nC: { form: zero, of: output }"
        let found = try problems("# 报告", ["reports/one.claims.yaml": claims])
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("reports/one.claims.yaml:2:") == true, "\(found)")
        #expect(try problems("# 报告", ["reports/one.claims.yaml": "C: { form: zero, of: output }"]) == [])
    }

    @Test("The park's own declarations write every base that they take a growth on")
    func park() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Declarations")
        let sources = try Sources(folder: folder)
        var diagnostics = Diagnostics()
        let catalogue = try #require(CatalogueReader.read(sources, &diagnostics))
        WrittenBases(IndicatorCatalogue.read(sources, catalogue, &diagnostics)).check(sources, &diagnostics)
        #expect(diagnostics.isEmpty, "\(diagnostics.text(.en))")
    }
}
