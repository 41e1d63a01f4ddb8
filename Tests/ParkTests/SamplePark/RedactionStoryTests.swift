import Indicators
import Registers
import Storage
import Testing

@testable import Reports

@Suite("The redacted annual report of the sample park")
struct RedactionStoryTests {
    private func redacted(_ park: OpenPark, _ figures: [String], _ names: [String] = []) throws -> Redaction.Prepared {
        let period = try #require(Period(year: 2022))
        var release = Release("annual", period, by: "主要领导")
        release.acceptsUnconfirmed = true
        release.reason = "试验"
        let day = try #require(Day(2023, 2, 1))
        let edition = try release.run(park.drafts, at: try #require(Moment(day, hour: 9, offset: 28_800))).edition
        var redaction = Redaction(edition)
        redaction.figures = figures
        redaction.names = names
        return try park.book.store.read { try redaction.prepared(park.drafts.figures, in: $0) }
    }

    /// The rate of value added of the year before gives that year's output, and its growth this year's.
    @Test("To hide the output hides its increment, its growth and what is estimated from it, and no more than that")
    func output() throws {
        let park = try SampleBook.own()
        let made = try redacted(park, ["gross_output"])
        let hidden = made.masks.map(\.name)
        #expect(hidden.contains("gross_output@2022") && hidden.contains("gross_output.increment@2022"))
        #expect(hidden.contains { $0.hasPrefix("value_added_expected") } && hidden.contains("gross_output.growth@2022"))
        #expect(hidden.count <= 10, "\(hidden)")
        // Whatever the text printed of it is gone, from the first line to the last chart.
        let report = try park.drafts.report("annual", year: 2022)
        for slot in ["#37", "#39", "#44"] {
            let printed = try #require(report.figure(slot)?.printed)
            #expect(report.plainText.contains(printed) && !made.report.plainText.contains(printed + "亿元"), "\(slot) \(printed)")
        }
    }

    @Test("To hide the investment leaves its growth, whose year before isn't printed, and hides next year's goal, which with its rate would give it")
    func investment() throws {
        let park = try SampleBook.own()
        let made = try redacted(park, ["#84"])
        #expect(made.masks.flatMap(\.ids).sorted() == ["#190", "#84"], "\(made.masks)")
        let growth = try #require(try park.drafts.report("annual", year: 2022).figure("#85")?.printed)
        #expect(made.report.plainText.contains("\(growth)%"))
    }

    @Test("No enterprise and no project is named, each has one mask, and the rest of the text stays as it was")
    func names() throws {
        let park = try SampleBook.own()
        let made = try redacted(park, [], ["enterprise", "project"])
        let plain = made.report.plainText
        #expect(made.masks.isEmpty && made.names.count > 20 && Set(made.names.map(\.mask)).count == made.names.count)
        for register in ["enterprise", "project"] {
            let titles = try park.book.store.read { reading in
                try reading.rows("SELECT title FROM \(Register.tableName(Name(register) ?? "enterprise")) WHERE void = 0").compactMap {
                    $0.text(at: 0)
                }
            }
            for title in titles { #expect(!plain.contains(title), "\(title)") }
        }
        var back = plain
        for name in made.names.sorted(by: { $0.mask.count > $1.mask.count }) { back = back.replacing(name.mask, with: "") }
        #expect(back.count > plain.count / 2)
    }
}
