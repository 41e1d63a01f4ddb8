/// A piece of SQL with its bound values.
///
/// It is written as a literal: what is interpolated becomes a bound value, never text of the statement.
/// Names come in only as `Table` and `Column` values, which are made from declarations. A `String` variable
/// can therefore not become SQL, whoever typed it.
public struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
    public typealias StringLiteralType = StaticString

    /// What a statement is made of, in order.
    enum Part: Sendable, Hashable {
        case literal(String)
        case name(Name)
        case value(Value)
    }

    private(set) var parts: [Part]

    init(parts: [Part]) { self.parts = parts }
    public init(stringLiteral value: StaticString) { parts = [.literal(value.description)] }
    public init(stringInterpolation: Interpolation) { parts = stringInterpolation.parts }

    /// Nothing.
    public static let empty = SQL(parts: [])
    /// Whether there is nothing in it.
    public var isEmpty: Bool { parts.isEmpty }

    public static func + (left: SQL, right: SQL) -> SQL { SQL(parts: left.parts + right.parts) }
    public static func += (left: inout SQL, right: SQL) { left.parts += right.parts }

    /// Collects the literals, names and values of one statement.
    public struct Interpolation: StringInterpolationProtocol {
        var parts: [Part] = []
        public init(literalCapacity: Int, interpolationCount: Int) { parts.reserveCapacity(interpolationCount * 2 + 1) }
        public mutating func appendLiteral(_ literal: StaticString) {
            let text = literal.description
            if !text.isEmpty { parts.append(.literal(text)) }
        }
        public mutating func appendInterpolation(_ value: Value) { parts.append(.value(value)) }
        public mutating func appendInterpolation(_ value: Int64) { parts.append(.value(.integer(value))) }
        public mutating func appendInterpolation(_ value: Int) { parts.append(.value(.integer(Int64(value)))) }
        public mutating func appendInterpolation(_ value: String) { parts.append(.value(.text(value))) }
        public mutating func appendInterpolation(_ value: Day) { parts.append(.value(.integer(value.number))) }
        public mutating func appendInterpolation(_ table: Table) { parts.append(.name(table.name)) }
        public mutating func appendInterpolation(_ column: Column) { parts.append(.name(column.name)) }
        public mutating func appendInterpolation(_ name: Name) { parts.append(.name(name)) }
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
