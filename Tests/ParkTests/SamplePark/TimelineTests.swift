import Foundation
import Registers
import SamplePark
import Storage
import Testing

@Suite struct TimelineTests {
    static let samples = SampleBook.root.appendingPathComponent("Samples")

    @Test("The same content and seed give the same events, another seed others, in the same years' results")
    func seeded() throws {
        let (first, second, other) = try (
            Timeline(samples: Self.samples, calendar: Self.calendar()), Timeline(samples: Self.samples, calendar: Self.calendar()),
            Timeline(samples: Self.samples, calendar: Self.calendar(), seed: 7)
        )
        #expect(Self.cells(first) == Self.cells(second))
        #expect(Self.cells(first) != Self.cells(other))
        #expect(Self.year(first, 12) == Self.year(other, 12))
        #expect(Self.year(first, 6) != Self.year(other, 6))
    }

    @Test("Events stand in the order of their moments, from the book's first day to the end of January 2023")
    func ordered() throws {
        let events = try Timeline(samples: Self.samples, calendar: Self.calendar()).events
        for (earlier, later) in zip(events, events.dropFirst()) { #expect(earlier.at <= later.at) }
        #expect(events.allSatisfy { $0.at > Timeline.begins })
        #expect(
            events.last?.at.day(offset: 28_800) == Day(2023, 1, 31)
                || (events.last?.at.day(offset: 28_800)).map { $0 < Day(2023, 1, 31) ?? .first } == true)
    }

    @Test("Finance has no January, and the months of a year don't add up to its cumulative everywhere")
    func months() throws {
        let events = try Timeline(samples: Self.samples, calendar: Self.calendar()).events
        let finance = Self.rows(events, "finance")
        #expect(!finance.isEmpty)
        #expect(finance.allSatisfy { !($0["month"] ?? "").hasSuffix("-01") })
        var sums: [String: Int128] = [:]
        var years: [String: Int128] = [:]
        for row in Self.rows(events, "sales") {
            guard let month = row["month"], let enterprise = row["enterprise"] else { continue }
            let year = enterprise + month.prefix(4)
            sums[year, default: 0] += Exact.units(row["output"])
            years[year] = max(years[year] ?? 0, Exact.units(row["output_to_date"]))
        }
        let differing = sums.filter { years[$0.key] != $0.value }
        #expect(differing.count > 20)
        #expect(differing.count < sums.count)
    }

    private static func calendar() throws -> WorkCalendar { try SampleBook.shared().book.catalogue.calendar }

    private static func rows(_ events: [TimelineEvent], _ register: Name) -> [[String: String]] {
        events.filter { $0.register == register }.flatMap { event in
            guard case .add(let table) = event.act else { return [[String: String]]() }
            return table.rows.map { Dictionary(zip(table.columns.map(\.text), $0)) { first, _ in first } }
        }
    }

    /// Output of all firms to a month of 2022.
    private static func year(_ timeline: Timeline, _ month: Int) -> Int128 {
        let text = "2022-\(month < 10 ? "0" : "")\(month)"
        return rows(timeline.events, "sales").filter { $0["month"] == text }.reduce(0) { $0 + Exact.units($1["output_to_date"]) }
    }

    private static func cells(_ timeline: Timeline) -> [String] {
        timeline.events.map { event in
            guard case .add(let table) = event.act else { return "\(event.at.milliseconds) \(event.register.text)" }
            return "\(event.at.milliseconds) \(event.register.text) \(table.rows.map { $0.joined(separator: ",") }.joined(separator: ";"))"
        }
    }
}
