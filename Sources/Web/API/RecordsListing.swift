import Registers
import Storage

/// A page of records for programs, asked for by the filters that the list's own address has.
struct RecordsListing {
    let register: Register
    let visit: Visit
    let desk: Desk

    func json(_ reading: Reading) throws -> JSON {
        let query = try query(reading)
        let listing = try desk.records(visit).listing(query, in: reading)
        let records = RecordJSON(register: register, offset: desk.catalogue.site.offset)
        return .of([
            ("total", .whole(listing.total)), ("records", .array(listing.records.map(records.value))),
            ("facets", .array(listing.facets.map(facet))), ("next", next(query, listing)),
        ])
    }

    /// Strictly what was asked: a program that mistypes a filter is told, and not given everything.
    private func query(_ reading: Reading) throws -> Query {
        var pairs = visit.query.map { ($0.name, $0.value) }
        let after = pairs.first { $0.0 == "after" }?.1
        pairs.removeAll { ["after", "asof", "as_of"].contains($0.0) }
        var query = try Query.read(pairs, register, desk.catalogue, today: desk.today)
        query.asOf = try desk.asOf(visit, reading)
        guard let after else { return query }
        guard let id = Int64(after), id >= 0, query.sort.isEmpty else {
            throw Problem.invalid([
                Words(zh: "after 要写上一页最后一条的编号，且不能与 sort 同用。", en: "`after` is the number of the last record before, without `sort`.")
            ])
        }
        query.start = .after(id)
        return query
    }

    private func facet(_ facet: Facet) -> JSON {
        .of([
            ("field", .string(facet.field.text)),
            (
                "entries",
                .array(
                    facet.entries.map { entry in
                        .of([
                            ("value", entry.value.integer.map { .whole($0) } ?? .text(entry.value.text)), ("label", .string(visit(entry.label))),
                            ("count", .whole(entry.count)),
                        ])
                    })
            ),
        ])
    }

    /// The address of the page after this one; null on the last.
    private func next(_ query: Query, _ listing: Listing) -> JSON {
        guard listing.records.count == query.limit, let last = listing.records.last else { return .null }
        var pairs = visit.query.map { ($0.name, $0.value) }
        switch query.start {
        case .offset(let offset):
            guard offset + query.limit < listing.total else { return .null }
            pairs.removeAll { $0.0 == "page" }
            pairs.append(("page", String(offset / max(query.limit, 1) + 2)))
        case .after:
            pairs.removeAll { $0.0 == "after" }
            pairs.append(("after", String(last.id)))
        }
        return .string("\(APIAnswer.root)/registers/\(register.id.text)/records" + Link.query(pairs))
    }
}
