import Registers
import Storage
import Testing

@testable import Reports

@Suite("Claims about members: first crossings, exceptions, full coverage")
struct MemberClaimTests {
    /// A firm with the day it came and its output of some years, in 万元.
    private struct Firm {
        var name: String
        var movedIn: String?
        var duty: String?
        var predecessor: String?
        var output: [Int: String] = [:]
    }

    private func fill(_ firms: [Firm]) -> (Records, Catalogue, Writing) throws -> Void {
        { records, catalogue, writing in
            let enterprise = try #require(catalogue.register("enterprise"))
            let sales = try #require(catalogue.register("sales"))
            for firm in firms {
                try records.add(
                    [
                        "name": .text(firm.name), "moved_in": firm.movedIn.map { .text($0) } ?? .empty, "duty": firm.duty.map { .text($0) } ?? .empty,
                        "predecessor": firm.predecessor.map { .text($0) } ?? .empty,
                    ], to: enterprise, in: writing)
                for (year, output) in firm.output {
                    try records.add(
                        ["enterprise": .text(firm.name), "month": .text("\(year)-12"), "amount": .text(output)], to: sales, in: writing)
                }
            }
        }
    }

    private let crossing = "form: first_crossing, of: output, by: enterprise, over: parameter.mark, expects: 1"

    @Test("First is who reaches the mark now and never did before, by name")
    func first() throws {
        let finding = try LittlePark.finding(
            crossing,
            fill: fill([
                Firm(name: "甲厂", movedIn: "2019-03-01", output: [2019: "100", 2020: "9999", 2021: "9999.99", 2022: "10000"]),
                Firm(name: "乙厂", movedIn: "2019-03-01", output: [2019: "12000", 2020: "9999", 2021: "9999", 2022: "15000"]),
                Firm(name: "丙厂", movedIn: "2020-03-01", output: [2020: "10", 2022: "9999.99"]),
            ]))
        #expect(finding.verdict == .holds, "\(finding.reason.zh)")
        #expect(finding.names == ["甲厂"])
        #expect(finding.values[.count] == Amount(1))
        #expect(finding.surprise == nil)
    }

    @Test("A predecessor that was there before counts as the firm itself")
    func predecessor() throws {
        let finding = try LittlePark.finding(
            crossing,
            fill: fill([
                Firm(name: "老厂", movedIn: "2018-03-01", output: [2018: "100", 2019: "20000"]),
                Firm(name: "新厂", movedIn: "2021-03-01", predecessor: "老厂", output: [2021: "100", 2022: "20000"]),
            ]))
        #expect(finding.verdict == .fails, "\(finding.reason.zh)")
        #expect(finding.names.isEmpty)
    }

    @Test("Of a firm older than the book nobody can tell, and the claim says which")
    func old() throws {
        let finding = try LittlePark.finding(
            crossing,
            fill: fill([
                Firm(name: "甲厂", movedIn: "2019-03-01", output: [2019: "100", 2022: "20000"]),
                Firm(name: "元老", movedIn: "2001-03-01", output: [2018: "100", 2019: "100", 2020: "100", 2021: "100", 2022: "20000"]),
            ]))
        #expect(finding.verdict == .undecidable, "\(finding.reason.zh)")
        #expect(finding.reason.zh.contains("元老"))
        #expect(finding.names == ["甲厂"])
    }

