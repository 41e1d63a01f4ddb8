/// One cell as the database holds it: the only four things that pass the seam.
///
/// There is no floating point: money and quantities are whole numbers in the field's declared unit and
/// places, a day is `yyyymmdd`, a moment is milliseconds since 1970 in UTC.
public enum Value: Sendable, Hashable {
    case null
    case integer(Int64)
    case text(String)
    case data([UInt8])

    /// The whole number, if this is one.
    public var integer: Int64? {
        if case .integer(let number) = self { return number }
        return nil
    }

    /// The text, if this is one.
    public var text: String? {
        if case .text(let string) = self { return string }
        return nil
    }

    /// The bytes, if this is data.
    public var data: [UInt8]? {
        if case .data(let bytes) = self { return bytes }
        return nil
    }

    /// Whether nothing is held.
    public var isNull: Bool { self == .null }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral {
    /// A whole number.
    public init(integerLiteral value: Int64) { self = .integer(value) }
    /// A text.
    public init(stringLiteral value: String) { self = .text(value) }
    /// Null.
    public init(nilLiteral: ()) { self = .null }
}
