import Storage
import Testing

@testable import Registers

@Suite("What the rows of a record add up to")
struct TotalTests {
    private static let size = "  whole: { name: { zh: 总尺寸, en: Whole }, kind: formula, is: total(parts.size) * 2, places: 1 }\nstates:"

    private func sources(_ formula: String = TotalTests.size) -> [String: String] {
        let sized = Park.hazard.replacing("kind: number } } }", with: "kind: number, places: 2 } } }")
        return ["registers/hazard.yaml": sized.replacing("states:", with: formula)]
    }

    @Test("a formula adds up a column, leaves empty cells out, and knows nothing where all are empty")
    func total() throws {
        let park = try Park(sources())
        let firm = try park.enterprise("云川重工", "C1")
        func whole(_ rows: String) throws -> Value? {
            let id = try park.write { writing in
                try park.records.add(
                    ["enterprise": .text("#\(firm)"), "finding": .text("漏油"), "found": .text("2022-01-02 09:00"), "parts": .text(rows)],
                    to: park.register("hazard"), in: writing)
            }
            return try park.record(id, "hazard")?["whole"]
        }
        // (1.25 + 2.5 + 0) × 2 = 7.5
        #expect(try whole("轴|1.25\n座|2.5\n盖|\n管|0") == 75)
        #expect(try whole("轴|\n座|") == .null)
        #expect(try whole("") == .null)
    }

    @Test(
        "only a column of numbers in the record's own rows adds up",
        arguments: [
            "total(parts.spot)", "total(parts.weight)", "total(parts)", "total(fund)", "total(enterprise.land)", "total(parts.size, parts.size)",
        ])
    func refused(_ formula: String) {
        let changed = sources(TotalTests.size.replacing("total(parts.size)", with: formula))
        #expect(throws: Diagnostics.self) { try CatalogueReader.catalogue(Park.sources(changed)) }
    }

    @Test("a check may ask what the rows add up to")
    func check() throws {
        let checked = "  whole: { name: { zh: 上限, en: Limit }, kind: number, check: total(parts.size) <= whole }\nstates:"
        let park = try Park(sources(checked))
        let firm = try park.enterprise("云川重工", "C1")
        func add(_ limit: String) throws {
            try park.write { writing in
                try park.records.add(
                    [
                        "enterprise": .text("#\(firm)"), "finding": .text("漏油"), "found": .text("2022-01-02 09:00"), "parts": .text("轴|3\n座|2"),
                        "whole": .text(limit),
                    ], to: park.register("hazard"), in: writing)
            }
        }
        try add("5")
        #expect(throws: Invalid.self) { try add("4") }
    }

    @Test("it reads as a sentence")
    func sentence() throws {
        let catalogue = try CatalogueReader.catalogue(Park.sources(sources()))
        let formula = try #require(catalogue.register("hazard")?.field("whole")?.kind as? FormulaField)
        let words = TermSentence(catalogue).words(try #require(formula.term))
        #expect(words.zh == "部位中尺寸的合计乘以2")
        #expect(words.en == "the total of Size in Parts times 2")
    }
}
