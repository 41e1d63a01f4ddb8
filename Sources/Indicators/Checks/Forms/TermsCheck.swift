import Registers
import Storage

/// `terms: yes`, or `terms: [register, …]`: wrong terms in the texts of records. What is quoted is only pointed at, never changed.
struct TermsCheck: CheckForm {
    static let key = "terms"
    static let keys: [String] = []

    private let registers: [Register]
    private let terms: WrongTerms
    let asked: String

    init?(_ reader: inout CheckReader) {
        terms = reader.terms
        if reader.entry[TermsCheck.key]?.scalar == "yes" {
            registers = reader.catalogue.registers
            asked = "yes"
            return
        }
        let written = reader.texts(TermsCheck.key)
        let found = written.compactMap { text, place in
            reader.caught { reader throws(Diagnostic) -> Register? in try MeasureReader.register(text, reader.catalogue, place) }
        }
        guard !written.isEmpty, found.count == written.count else { return nil }
        registers = found
        asked = written.map(\.text).joined(separator: ", ")
    }

    func look(_ bench: CheckBench) throws -> CheckOutcome {
        var offences: [Offence] = []
        for register in registers where bench.figures.permission.sees(register) { offences += try look(register, bench) }
        return CheckOutcome(offences, bench)
    }

    private func look(_ register: Register, _ bench: CheckBench) throws -> [Offence] {
        let fields = register.activeFields.filter { ($0.kind is TextField || $0.kind is NoteField) && bench.figures.permission.sees($0) }
        guard !fields.isEmpty, !terms.all.isEmpty else { return [] }
        let columns = fields.map { SQL("t.\($0.column)") }
        let matches = columns.map { column in terms.all.map { bench.reading.dialect.contains(column, $0.wrong) } }.joined()
        let set = CheckedSet(register: register, condition: nil, asksState: false, text: "")
        let conditions = try bench.conditions(set) + ["(\(Array(matches), joined: " OR "))"]
        var offences: [Offence] = []
        try bench.reading.forEach(
            """
            SELECT t.id, t.\(Register.titleColumn), \(columns, joined: ", ") FROM \(bench.source(register.id)) AS t \
            WHERE \(conditions, joined: " AND ") ORDER BY t.id
            """
        ) { row in
            guard let id = row.integer(at: 0) else { return }
            for (index, field) in fields.enumerated() {
                for hit in terms.hits(in: row.text(at: index + 2) ?? "") {
                    offences.append(
                        Offence(
                            row.text(at: 1) ?? "#\(id)", record: RecordNumber(register: register.id, id: id),
                            note: Words(
                                zh: "\(field.name.zh)：“\(hit.term.wrong)”应为“\(hit.term.right)”",
                                en: "\(field.name.en): “\(hit.term.wrong)” should be “\(hit.term.right)”")))
                }
            }
        }
        return offences
    }
}
