import Indicators
import Registers
import Storage

/// A condition asked of each record on a list, with the number that each was judged by.
struct MemberEvidence {
    /// Those that meet it, those that don't, and those of whom it can't be told, by title.
    private(set) var meeting: [String] = []
    private(set) var failing: [String] = []
    private(set) var unknown: [String] = []
    /// One for each, the failing first; as many as a reader may want.
    private(set) var evidence: [Evidence] = []
    private var numbers: [String: String] = [:]

    /// How many there are on the list.
    var count: Int { meeting.count + failing.count + unknown.count }

    init(_ condition: Formula, of set: RecordSet, _ bench: Bench) throws {
        let members = try bench.members(condition, of: set)
        // Of a comparison of figures the left side is worth showing: 金属制品 -3.2%.
        var values: [Int64: FigureValue] = [:]
        var places = 0
        if case .pair(let operation, let left, _) = condition.kind, operation.isComparison, bench.figures.check(left).isEmpty {
            places = try bench.figure(left).places
            for member in try bench.members(left, of: set) { values[member.id] = member.value }
        }
        for member in members {
            switch member.value.truth {
            case true?: meeting.append(member.title)
            case false?: failing.append(member.title)
            case nil: unknown.append(member.title)
            }
            if let value = values[member.id]?.amount { numbers[member.title] = AmountText.rounded(value, places: places) }
        }
        meeting.sort()
        failing.sort()
        unknown.sort()
        let text = bench.text(condition)
        let ordered = members.sorted { ($0.value.truth == true ? 1 : 0, $0.title) < ($1.value.truth == true ? 1 : 0, $1.title) }
        evidence = ordered.prefix(100).map { member in
            let truth = member.value.truth.map { $0 ? "是" : "否" } ?? "无法核实"
            return Evidence(
                indicator: text, name: Words(zh: member.title, en: member.title), period: bench.period,
                printed: numbers[member.title].map { "\(truth)（\($0)）" } ?? truth, status: .counted, rows: member.rows)
        }
    }

    /// Titles with their numbers: 金属制品（-3.2）、牛奶（-1.0）.
    func list(_ titles: [String]) -> String {
        let shown = titles.prefix(12).map { title in numbers[title].map { "\(title)（\($0)）" } ?? title }.joined(separator: "、")
        return titles.count > 12 ? "\(shown)等\(titles.count)个" : shown
    }

    /// The same in English.
    func englishList(_ titles: [String]) -> String {
        let shown = titles.prefix(12).map { title in numbers[title].map { "\(title) (\($0))" } ?? title }.joined(separator: ", ")
        return titles.count > 12 ? "\(shown) and \(titles.count - 12) more" : shown
    }
}
