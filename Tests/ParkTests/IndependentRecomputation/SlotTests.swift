import Testing

@Suite struct SlotTests {
    @Test("Every figure and printed fact of the annual report of 2022 is what plain loops over the exported registers give")
    func recomputed() throws {
        let park = try SampleBook.shared()
        let printed = try park.printed(2022)
        let recomputed = Recomputation(ledgers: try Ledgers(park), year: 2022).slots()
        #expect(Set(printed.keys) == Set(recomputed.keys))
        for (slot, text) in recomputed.sorted(by: { $0.key < $1.key }) { #expect(printed[slot] == text, "\(slot)") }
    }

    @Test("The same holds for the year before, where a figure has data")
    func recomputedBefore() throws {
        let park = try SampleBook.shared()
        let printed = try park.printed(2021)
        let recomputed = Recomputation(ledgers: try Ledgers(park), year: 2021).slots()
        let without = printed.filter { $0.value.contains("无数据") }.keys
        let expected = [
            ["#89", "P31", "P32", "P33", "P34"],
            Recomputation.factorsWithoutDataBefore,
            Recomputation.planWithoutDataBefore,
            Recomputation.safetyWithoutDataBefore,
            Recomputation.ruralWithoutDataBefore,
            Recomputation.officeWithoutDataBefore,
        ]
        #expect(Set(without).isSubset(of: expected.joined()))
        for (slot, text) in recomputed.sorted(by: { $0.key < $1.key }) where !without.contains(slot) { #expect(printed[slot] == text, "\(slot)") }
    }

    @Test("As it was known before the revisions of March 2022, the year 2021 is what loops over the ledgers of that day give")
    func recomputedAsOf() throws {
        let park = try SampleBook.shared()
        let day = try #require(try park.changeBefore("2022-03-11"))
        let printed = try park.printed(2021, asOf: day)
        let recomputed = Recomputation(ledgers: try Ledgers(park, asOf: day), year: 2021).slots()
        for slot in ["#37", "#38", "#39", "#45", "#46", "#47", "#59", "P17", "P21", "#71", "#82", "#84"] {
            #expect(printed[slot] == recomputed[slot], "\(slot)")
        }
        #expect(printed["#37"] == "641.02")
        #expect(try park.printed(2021)["#37"] == "640.48")
    }
}
