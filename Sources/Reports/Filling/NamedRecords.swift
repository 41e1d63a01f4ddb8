import Indicators
import Registers
import Storage

/// A record that a row of a form names: an enterprise, an industry, a chain.
struct NamedRecord: Hashable, Sendable {
    var register: Name
    var id: Int64
    var title: String
}

/// The records that rows of a form may name: those of every register that others refer to, and that a figure can be broken down by.
struct NamedRecords {
    private var byName: [String: Set<NamedRecord>] = [:]

    /// No register of more records is read for its names.
    private static let most = 5000
    /// The fields whose content names a record.
    private static let naming: Set<String> = ["name", "short", "title"]

    init(_ figures: Figures, asOf: Int64?, in reading: Reading) throws {
        let catalogue = figures.book.catalogue
        let targets = Set(catalogue.registers.flatMap { $0.activeFields.compactMap { $0.kind.target } })
        let records = Records(figures.book, figures.permission)
        for register in catalogue.registers where targets.contains(register.id) && figures.permission.sees(register) {
            try read(register, records, asOf, in: reading)
        }
    }

    /// The records of that name.
    func named(_ label: String) -> [NamedRecord] {
        let name = HeaderText.folded(LabelWords.unnumbered(label))
        return byName[name]?.sorted { ($0.register.text, $0.id) < ($1.register.text, $1.id) } ?? []
    }

    private mutating func read(_ register: Register, _ records: Records, _ asOf: Int64?, in reading: Reading) throws {
        let fields = register.activeFields.filter { field in
            (register.key.contains(field.id) || NamedRecords.naming.contains(field.id.text)) && field.kind.type == .text && field.kind.target == nil
        }
        guard !fields.isEmpty else { return }
        var query = Query(register, limit: Query.greatestLimit, asOf: asOf)
        var last: Int64 = 0
        repeat {
            query.start = .after(last)
            let page = try records.listing(query, in: reading)
            guard page.total <= NamedRecords.most else { return }
            for record in page.records {
                last = max(last, record.id)
                let named = NamedRecord(register: register.id, id: record.id, title: record.title)
                for name in fields.map({ record.text($0, .zh) }) + [record.title] where name.count >= 2 {
                    byName[HeaderText.folded(name), default: []].insert(named)
                }
            }
            if page.records.count < Query.greatestLimit { return }
        } while true
    }
}
