import Foundation
import Indicators
import Registers
import Storage
import Testing

/// How to make each declared check find something.
enum Breaks {
    static let all = [economy, projects, science, office, plan, service, factors, safety, party].reduce(into: [:]) { $0.merge($1) { one, _ in one } }

    /// What no record can break, since both sides count the same records: there only a changed declaration can.
    static let declared: [String: (file: String, from: String, to: String)] = [
        "tax_band_stock": (
            "indicators/quality.yaml", "having tax.prior >= parameter.tax_band and tax <", "having tax.prior >= parameter.tax_band_upper and tax <"
        ),
        "tax_bands_nested": ("parameters.yaml", "value: 1000, unit: 万元", "value: 1, unit: 万元"),
        "output_bands_nested": ("parameters.yaml", "{ value: 10,   unit: 亿元", "{ value: 0.1,   unit: 亿元"),
        "first_crossings_nested": ("indicators/quality.yaml", "gross_output.first >= parameter.output_band\n", "gross_output > 0\n"),
        "products_nested": ("indicators/economy.yaml", "having product_output.growth > 0", "having product_output.growth > 1000"),
        "contest_nested": ("indicators/science.yaml", "furthest >= semifinal", "furthest > national"),
        "originals_nested": ("indicators/publicity.yaml", "where channel = wechat and original = yes", "where original = yes or reviews >= 0"),
        "stock_covers_new": ("indicators/science.yaml", "kind = high_tech and valid at end", "kind = high_tech and valid at end and batch = \"无\""),
    ]
}

@Suite("Every declared check finds what it is for")
struct CheckTableTests {
    private struct TakenBack: Error {}

    private func checks(_ book: Book, _ sources: Sources? = nil) throws -> Checks {
        var diagnostics = Diagnostics()
        let sources = sources ?? book.sources
        let catalogue = try #require(CatalogueReader.read(sources, &diagnostics))
        let other = Book(store: book.store, catalogue: catalogue, sources: sources)
        let figures = Figures(other, IndicatorCatalogue.read(sources, catalogue, &diagnostics))
        let declared = CheckCatalogue.read(figures, &diagnostics)
        try #require(diagnostics.isEmpty, "\(diagnostics.text(.en))")
        return Checks(figures, declared)
    }

    @Test("There are at least sixty of them, and each has a way to be broken")
    func complete() throws {
        let checks = try checks(SampleBook.shared().book)
        #expect(checks.catalogue.checks.count >= 60)
        let tested = Set(Breaks.all.keys).union(Breaks.declared.keys).union(["ahead_of_entry"])
        #expect(Set(checks.catalogue.checks.map(\.id.text)) == tested)
    }

    @Test("A record spoiled past all rules is found by the check that is for it")
    func broken() throws {
        let park = try SampleBook.own()
        let checks = try checks(park.book)
        let year = try #require(Period(year: 2022))
        for check in checks.catalogue.checks {
            guard let spoil = Breaks.all[check.id.text] else { continue }
            let before = try park.book.store.read { try checks.look(check, year, limit: 0, in: $0).count }
            var after = 0
            do {
                try park.write { writing in
                    try spoil(Breaker(catalogue: park.book.catalogue, writing: writing))
                    after = try checks.look(check, year, limit: 3, in: writing).count
                    throw TakenBack()
                }
            } catch is TakenBack {} catch { Issue.record("\(check.id.text): \(error)") }
            #expect(after > before, "\(check.id.text): \(before) before, \(after) after")
        }
    }

    @Test("A changed declaration is found where no record could break a rule", arguments: Breaks.declared.keys.sorted())
    func redeclared(_ id: String) throws {
        let park = try SampleBook.shared()
        let change = try #require(Breaks.declared[id])
        let texts = park.book.sources.all.map { source in
            source.file == change.file ? Source(file: source.file, text: source.text.replacing(change.from, with: change.to)) : source
        }
        try #require(texts.contains { $0.file == change.file && $0.text != park.book.sources[change.file]?.text })
        let checks = try checks(park.book, Sources(texts))
        let check = try #require(checks.catalogue.check(named: id))
        let year = try #require(Period(year: 2022))
        let sound = try self.checks(park.book)
        #expect(try park.book.store.read { try sound.look(check, year, in: $0).count } == 0)
        let found = try park.book.store.read { try checks.look(check, year, in: $0) }
        #expect(found.count == 1)
        #expect(!found.figures.isEmpty)
    }

    @Test("What must be mended stands in the way of a year's report, and of no bulletin", arguments: ["towns_differ", "core_within_zones"])
    func release(_ id: String) throws {
        let park = try SampleBook.own()
        let checks = try checks(park.book)
        let (year, week) = (try #require(Period(year: 2022)), try #require(Period("2022-W20")))
        try park.book.store.read { try checks.demandMended(year, in: $0) }
        let spoil = try #require(Breaks.all[id])
        try park.write { try spoil(Breaker(catalogue: park.book.catalogue, writing: $0)) }
        let refused = try #require(throws: Refused.self) { try park.book.store.read { try checks.demandMended(year, in: $0) } }
        #expect(refused.words.zh.contains("（\(id)）"), "\(refused.words.zh)")
        #expect(refused.words.zh.split(separator: "\n").count == 3, "\(refused.words.zh)")
        try park.book.store.read { try checks.demandMended(week, in: $0) }
    }

    @Test("A day that lies after its entry is found")
    func ahead() throws {
        let park = try SampleBook.own()
        let checks = try checks(park.book)
        let check = try #require(checks.catalogue.check(named: "ahead_of_entry"))
        let year = try #require(Period(year: 2023))
        #expect(try park.book.store.read { try checks.look(check, year, in: $0).count } == 0)
        try park.write { try Breaker(catalogue: park.book.catalogue, writing: $0).change("contract", ["signed": 20230215]) }
        let found = try park.book.store.read { try checks.look(check, year, in: $0) }
        #expect(found.count == 1)
        #expect(found.offences.first?.note?.zh == "签约日期 2023-02-15，登记于 2023-02-01")
    }

    @Test("Of the sample park nothing must be mended, and its known traps are told")
    func sample() throws {
        let park = try SampleBook.shared()
        let checks = try checks(park.book)
        let year = try #require(Period(year: 2022))
        let found = try park.book.store.read { reading in
            Dictionary(uniqueKeysWithValues: try checks.all(year, in: reading).map { ($0.check.id.text, $0) })
        }
        for (id, one) in found where one.check.severity == .must { #expect(one.outcome.count == 0, "\(id)") }
        for (id, one) in found { #expect(one.outcome.undecided == nil, "\(id)") }
        #expect(found["project_over_plan"]?.outcome.offences.map(\.title) == ["云川重机冶金机械再制造项目"])
        #expect(found["high_tech_lapsed"]?.outcome.offences.map(\.title) == ["屏山耐火材料有限公司"])
        #expect(found["announced_stale"]?.outcome.offences.map(\.title) == ["川桥节能门窗有限公司 高新技术企业"])
        #expect(found["problem_no_promise"]?.outcome.offences.map(\.title) == ["部分产品量价下行"])
        #expect(found["sales_missing"]?.outcome.offences.first?.note?.zh == "缺2022年5月")
    }
}
