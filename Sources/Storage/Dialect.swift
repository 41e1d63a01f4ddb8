/// The questions in which databases differ. Nobody asks which database it is.
public protocol Dialect: Sendable {
    /// The statement's text for a quoted name.
    func quoted(_ name: Name) -> String
    /// The mark of the bound value at a position from 1.
    func placeholder(_ position: Int) -> String
    /// The type that a column is declared with.
    func type(of kind: Column.Kind) -> String
    /// The type and constraint of a table's own key.
    var keyType: String { get }
    /// What follows the closing parenthesis of a new table.
    var tableEnding: String { get }
    /// A value as it stands in a declaration, where nothing can be bound.
    func literal(_ value: Value) -> String
    /// The value that such a literal stands for, as the database tells it back.
    func value(of literal: String) -> Value
    /// Whether `column` has `text` in it, small and capital Latin letters alike; right for a single Chinese character.
    func contains(_ column: SQL, _ text: String) -> SQL
    /// An insert of one row that, where `conflict` is taken, sets `update` instead. In `update`, `new(_:)` is the value that was offered.
    func upsert(into table: Name, _ values: [(Name, SQL)], conflict: [Name], update: [(Name, SQL)]) -> SQL
    /// In an upsert, the value that was offered for a column.
    func new(_ column: Name) -> SQL
    /// The year of a day stored as `yyyymmdd`.
    func year(of day: SQL) -> SQL
    /// The month, 1 to 12, of a day stored as `yyyymmdd`.
    func month(of day: SQL) -> SQL
    /// At most so many rows, after skipping some.
    func limit(_ count: Int, offset: Int) -> SQL
    /// A condition that always or never holds.
    func boolean(_ value: Bool) -> SQL
    /// The term of an ORDER BY in which rows without a value come last.
    func order(by term: SQL, descending: Bool) -> SQL
    /// The texts of a group with a separator between them.
    func list(of text: SQL, separator: String) -> SQL
    /// Whether references are checked only when the transaction commits; otherwise each row is checked as it is written.
    var defersReferences: Bool { get }
    /// Answers `name` for every table.
    var tables: SQL { get }
    /// Answers `name`, `type`, `required`, `initial` (as a literal or null), `iskey`, in order, for a table's columns.
    func columns(of table: Name) -> SQL
    /// Answers `column`, `target` for a table's references.
    func references(of table: Name) -> SQL
    /// Answers `name`, `isunique`, `column`, in order, for a table's indexes.
    func indexes(of table: Name) -> SQL
    /// Statements that each answer `finding`, a row for everything that is wrong with the file itself.
    var soundness: [SQL] { get }
}

extension Dialect {
    /// A statement's text and its bound values in order.
    func render(_ sql: SQL) -> (text: String, values: [Value]) {
        var text = ""
        var values: [Value] = []
        for part in sql.parts {
            switch part {
            case .literal(let piece): text += piece
            case .name(let name): text += quoted(name)
            case .value(let value):
                values.append(value)
                text += placeholder(values.count)
            }
        }
        return (text, values)
    }
}
