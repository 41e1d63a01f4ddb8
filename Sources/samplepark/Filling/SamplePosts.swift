public import Registers
import Storage

/// The posts of the sample park, one for each role, so that whoever tries the book out can be any of them.
public enum SamplePosts {
    /// Accounts for the roles that are declared, in their order. A role that is held for some records gets the first in use of its register;
    /// the head of an office the service office, where there is one.
    public static func posts(_ book: Book) throws -> [Account] {
        try book.store.read { (reading: Reading) throws in
            try book.catalogue.roles.compactMap { role in
                var own: [Name: Set<Int64>] = [:]
                var title = role.name.zh
                if let of = role.of {
                    guard let record = try record(of, book, reading) else { return nil }
                    own = [of: [record.id]]
                    title += "（\(record.title)）"
                }
                return Account(id: 0, name: role.officer?.rawValue ?? role.id.text, title: title, roles: [role.id.text], own: own)
            }
        }
    }

    private static func record(_ name: Name, _ book: Book, _ reading: Reading) throws -> Record? {
        guard let register = book.catalogue.register(name) else { return nil }
        let records = Records(book, .console)
        func found(_ pairs: [(String, String)], sort: [(field: Name, descending: Bool)] = []) throws -> Record? {
            let filters = try Filters.read(pairs, register, book.catalogue)
            return try records.listing(Query(register, filters: filters, sort: sort, limit: 1), in: reading).records.first
        }
        switch name {
        case "org_unit": return try found([("name", "企业服务部")]) ?? found([("kind", "inner")])
        case "grid": return try found([("code", "grid_1")], sort: [("since_day", true)])
        default: return try found([])
        }
    }
}
