/// One row of an answer.
///
/// In `Reading.forEach` it reads straight from the statement and holds only until the closure returns: keep its
/// values, or `kept()`, never the row itself. Rows from `rows` and `row` may be kept and sent anywhere.
public struct Row: Sendable {
    enum Source {
        case kept([Value])
        /// With the step of the statement at which it was handed out.
        case live(any LiveCells, step: Int)
    }

    let heading: Heading
    let source: Source

    /// How many cells it has.
    public var count: Int { heading.names.count }

    /// The cell at a position from 0; null outside.
    public subscript(position: Int) -> Value {
        switch source {
        case .kept(let values): values.indices.contains(position) ? values[position] : .null
        case .live(let cells, let step): cells.value(at: position, step: step)
        }
    }

    /// The cell under a column's name; nil where the answer has no such column.
    public subscript(name: Name) -> Value? { heading.position(of: name).map { self[$0] } }

    /// The whole number at a position; nil where there is none. The fast way in long loops.
    public func integer(at position: Int) -> Int64? {
        switch source {
        case .kept: self[position].integer
        case .live(let cells, let step): cells.integer(at: position, step: step)
        }
    }

    /// The text at a position; nil where there is none.
    public func text(at position: Int) -> String? {
        switch source {
        case .kept: self[position].text
        case .live(let cells, let step): cells.text(at: position, step: step)
        }
    }

    /// All cells in order.
    public var values: [Value] { (0..<count).map { self[$0] } }

    /// The same row, held apart from the statement.
    public func kept() -> Row { Row(heading: heading, source: .kept(values)) }
}

/// The column names of an answer, shared by its rows.
final class Heading: Sendable {
    let names: [String]
    private let positions: [String: Int]

    init(names: [String]) {
        self.names = names
        positions = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func position(of name: Name) -> Int? { positions[name.text] }
}

/// The cells of the row that a statement stands on. Asked at another step than the row's own, they are null; a debug
/// build stops there, since a row was kept that should have been `kept()`.
protocol LiveCells: AnyObject, Sendable {
    func value(at position: Int, step: Int) -> Value
    func integer(at position: Int, step: Int) -> Int64?
    func text(at position: Int, step: Int) -> String?
}
