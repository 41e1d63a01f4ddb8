/// A piece of SQL with its bound values.
///
/// It is written as a literal: what is interpolated becomes a bound value, never text of the statement.
/// Names come in only as `Table` and `Column` values, which are made from declarations. A `String` variable
/// can therefore not become SQL, whoever typed it.
public struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// Only literals of the source: a `String` does not fit.
    public typealias StringLiteralType = StaticString

    /// What a statement is made of, in order.
    enum Part: Sendable, Hashable {
        case literal(String)
        case name(Name)
        case value(Value)
    }

    private(set) var parts: [Part]

    init(parts: [Part]) { self.parts = parts }
    /// A literal of the source.
    public init(stringLiteral value: StaticString) { parts = [.literal(value.description)] }
    /// A literal of the source with bound values in it.
    public init(stringInterpolation: Interpolation) { parts = stringInterpolation.parts }

    /// Nothing.
    public static let empty = SQL(parts: [])
    /// Whether there is nothing in it.
    public var isEmpty: Bool { parts.isEmpty }

    /// Both pieces, one after the other.
    public static func + (left: SQL, right: SQL) -> SQL { SQL(parts: left.parts + right.parts) }
    /// Adds a piece at the end.
    public static func += (left: inout SQL, right: SQL) { left.parts += right.parts }

    /// Collects the literals, names and values of one statement.
    public struct Interpolation: StringInterpolationProtocol {
        var parts: [Part] = []
        /// Begins an empty piece.
        public init(literalCapacity: Int, interpolationCount: Int) { parts.reserveCapacity(interpolationCount * 2 + 1) }
        /// Text of the statement, which only the source can hold.
        public mutating func appendLiteral(_ literal: StaticString) {
            let text = literal.description
            if !text.isEmpty { parts.append(.literal(text)) }
        }
        /// Binds a value.
        public mutating func appendInterpolation(_ value: Value) { parts.append(.value(value)) }
        /// Binds a whole number.
        public mutating func appendInterpolation(_ value: Int64) { parts.append(.value(.integer(value))) }
        /// Binds a whole number.
        public mutating func appendInterpolation(_ value: Int) { parts.append(.value(.integer(Int64(value)))) }
        /// Binds a text.
        public mutating func appendInterpolation(_ value: String) { parts.append(.value(.text(value))) }
        /// Binds a day as `yyyymmdd`.
        public mutating func appendInterpolation(_ value: Day) { parts.append(.value(.integer(value.number))) }
        /// The table's quoted name.
        public mutating func appendInterpolation(_ table: Table) { parts.append(.name(table.name)) }
        /// The column's quoted name.
        public mutating func appendInterpolation(_ column: Column) { parts.append(.name(column.name)) }
        /// A quoted name.
        public mutating func appendInterpolation(_ name: Name) { parts.append(.name(name)) }
        /// Another piece with its values.
        public mutating func appendInterpolation(_ sql: SQL) { parts += sql.parts }
        /// A list of pieces with the same joint between them.
        public mutating func appendInterpolation(_ list: [SQL], joined joint: SQL) { parts += list.joined(by: joint).parts }
    }
}

extension [SQL] {
    /// The pieces with the same joint between them.
    public func joined(by joint: SQL) -> SQL {
        var parts: [SQL.Part] = []
        for (index, piece) in enumerated() {
            if index > 0 { parts += joint.parts }
            parts += piece.parts
        }
        return SQL(parts: parts)
    }
}
