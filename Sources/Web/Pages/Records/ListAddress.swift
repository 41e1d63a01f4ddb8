import Registers
import Storage

/// The address of a list: what of it is the register's query, and what is the page's own.
struct ListAddress {
    /// Everything that may be a filter, a search, a sort or a page.
    var pairs: [(String, String)]
    /// The columns that were chosen; empty for the register's own.
    var columns: [Name]
    var asOf: Int64?

    /// The keys that are the page's own; `asof` is written as everywhere on the site.
    private static let own: Set<String> = ["columns", "asof", "as_of", "limit", "facet", "format"]

    init(_ visit: Visit) {
        pairs = visit.query.filter { !ListAddress.own.contains($0.name) }.map { ($0.name, $0.value) }
        columns = visit.query.filter { $0.name == "columns" }.flatMap { $0.value.split(separator: ",") }.prefix(40).compactMap { Name(String($0)) }
    }

    /// The query, with what could not be taken and was left out.
    func query(_ register: Register, _ catalogue: Catalogue, today: Day) -> (Query, ignored: [Words]) {
        let given = pairs.filter { !$0.1.isEmpty || $0.0.hasSuffix(".empty") || $0.0.hasSuffix(".filled") }
        if var query = try? Query.read(given, register, catalogue, today: today) {
            query.asOf = asOf
            return (query, [])
        }
        var taken: [(String, String)] = []
        var ignored: [Words] = []
        for pair in given {
            do throws(Invalid) {
                _ = try Query.read([pair], register, catalogue, today: today)
                taken.append(pair)
            } catch {
                ignored += error.items.map { item in Words(zh: item.text(.zh), en: item.text(.en)) }
            }
        }
        var query = (try? Query.read(taken, register, catalogue, today: today)) ?? Query(register)
        query.asOf = asOf
        return (query, ignored)
    }

    /// The query as it was asked for, or everything that is wrong with it: for exports, which must hold exactly what was asked.
    func strictQuery(_ register: Register, _ catalogue: Catalogue, today: Day) throws(Invalid) -> Query {
        var query = try Query.read(pairs.filter { $0.0 != "page" && !$0.1.isEmpty }, register, catalogue, today: today)
        query.asOf = asOf
        return query
    }

    /// The pairs of a query as this page writes them.
    static func pairs(_ query: Query, columns: [Name]?) -> [(String, String)] {
        var query = query
        query.facets = []
        query.limit = 50
        var pairs = query.pairs.map { $0.0 == "as_of" ? ("asof", $0.1) : $0 }
        if let columns { pairs.append(("columns", columns.map(\.text).joined(separator: ","))) }
        return pairs
    }
}
