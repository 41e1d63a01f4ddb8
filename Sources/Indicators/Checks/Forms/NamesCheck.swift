import Registers
import Storage

/// `indicators: register.field where condition`: a text that should name an indicator, and names none that is declared.
struct NamesCheck: CheckForm {
    static let key = "indicators"
    static let keys: [String] = []

    let set: CheckedSet
    let field: FieldPath
    private let known: Set<String>
    var asked: String { self.set.text }

    init?(_ reader: inout CheckReader) {
        guard let (set, field) = reader.field(NamesCheck.key, { $0 == .text }, zh: "这里要写文字字段。", en: "A field of text is needed here.") else {
            return nil
        }
        self.set = set
        self.field = field
        known = Set(reader.figures.indicators.indicators.map(\.id.text))
    }

    func look(_ bench: CheckBench) throws -> CheckOutcome {
        let column = bench.terms().column(field)
        let conditions = try bench.conditions(set) + ["\(column) IS NOT NULL"]
        var offences: [Offence] = []
        try bench.reading.forEach(
            "SELECT t.id, t.\(Register.titleColumn), \(column) FROM \(bench.source(set.register.id)) AS t WHERE \(conditions, joined: " AND ") ORDER BY t.id"
        ) { row in
            guard let id = row.integer(at: 0), let text = row.text(at: 2), !known.contains(text) else { return }
            let near = Suggestion.nearest(to: text, among: known.sorted())
            offences.append(
                Offence(
                    row.text(at: 1) ?? "#\(id)", record: RecordNumber(register: set.register.id, id: id),
                    note: Words(
                        zh: "没有指标“\(text.prefix(60))”\(near.map { "，是不是“\($0)”" } ?? "")",
                        en: "no indicator “\(text.prefix(60))”\(near.map { "; did you mean “\($0)”" } ?? "")")))
        }
        return CheckOutcome(offences, bench)
    }
}
