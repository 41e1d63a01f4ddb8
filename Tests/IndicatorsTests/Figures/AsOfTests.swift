import Indicators
import Registers
import Storage
import Testing

@Suite("Figures as they were known")
struct AsOfTests {
    @Test("a figure as of a change is what it was then: values, states, joined registers, names and who was missing")
    func asOf() throws {
        let park = try Park(FigureMemoryTests.indicators)
        let (one, other) = (try park.firm("甲厂"), try park.firm("乙厂"))
        try park.add("qualification", ["enterprise": .integer(one), "kind": "above_scale", "approved": 20_190_101, "title": "q"])
        let form = try park.sales(one, 202_212, 9_000, state: "filed")
        try park.tax(one, 2022_05_05, 600)
        let payment = try park.tax(other, 2022_05_05, 700)
        let then = try park.book.store.read { try $0.lastChange().number }
        let asked = ["output", "large.names", "at_band.names", "core_tax", "rate", "output.growth", "firms"]
        let before = try asked.map { try park.evaluate($0, "2022") }

        try park.change("sales", form, ["output_to_date": 2_000_000, "state": "locked"])
        try park.change("enterprise", other, ["zone": "east", "title": "新乙厂", "name": "新乙厂"])
        try park.change("enterprise", one, ["moved_in": 2023_01_01])
        try park.void("tax_payment", payment)
        try park.add("qualification", ["enterprise": .integer(other), "kind": "above_scale", "approved": 20_190_101, "title": "q"])

        let after = try asked.map { try park.evaluate($0, "2022") }
        #expect(zip(before, after).allSatisfy { $0 != $1 })
        let again = try asked.map { text in
            var figure = try park.evaluate(text, "2022", asOf: then)
            #expect(figure.asOf == then)
            figure.asOf = nil
            return figure
        }
        #expect(again == before)
        #expect(before[0].status == .flash && after[0].printed() == "20000.00")
        #expect(before[1].printed() == "" && after[1].printed() == "甲厂")
        #expect(before[2].printed() == "乙厂、甲厂" && after[2].printed() == "甲厂")
        #expect(before[3].printed() == "1300.00" && after[3].printed() == "600.00")
        #expect(after[0].missing == ["新乙厂"])
    }

    @Test("as of the beginning there was nothing")
    func beginning() throws {
        let park = try Park(FigureMemoryTests.indicators)
        let start = try park.book.store.read { try $0.lastChange().number }
        try park.tax(try park.firm("甲厂"), 2022_05_05, 600)
        #expect(try park.figure("tax", "2022", asOf: start).value == .nothing)
        #expect(try park.figure("at_band", "2022", asOf: start).value == .amount(.zero))
        #expect(try park.figure("tax", "2022", asOf: 0).value == .nothing)
        #expect(try park.figure("tax", "2022", asOf: 1_000_000).printed() == "0.06")
    }
}
