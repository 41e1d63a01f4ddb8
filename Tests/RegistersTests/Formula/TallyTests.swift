import Storage
import Testing

@testable import Registers

@Suite("How many rows of a record there are")
struct TallyTests {
    private static let agreed = "  agreed: { name: { zh: 同意, en: Agreed }, kind: formula, is: \"tally(parts.vote, yes_vote)\", places: 0 }\nstates:"
    private static let spots = "  spots: { name: { zh: 部位数, en: Spots }, kind: formula, is: tally(parts.spot), places: 0 }\nstates:"

    private func sources(_ formula: String) -> [String: String] {
        let vote =
            "kind: number }, vote: { name: { zh: 意见, en: Vote }, kind: choice, of: { yes_vote: { zh: 同意, en: Agrees }, no_vote: { zh: 不同意, en: Disagrees } } } } }"
        let voted = Park.hazard.replacing("kind: number } } }", with: vote)
        return ["registers/hazard.yaml": voted.replacing("states:", with: formula)]
    }

    private func value(_ field: Name, _ formula: String, _ rows: String) throws -> Value? {
        let park = try Park(sources(formula))
        let firm = try park.enterprise("云川重工", "C1")
        let id = try park.write { writing in
            try park.records.add(
                ["enterprise": .text("#\(firm)"), "finding": .text("漏油"), "found": .text("2022-01-02 09:00"), "parts": .text(rows)],
                to: park.register("hazard"), in: writing)
        }
        return try park.record(id, "hazard")?[field]
    }

    @Test("cells are counted where they are filled, or where they have an option, by its name or its label; no rows, nothing known")
    func counted() throws {
        let rows = "甲|1|yes_vote\n乙|2|同意\n丙|3|no_vote\n丁|4|\n|5|不同意"
        #expect(try value("agreed", TallyTests.agreed, rows) == 2)
        #expect(try value("spots", TallyTests.spots, rows) == 4)
        #expect(try value("agreed", TallyTests.agreed, "甲|1|no_vote") == 0)
        #expect(try value("agreed", TallyTests.agreed, "") == .null)
    }

    @Test(
        "only a column of the record's own rows is counted, and only by an option of it",
        arguments: ["tally(parts.vote, maybe)", "tally(parts.spot, yes_vote)", "tally(parts.weight)", "tally(parts)", "tally(found)", "tally()"])
    func refused(_ formula: String) {
        let changed = sources(TallyTests.spots.replacing("tally(parts.spot)", with: "\"\(formula)\""))
        #expect(throws: Diagnostics.self) { try CatalogueReader.catalogue(Park.sources(changed)) }
    }

    @Test("it reads as a sentence")
    func sentence() throws {
        for (field, formula, zh) in [("agreed", TallyTests.agreed, "部位中意见为同意的行数"), ("spots", TallyTests.spots, "部位中填了部位的行数")]
            as [(Name, String, String)]
        {
            let catalogue = try CatalogueReader.catalogue(Park.sources(sources(formula)))
            let field = try #require(catalogue.register("hazard")?.field(field)?.kind as? FormulaField)
            #expect(TermSentence(catalogue).words(try #require(field.term)).zh == zh)
        }
    }
}
