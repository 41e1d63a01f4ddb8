public import Storage

/// The one door to the records of a book: whoever reads or writes them comes with a permission.
///
/// It works inside the transactions of the store, so that several records are one change. What is wrong with a record is
/// thrown as `Invalid`, all of it at once; what is not allowed as `Refused`.
public struct Records: Sendable {
    public let book: Book
    public let permission: Permission

    public init(_ book: Book, _ permission: Permission) {
        self.book = book
        self.permission = permission
    }

    /// The record, now or as it was known when a change was the last; nil where there is none or it may not be seen.
    public func record(_ id: Int64, of register: Register, asOf: Int64? = nil, in reading: Reading) throws -> Record? {
        guard permission.sees(register) else { return nil }
        let select = RecordSelect(layout: RecordLayout(register), permission: permission, catalogue: book.catalogue, asOf: asOf)
        return try select.records(where: "\(RecordSelect.alias).id = \(id)", in: reading).first
    }

    /// A page of the records of a register, with what belongs to the whole list. Throws `Refused` where the query names
    /// a field that may not be seen.
    public func listing(_ query: Query, in reading: Reading) throws -> Listing {
        try ListingReader(book, permission, query).read(in: reading)
    }

    /// The records that something typed may mean, best first: for the field of a form that suggests while one types.
    public func suggestions(_ typed: String, of register: Register, limit: Int = 12, in reading: Reading) throws -> [(id: Int64, title: String)] {
        guard permission.sees(register) else { return [] }
        let alias = RecordSelect.alias
        let words = SearchText.words(typed).map { reading.dialect.contains("\(alias).\(Register.searchColumn)", $0) }
        let condition = ([permission.condition(register, alias: alias), "\(alias).\(Register.voidColumn) = 0"] + words).joined(by: " AND ")
        let order: SQL = "\(alias).\(Register.searchColumn)"
        return try reading.rows(
            """
            SELECT \(alias).id, \(alias).\(Register.titleColumn) FROM \(Register.tableName(register.id)) AS \(alias) WHERE \(condition) \
            ORDER BY \(order) \(reading.dialect.limit(min(limit, 50), offset: 0))
            """
        )
        .compactMap { row in row.integer(at: 0).map { ($0, row.text(at: 1) ?? "") } }
    }
}
