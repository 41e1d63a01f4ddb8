/// A row that an `Appender` is filling: each call gives the next column its value.
///
/// A value of another kind than the column's, or one too many or too few, fails the row.
public struct NewRow: ~Copyable {
    /// A value: a number, or where its bytes lie in `memory`.
    struct Cell {
        var tag: UInt8
        var number: Int64
        var length: Int
    }

    private let kinds: UnsafeMutablePointer<Column.Kind>
    let cells: UnsafeMutablePointer<Cell>
    let width: Int
    /// The texts and data of the row, one after another.
    private(set) var memory: UnsafeMutableRawPointer
    private(set) var byteCount = 0
    private var capacity = 256
    private var position = 0
    private var isWrong = false

    init(_ columns: [Column]) {
        width = columns.count
        kinds = .allocate(capacity: columns.count)
        cells = .allocate(capacity: columns.count)
        for (index, column) in columns.enumerated() { (kinds + index).initialize(to: column.kind) }
        cells.initialize(repeating: Cell(tag: 0, number: 0, length: 0), count: columns.count)
        memory = .allocate(byteCount: capacity, alignment: 1)
    }

    deinit {
        kinds.deallocate()
        cells.deallocate()
        memory.deallocate()
    }

    /// Leaves the next column without a value.
    public mutating func null() { put(.integer, Cell(tag: RowEncoding.nullTag, number: 0, length: 0), isNull: true) }

    /// A whole number for the next column.
    public mutating func integer(_ number: Int64) { put(.integer, Cell(tag: RowEncoding.integerTag, number: number, length: 0)) }

    /// A text for the next column.
    public mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { put(.text, RowEncoding.textTag, UnsafeRawBufferPointer($0)) }
    }

    /// A text in UTF-8 for the next column; what is not UTF-8 fails the row.
    public mutating func text(_ bytes: UnsafeRawBufferPointer) {
        guard NewRow.isUTF8(bytes) else { return isWrong = true }
        put(.text, RowEncoding.textTag, bytes)
    }

    /// Bytes for the next column.
    public mutating func data(_ bytes: UnsafeRawBufferPointer) { put(.data, RowEncoding.dataTag, bytes) }

    /// Any value for the next column.
    public mutating func value(_ value: Value) {
        switch value {
        case .null: null()
        case .integer(let number): integer(number)
        case .text(let string): text(string)
        case .data(let array): array.withUnsafeBytes { data($0) }
        }
    }

    mutating func start() {
        position = 0
        byteCount = 0
        isWrong = false
    }

    func check() throws {
        guard !isWrong, position == width else {
            throw StoreError(.other, detail: "a row that does not fit its columns, at column \(position + 1) of \(width)")
        }
    }

    @inline(__always)
    private mutating func put(_ kind: Column.Kind, _ cell: Cell, isNull: Bool = false) {
        guard position < width, isNull || kinds[position] == kind else { return isWrong = true }
        cells[position] = cell
        position += 1
    }

    private mutating func put(_ kind: Column.Kind, _ tag: UInt8, _ bytes: UnsafeRawBufferPointer) {
        put(kind, Cell(tag: tag, number: Int64(byteCount), length: bytes.count))
        guard !isWrong, let base = bytes.baseAddress else { return }
        if bytes.count > capacity - byteCount { grow(for: bytes.count) }
        (memory + byteCount).copyMemory(from: base, byteCount: bytes.count)
        byteCount += bytes.count
    }

    private mutating func grow(for count: Int) {
        let larger = max(capacity * 2, byteCount + count)
        let moved = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 1)
        moved.copyMemory(from: memory, byteCount: byteCount)
        memory.deallocate()
        memory = moved
        capacity = larger
    }

    private static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
        (try? UTF8Span(validating: bytes.bindMemory(to: UInt8.self).span)) != nil
    }
}
