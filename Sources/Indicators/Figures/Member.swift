public import Storage

/// One record of a register with the value of an expression for it.
public struct Member: Sendable, Hashable, Codable {
    /// The record's number.
    public var id: Int64
    public var title: String
    public var value: FigureValue
    /// How many records were counted for it.
    public var rows: Int
}

/// The records that made a figure, a page of them.
public struct FigureRows: Sendable, Hashable, Codable {
    public var register: Name
    public var ids: [Int64]
    /// How many there are in all.
    public var total: Int
}