    @Test("Nobody who crosses fails it")
    func none() throws {
        #expect(
            try LittlePark.finding(crossing, fill: fill([Firm(name: "甲厂", movedIn: "2019-03-01", output: [2019: "100", 2022: "100"])])).verdict
                == .fails)
    }

    private let growing = [2021: "100", 2022: "110"]
    private let falling = [2021: "100", 2022: "90"]

    @Test("All but the listed: the exceptions are exactly those")
    func allBut() throws {
        let firms = [
            Firm(name: "甲厂", output: growing), Firm(name: "乙厂", output: growing), Firm(name: "丙厂", output: growing),
            Firm(name: "丁厂", output: falling),
        ]
        let claim = "form: all_but, over: enterprise, is: output.growth > 0"
        let right = try LittlePark.finding(claim + ", expects: [丁厂]", fill: fill(firms))
        #expect(right.verdict == .holds, "\(right.reason.zh)")
        #expect(right.names == ["丁厂"])
        #expect(try LittlePark.finding(claim + ", expects: []", fill: fill(firms)).verdict == .fails)
        #expect(try LittlePark.finding(claim + ", expects: [丁厂, 甲厂]", fill: fill(firms)).verdict == .fails)
        #expect(try LittlePark.finding(claim, fill: fill(firms)).verdict == .holds)
        // Half is not an exception.
        let half = firms + [Firm(name: "戊厂", output: falling), Firm(name: "己厂", output: falling)]
        #expect(try LittlePark.finding(claim, fill: fill(half)).verdict == .fails)
        // A firm without last year's figure grows over nothing.
        let unknown = try LittlePark.finding(claim, fill: fill(firms + [Firm(name: "庚厂", output: [2021: "100"])]))
        #expect(unknown.verdict == .undecidable, "\(unknown.reason.zh)")
        #expect(try LittlePark.finding(claim).verdict == .undecidable)
    }

    @Test("Where not everybody has reported, nothing is proven, and the claim says how many are missing")
    func incomplete() throws {
        func roll(_ firms: [Firm]) -> (Records, Catalogue, Writing) throws -> Void {
            { records, catalogue, writing in
                try fill(firms)(records, catalogue, writing)
                let roll = try #require(catalogue.register("roll"))
                for firm in firms { try records.add(["enterprise": .text(firm.name), "listed": .text("2018-01-01")], to: roll, in: writing) }
            }
        }
        let years = [2018: "100", 2019: "100", 2020: "100", 2021: "100", 2022: "200"]
        let whole = [Firm(name: "甲厂", output: years), Firm(name: "乙厂", output: years)]
        let part = [Firm(name: "甲厂", output: years), Firm(name: "乙厂", output: years.filter { $0.key != 2022 })]
        let zeros = years.mapValues { _ in "0" }
        #expect(try LittlePark.finding("form: record, of: told", fill: roll(whole)).verdict == .holds)
        let late = try LittlePark.finding("form: threshold, of: told, is: told > 0", fill: roll(part))
        #expect(late.verdict == .undecidable)
        #expect(late.reason.zh.contains("应报2家，已报1家"), "\(late.reason.zh)")
        // A record over a year in which somebody did not report is none either.
        let early = [Firm(name: "甲厂", output: years), Firm(name: "乙厂", output: years.filter { $0.key != 2019 })]
        #expect(try LittlePark.finding("form: record, of: told", fill: roll(early)).verdict == .undecidable)
        #expect(try LittlePark.finding("form: share, of: told, in: output", fill: roll(part)).verdict == .undecidable)
        // Zero is proven by a roster that has reported in full.
        let silent = [Firm(name: "甲厂", output: zeros), Firm(name: "乙厂", output: zeros)]
        #expect(try LittlePark.finding("form: zero, of: told", fill: roll(silent)).verdict == .holds)
        #expect(try LittlePark.finding("form: zero, of: told", fill: roll([silent[0], Firm(name: "乙厂")])).verdict == .undecidable)
    }

    @Test("Full coverage takes its denominator from the list")
    func coverage() throws {
        let claim = "form: coverage, over: enterprise, has: duty is not empty"
        let all = try LittlePark.finding(claim, fill: fill([Firm(name: "甲厂", duty: "2022-02-01"), Firm(name: "乙厂", duty: "2022-03-01")]))
        #expect(all.verdict == .holds, "\(all.reason.zh)")
        #expect(all.values[.count] == Amount(2))
        let some = try LittlePark.finding(claim, fill: fill([Firm(name: "甲厂", duty: "2022-02-01"), Firm(name: "乙厂")]))
        #expect(some.verdict == .fails)
        #expect(some.names == ["乙厂"])
        #expect(try LittlePark.finding(claim).verdict == .undecidable)
        let grown = "form: coverage, over: 'enterprise where name in (\"甲厂\", \"乙厂\")', has: output.growth >= 10"
        #expect(
            try LittlePark.finding(
                grown, fill: fill([Firm(name: "甲厂", output: growing), Firm(name: "乙厂", output: growing), Firm(name: "丙厂", output: falling)])
            ).verdict == .holds)
        #expect(try LittlePark.finding(grown, fill: fill([Firm(name: "甲厂", output: growing), Firm(name: "乙厂", output: falling)])).verdict == .fails)
    }
}
