public import Indicators
public import Registers
public import Storage

/// Looks up in the editions what was printed of figures.
///
/// Last year's value is what last year's report said: an edition of this year that prints last year's too gives what was known since.
public struct ReleasedFigures: PublishedFigures {
    private let book: Book

    /// Of the editions that a book keeps.
    public init(_ book: Book) { self.book = book }

    public var registers: Set<Name> { [Edition.register] }

    public func value(_ indicator: Name, _ period: Period, scope: Name, unit: Unit?, asOf: Int64?, in reading: Reading) throws -> Amount? {
        guard let register = book.catalogue.register(Edition.register), try reading.exists(EditionTables.figure.name) else { return nil }
        let rows = try reading.rows(
            """
            SELECT edition, printed, unit FROM \(EditionTables.figure) WHERE indicator = \(indicator.text) AND period = \(period.description)
            AND scope = \(scope.text) AND value IS NOT NULL ORDER BY edition DESC
            """)
        let records = Records(book, .console)
        for row in rows {
            guard let id = row.integer(at: 0), let record = try records.record(id, of: register, asOf: asOf, in: reading),
                let edition = Edition(record), edition.withdrawn == nil, !edition.isRedacted, edition.period == period,
                let printed = row.text(at: 1).flatMap({ Amount($0) })
            else { continue }
            guard let from = row.text(at: 2).flatMap({ Unit($0) }), let unit, from != unit else { return printed }
            return try from.factor(to: unit).map { try printed.multiplied(by: $0) }
        }
        return nil
    }
}
