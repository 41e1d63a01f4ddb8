import Registers
import Storage

/// The titles of records, as they were known at a change.
struct Titles {
    let reading: Reading
    let register: Register
    let asOf: Int64?

    /// By number; a record without a title is told by its number.
    func of(_ ids: [Int64]) throws -> [Int64: String] {
        var titles: [Int64: String] = [:]
        for start in stride(from: 0, to: ids.count, by: 400) {
            let some = ids[start..<min(start + 400, ids.count)].map { SQL("\($0)") }
            try reading.forEach(
                "SELECT t.id, t.\(Register.titleColumn) FROM \(register.table.source(asOf: asOf)) AS t WHERE t.id IN (\(some, joined: ", "))"
            ) { row in
                guard let id = row.integer(at: 0) else { return }
                titles[id] = row.text(at: 1) ?? "#\(id)"
            }
        }
        return titles
    }
}
