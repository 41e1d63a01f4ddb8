import Registers
import Storage
import Testing

@testable import Reports

@Suite("Claims about a state: shares, ranks, zeros, thresholds, lists")
struct StateClaimTests {
    private func one(_ item: String, _ amount: String, standing: String = "final") -> LittlePark.Datum {
        LittlePark.Datum(item: item, year: 2022, amount: amount, standing: standing)
    }

    private func verdict(_ claim: String, _ data: [LittlePark.Datum], year: Int = 2022) throws -> Verdict {
        let finding = try LittlePark.finding(claim, data, year: year)
        #expect(!finding.reason.zh.isEmpty && !finding.reason.en.isEmpty)
        return finding.verdict
    }

    @Test("52 of 63 is 83 %, and of 62 it is 84 %, which the writer is told")
    func share() throws {
        let claim = "form: share, of: part, in: whole, expects: 83"
        let right = try LittlePark.finding(claim, [one("part", "52"), one("whole", "63")])
        #expect(right.verdict == .holds)
        #expect(right.surprise == nil)
        let other = try LittlePark.finding(claim, [one("part", "52"), one("whole", "62")])
        #expect(other.surprise?.zh.contains("84") == true)
        #expect(try verdict("form: share, of: part, in: whole", [one("part", "64"), one("whole", "63")]) == .fails)
        #expect(try verdict("form: share, of: part, in: whole", [one("part", "52"), one("whole", "0")]) == .undecidable)
        #expect(try verdict("form: share, of: part, in: whole", [one("part", "52")]) == .undecidable)
        #expect(try verdict("form: share, of: part, in: whole", [one("part", "52"), one("whole", "63", standing: "estimated")]) == .undecidable)
    }

    @Test("A rank is one of the number that were ranked")
    func rank() throws {
        let claim = "form: rank, of: rank, among: among, expects: [2, 40]"
        let second = try LittlePark.finding(claim, [one("rank", "2"), one("among", "40")])
        #expect(second.verdict == .holds)
        #expect(second.surprise == nil)
        #expect(second.values[.rank] == Amount(2))
        #expect(try LittlePark.finding(claim, [one("rank", "3"), one("among", "40")]).surprise != nil)
        #expect(try LittlePark.finding(claim, [one("rank", "2"), one("among", "47")]).surprise != nil)
        #expect(try verdict(claim, [one("rank", "41"), one("among", "40")]) == .fails)
        #expect(try verdict(claim, [one("rank", "2")]) == .undecidable)
    }

    @Test("Zero holds only where the watching was complete")
    func zero() throws {
        let claim = "form: zero, of: [seen], complete: watch = 365"
        #expect(try verdict(claim, [one("seen", "0"), one("watch", "365")]) == .holds)
        #expect(try verdict(claim, [one("seen", "0"), one("watch", "364")]) == .undecidable)
        #expect(try verdict(claim, [one("seen", "0")]) == .undecidable)
        #expect(try verdict(claim, [one("seen", "1"), one("watch", "365")]) == .fails)
        #expect(try verdict("form: zero, of: seen", [one("seen", "0")]) == .undecidable)
        // One that was seen fails it, whoever did not look.
        #expect(try verdict("form: zero, of: [seen, a]", [one("seen", "1")]) == .fails)
    }

    @Test("A threshold holds on a final or preliminary figure; an estimate and a flash figure leave it undecidable")
    func threshold() throws {
        let claim = "form: threshold, of: a, is: a >= 100 亿元"
        #expect(try verdict(claim, [one("a", "100")]) == .holds)
        #expect(try verdict(claim, [one("a", "100", standing: "preliminary")]) == .holds)
        #expect(try verdict(claim, [one("a", "99.99")]) == .fails)
        #expect(try verdict(claim, [one("a", "150", standing: "estimated")]) == .undecidable)
        #expect(try verdict(claim, [one("a", "150", standing: "flash")]) == .undecidable)
        #expect(try verdict(claim, []) == .undecidable)
    }

    @Test("Several is at least the stated minimum")
    func vaguePlural() throws {
        let claim = "form: vague_plural, of: visits, least: 3"
        #expect(try verdict(claim, [one("visits", "3")]) == .holds)
        #expect(try verdict(claim, [one("visits", "2")]) == .fails)
        #expect(try verdict(claim, []) == .undecidable)
    }

    @Test("All conditions must hold; one that fails decides before one that can't be told")
    func all() throws {
        let claim = "form: all, of: [a > 1, b > 1]"
        let both = try LittlePark.finding(claim, [one("a", "2"), one("b", "2")])
        #expect(both.verdict == .holds)
        #expect(both.evidence.map(\.printed) == ["2.00亿元", "2.00亿元"])
        #expect(both.reason.zh == "指标a 2.00亿元 > 1；指标b 2.00亿元 > 1")
        #expect(try verdict(claim, [one("a", "2"), one("b", "1")]) == .fails)
        #expect(try verdict(claim, [one("a", "2")]) == .undecidable)
        #expect(try verdict(claim, [one("a", "1")]) == .fails)
        #expect(try verdict(claim, [one("a", "2"), one("b", "2", standing: "estimated")]) == .undecidable)
    }
}
