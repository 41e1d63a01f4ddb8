import ArgumentParser
import Foundation
import Indicators
import Registers
import Reports
import Storage

/// Holds the bulletins of a year against the year.
struct ReconcileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile", abstract: "通报核对：周、月之和与全年，以及通报印出后又减少的数。Bulletins held against the year.")

    @OptionGroup var argument: SiteArgument
    @Option(help: "年度。The year.") var year: Int

    func validate() throws {
        if !(1949...2200).contains(year) { throw ValidationError("年度应在 1949 到 2200 之间。The year is from 1949 to 2200.") }
    }

    func run() throws {
        let declared = try Declared.book(in: argument.folder, readOnly: true)
        let found = try declared.book.store.read { try Drafts(declared.figures, declared.reports).reconciliation(year: year, in: $0) }
        Terminal.say(zh: "一、各段之和与\(year)年", en: "1. The parts against \(year)")
        for sum in found.sums { tell(sum) }
        Terminal.say(zh: "二、通报印出后变动的数（核对 \(found.bulletins) 期）", en: "2. What changed since it was printed (\(found.bulletins) bulletins)")
        if found.departures.isEmpty { Terminal.say(zh: "  没有减少，也没有作废或移出的记录。", en: "  Nothing went down, and no record was voided or left.") }
        for departure in found.departures { tell(departure) }
    }

    private func tell(_ sum: PartsSum) {
        func text(_ amount: Amount?) -> String { amount.map { AmountText.rounded($0, places: sum.places) } ?? "—" }
        Terminal.say(
            zh: "  \(sum.name.zh)  全年 \(text(sum.year))，各月之和 \(text(sum.months))，各周之和 \(text(sum.weeks)) \(sum.unit ?? "")  \(sum.verdict.words.zh)",
            en:
                "  \(sum.name.en)  year \(text(sum.year)), months \(text(sum.months)), weeks \(text(sum.weeks)) \(sum.unit ?? "")  \(sum.verdict.words.en)"
        )
        for week in sum.straddling {
            let parts = week.parts.map { "\($0.period.words(Terminal.language)) \(text($0.amount))" }.joined(separator: " + ")
            print("    \(week.week.words(Terminal.language)) \(text(week.whole)) = \(parts)")
        }
    }

    private func tell(_ departure: Departure) {
        func text(_ value: FigureValue) -> String { value.amount.map { AmountText.rounded($0, places: departure.places) } ?? "—" }
        Terminal.say(
            zh:
                "  \(departure.title) \(departure.period.words.zh)  \(departure.name.zh)：当时 \(text(departure.then))（第 \(departure.asOf.number) 号变更所知\(departure.isReleased ? "，已签发" : "")），现在 \(text(departure.now))",
            en:
                "  \(departure.title) \(departure.period.words.en)  \(departure.name.en): \(text(departure.then)) then (change \(departure.asOf.number)\(departure.isReleased ? ", released" : "")), \(text(departure.now)) now"
        )
        for record in departure.records.prefix(10) {
            let change = record.change.map { "\($0.day.iso) \($0.subject)：\($0.reason)" } ?? ""
            let sentences = record.sentences.map { $0(Terminal.language) }.joined(separator: "；")
            print("    \(record.title)  \(record.fate.words(Terminal.language))  \(change)\(sentences.isEmpty ? "" : "（\(sentences)）")")
        }
        if departure.records.count > 10 {
            Terminal.say(zh: "    另有 \(departure.records.count - 10) 条。", en: "    and \(departure.records.count - 10) more.")
        }
    }
}
