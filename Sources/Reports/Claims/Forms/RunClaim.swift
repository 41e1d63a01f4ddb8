import Indicators
import Registers
import Storage

/// 连续n年: a condition on figures, or a record of a kind, in each of the years up to this one. A gap breaks the run.
struct RunClaim: ClaimForm {
    static let name = "run"
    static let keys = ["of", "records", "at", "years"]

    let condition: Formula?
    let records: RecordSet?
    /// The field that says which year a record belongs to.
    let time: Name?
    let years: Int

    init?(_ reader: inout ClaimReader) {
        let condition = reader.formula("of", isNeeded: false)
        let records = reader.records("records", isNeeded: false)
        guard let years = reader.count("years", 1...50, standing: 2) else { return nil }
        time = records.flatMap { reader.time(of: $0.register) }
        guard (condition == nil) != (records == nil) else {
            if reader.entry["of"] == nil && reader.entry["records"] == nil { reader.missing("of") }
            if condition != nil { reader.wrong("records", zh: "“of”和“records”只写一个。", en: "Write “of” or “records”, not both.") }
            return nil
        }
        if records != nil, time == nil {
            reader.wrong("records", zh: "这个台账没有时间字段，请写“at”。", en: "This register has no field of time; write “at”.")
            return nil
        }
        self.condition = condition
        self.records = records
        self.years = years
    }

    func judge(_ bench: Bench) throws -> Judgement {
        var count = 0
        var evidence: [Evidence] = []
        var titles: [String] = []
        var open: Int?
        var year = bench.year
        loop: while year >= bench.since {
            let isTrue: Bool?
            if let condition {
                let figure = try bench.figure(condition, year)
                evidence += try ConditionWords.figures(condition, bench, year).map { Evidence($0) }
                isTrue = figure.status == .estimated ? nil : figure.value.truth
            } else {
                let found = try held(in: year, bench)
                titles += found.prefix(1).map(\.title)
                evidence += found.map { Evidence($0, bench.period(year)) }
                isTrue = !found.isEmpty
            }
            switch isTrue {
            case true?: count += 1
            case false?: break loop
            case nil:
                open = year
                break loop
            }
            year -= 1
        }
        // Before the book's first year nobody can tell.
        if year < bench.since { open = year }
        let first = bench.year - count + 1
        let said = try words(bench, years: max(count, 1))
        var judgement: Judgement
        if count >= years {
            judgement = Judgement(
                .holds, zh: "\(first)—\(bench.year)年连续\(count)年\(said.zh)\(open == nil ? "" : "，更早无从核实")",
                en: "\(count) years running from \(first) to \(bench.year)\(said.en)\(open == nil ? "" : "; before that undecidable")")
        } else if let open {
            judgement = Judgement(
                .undecidable, zh: "只核实到\(count)年，\(open)年无从核实\(said.zh)", en: "\(count) year(s) found; \(open) can't be decided\(said.en)")
        } else {
            judgement = Judgement(
                .fails, zh: "\(count == 0 ? "\(bench.year)年不满足" : "只有\(count)年")，不足\(years)年\(said.zh)",
                en: "\(count) year(s) only, fewer than \(years)\(said.en)")
        }
        judgement.evidence = evidence
        judgement.register = records?.register
        judgement.names = titles
        judgement.values[.count] = Amount(Int64(count))
        judgement.values[.years] = Amount(Int64(count))
        return judgement
    }

    /// The records of a year.
    private func held(in year: Int, _ bench: Bench) throws -> [Member] {
        guard let records, let time else { return [] }
        let period = bench.period(year)
        let place = records.filter?.place ?? Place(file: "", line: 1, column: 1)
        let field = Formula(.path([time.text]), place)
        var filter = Formula(
            .pair(
                .and, Formula(.pair(.atLeast, field, Formula(.day(period.start), place)), place),
                Formula(.pair(.atMost, field, Formula(.day(period.end), place)), place)), place)
        if let condition = records.filter { filter = Formula(.pair(.and, condition, filter), place) }
        return try bench.members(Formula(.truth(true), place), of: RecordSet(register: records.register, filter: filter))
    }

    private func words(_ bench: Bench, years: Int) throws -> Words {
        guard let condition else { return Words(zh: "", en: "") }
        let parts = try (0..<min(years, 5)).map { back in
            let words = try ConditionWords.words(condition, bench, bench.year - back)
            return Words(zh: "\(bench.year - back)年\(words.zh)", en: "\(bench.year - back): \(words.en)")
        }
        return Words(zh: "：" + parts.map(\.zh).joined(separator: "；"), en: ": " + parts.map(\.en).joined(separator: "; "))
    }
}
