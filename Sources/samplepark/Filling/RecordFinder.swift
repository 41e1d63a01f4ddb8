import Registers
import Storage

/// Finds the records that the story names by their keys, and remembers those that others refer to.
struct RecordFinder {
    let catalogue: Catalogue
    private var known: [Name: [String: Int64]] = [:]

    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// The number of the record with that key. Throws `Refused` where there is none.
    mutating func id(_ register: Register, _ key: [Name: String], in reading: Reading) throws -> Int64 {
        var conditions: [SQL] = ["\(Register.voidColumn) = 0"]
        for (name, text) in key.sorted(by: { $0.key.text < $1.key.text }) {
            guard let field = register.field(name) else { continue }
            let value: Value
            if let target = field.kind.target {
                value = .integer(try reference(target, text, in: reading))
            } else {
                value = try field.kind.read(.text(text), InputContext())
            }
            conditions.append("\(field.column) = \(value)")
        }
        let found = try reading.value("SELECT id FROM \(Register.tableName(register.id)) WHERE \(conditions, joined: " AND ")").integer
        guard let found else { throw missing(register, key.values.sorted().joined(separator: " ")) }
        return found
    }

    private mutating func reference(_ target: Name, _ text: String, in reading: Reading) throws -> Int64 {
        if let id = known[target]?[text] { return id }
        guard let register = catalogue.register(target) else {
            throw Refused(zh: "没有台账“\(target.text)”。", en: "There is no register “\(target.text)”.")
        }
        var names: [SQL] = ["\(Register.titleColumn) = \(text)"]
        if register.key.count == 1, let field = register.key.first.flatMap({ register.field($0) }) { names.append("\(field.column) = \(text)") }
        let id = try reading.value(
            "SELECT id FROM \(Register.tableName(target)) WHERE \(Register.voidColumn) = 0 AND (\(names, joined: " OR "))"
        ).integer
        guard let id else { throw missing(register, text) }
        known[target, default: [:]][text] = id
        return id
    }

    private func missing(_ register: Register, _ text: String) -> Refused {
        Refused(zh: "“\(register.name.zh)”里没有“\(text)”。", en: "“\(register.name.en)” has no “\(text)”.")
    }
}
