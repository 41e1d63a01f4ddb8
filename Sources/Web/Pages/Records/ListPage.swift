import Indicators
import Registers
import Storage

/// The records of a register: filtered, counted, summed, a page at a time. Its whole state stands in its address.
struct ListPage: Page {
    let register: Register
    let group: Words?
    /// Who reads the register, as declared.
    let readers: Words
    /// With the titles of the records that its filters name.
    let query: Query
    let listing: Listing
    /// How many records each year has under the other filters.
    let years: [(year: Int, count: Int)]
    /// What stood in the address and could not be taken.
    let ignored: [Words]
    let columns: [RecordCell.Column]
    /// The columns as the address has them; nil where it leaves them to the register.
    let chosen: [Name]?
    /// Each filter by itself, in words.
    let conditions: [(pair: (String, String), words: Words)]

    var room: Frame.Room { .group(register.group) }
    func title(_ visit: Visit) -> String { visit(register.name) }

    init(_ register: Register, _ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        self.register = register
        group = desk.catalogue.groups.first { $0.id == register.group }?.name
        readers = register.readers.words(desk.catalogue.roles)
        var asked = ListAddress(visit)
        asked.asOf = try desk.asOf(visit, reading)
        let (read, ignored) = asked.query(register, desk.catalogue, today: desk.today)
        self.ignored = ignored
        var query = read
        query.limit = 50
        query.facets = ListPage.facetFields(register, visit)
        let records = desk.records(visit)
        listing = try records.listing(query, in: reading)
        years = try ListPage.years(query, records, desk, reading)
        query.filters = try query.filters.named(desk.catalogue, asOf: query.asOf, in: reading)
        self.query = query
        chosen = asked.columns.isEmpty ? nil : asked.columns
        let wanted = RecordCell.columns(chosen ?? register.list, of: register, visit)
        columns = wanted.isEmpty ? RecordCell.columns(register.list, of: register, visit) : wanted
        conditions = try query.filters.pairs.compactMap { pair in
            guard let one = try? Filters.read([pair], register, desk.catalogue, today: desk.today) else { return nil }
            let named = try one.named(desk.catalogue, asOf: query.asOf, in: reading)
            return (pair, Words(zh: named.sentence(.zh), en: named.sentence(.en)))
        }
    }

    /// The state, choices, yes-or-no fields and references, at most seven of them.
    private static func facetFields(_ register: Register, _ visit: Visit) -> [Name] {
        var fields: [Name] = register.states.isEmpty ? [] : [Register.stateColumn]
        for field in register.activeFields where visit.permission.sees(field) && (field.kind is ChoiceField || field.kind is YesNoField) {
            fields.append(field.id)
        }
        for field in register.activeFields where visit.permission.sees(field) && field.kind.target != nil { fields.append(field.id) }
        return Array(fields.prefix(7))
    }

    private static func years(_ query: Query, _ records: Records, _ desk: Desk, _ reading: Reading) throws -> [(year: Int, count: Int)] {
        guard let time = query.register.time else { return [] }
        var found: [(year: Int, count: Int)] = []
        for year in stride(from: desk.today.year + 1, through: desk.catalogue.site.since, by: -1) {
            let pairs = query.filters.without(time).pairs + [("\(time.text).in_period", String(year))]
            guard let filters = try? Filters.read(pairs, query.register, desk.catalogue, today: desk.today) else { continue }
            var count = query
            count.filters = filters
            (count.limit, count.facets, count.start) = (0, [], .offset(0))
            let total = try records.listing(count, in: reading).total
            if total > 0 { found.append((year, total)) }
        }
        return found
    }
}
