import Indicators
import Registers
import Storage

/// Whether a value is strictly above those of the years before: what the forms about records have in common.
struct Highest {
    var formula: Formula
    var years: ClosedRange<Int>
    /// Whether the first year may be without a value, as an increment over a year that the book doesn't have.
    var mayLackFirst = false

    func judge(_ bench: Bench) throws -> Judgement {
        let last = try bench.figure(formula, years.upperBound)
        let name = last.name
        guard years.lowerBound >= bench.since else {
            return Judgement(
                .undecidable, zh: "\(name.zh)：账簿自\(bench.since)年起，不足\(years.count)年，无从比较",
                en: "\(name.en): the book begins in \(bench.since), fewer than \(years.count) years to compare", on: [last])
        }
        guard let value = last.value.amount else {
            return Judgement(
                .undecidable, zh: "\(name.zh)：\(years.upperBound)年\(last.printed(.zh))",
                en: "\(name.en): \(last.printed(.en)) for \(years.upperBound)", on: [last])
        }
        var earlier: [(figure: Figure, value: Amount)] = []
        var without: [Int] = []
        for year in years.dropLast() {
            let figure = try bench.figure(formula, year)
            if let value = figure.value.amount {
                earlier.append((figure, value))
            } else if !(mayLackFirst && year == years.lowerBound) {
                without.append(year)
            }
        }
        let evidence = [last] + earlier.map(\.figure)
        // A tie is no record: strictly above.
        if let rival = earlier.max(by: { $0.value < $1.value }), rival.value >= value, last.status != .estimated {
            let sign = rival.value == value ? "=" : "<"
            return Judgement(
                .fails, zh: "\(name.zh)：\(last.said) \(sign) \(rival.figure.said)（\(rival.figure.period.year)年）",
                en: "\(name.en): \(last.said(.en)) \(sign) \(rival.figure.said(.en)) (\(rival.figure.period.year))", on: evidence)
        }
        guard without.isEmpty, let rival = earlier.max(by: { $0.value < $1.value }) else {
            let years = without.map(String.init)
            return Judgement(
                .undecidable, zh: years.isEmpty ? "\(name.zh)：以前年份没有可比的数" : "\(name.zh)：缺\(years.joined(separator: "、"))年的数",
                en: years.isEmpty ? "\(name.en): no earlier year to compare" : "\(name.en): nothing for \(years.joined(separator: ", "))",
                on: evidence)
        }
        if let doubt = Doubt.any(in: evidence) { return Judgement(.undecidable, zh: doubt.zh, en: doubt.en, on: evidence) }
        let first = min(rival.figure.period.year, earlier.first?.figure.period.year ?? rival.figure.period.year)
        let year = rival.figure.period.year
        // A flash figure may still be corrected, so the reason says on what the claim rests.
        let rest = last.status == .flash ? last.status.words : nil
        return Judgement(
            .holds,
            zh:
                "\(name.zh)：\(first)—\(years.upperBound)年\(evidence.count)个数中最大，\(last.said) > \(rival.figure.said)（\(year)年）\(rest.map { "，按\($0.zh)" } ?? "")",
            en:
                "\(name.en): the largest of \(evidence.count), \(first) to \(years.upperBound), \(last.said(.en)) > \(rival.figure.said(.en)) (\(year))\(rest.map { "; \($0.en.lowercased())" } ?? "")",
            on: evidence)
    }
}
