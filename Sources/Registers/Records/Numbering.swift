import Storage

/// Gives the codes that the book numbers itself: the highest of the year and one more, in the same transaction.
///
/// Voided records keep their numbers, so no number is ever given twice.
struct Numbering: Sendable {
    private struct Series: Hashable {
        let slot: Int
        let year: Int
    }

    private var last: [Series: Int64] = [:]

    /// Fills the numbered codes of a new row that have none yet. `year` is that of the record's time, or else of the change.
    mutating func fill(_ draft: inout RecordDraft, day: Day, in reading: Reading) throws {
        for (index, slot) in draft.layout.slots.enumerated() {
            guard let code = slot.field.kind as? CodeField, case .pattern(let pattern) = code.scheme, !slot.field.isRetired,
                draft.row[slot.position].isNull, !draft.failed.contains(index)
            else { continue }
            let year = Numbering.year(draft, day)
            let series = Series(slot: index, year: year)
            let prefix = pattern.prefix(year: year)
            let highest = try last[series] ?? Numbering.highest(prefix, slot.field.column, draft.layout.table, in: reading)
            guard highest < 999_999_999_999 else {
                draft.fail(index, Fault(zh: "编号已用完，请改编号格式。", en: "The numbers are used up; change the pattern."))
                continue
            }
            last[series] = highest + 1
            draft.row[slot.position] = .text(pattern.code(highest + 1, year: year))
        }
    }

    private static func year(_ draft: RecordDraft, _ day: Day) -> Int {
        let register = draft.layout.register
        guard let time = register.time, let slot = draft.layout.slot(time), let number = draft.row[slot.dayPosition].integer else { return day.year }
        return Int(number / 10_000)
    }

    private static func highest(_ prefix: String, _ column: Name, _ table: VersionedTable, in reading: Reading) throws -> Int64 {
        var highest: Int64 = 0
        let length = prefix.unicodeScalars.count
        let condition: SQL = length == 0 ? "\(column) IS NOT NULL" : "substr(\(column), 1, \(length)) = \(prefix)"
        try reading.forEach("SELECT \(column) FROM \(table.current) WHERE \(condition)") { row in
            guard let text = row.text(at: 0), let number = Int64(text.dropFirst(prefix.count)), number > highest else { return }
            highest = number
        }
        return highest
    }
}
