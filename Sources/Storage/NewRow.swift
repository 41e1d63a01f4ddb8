/// A row that an `Appender` is filling: each call gives the next column its value.
public struct NewRow {
    private let filler: any Filler
    private let columns: [Column]
    private let encoding: RowEncoding
    /// For each slot of the encoding, the position among the filled columns, or -1.
    private let sources: [Int]
    private var cells: [Cell]
    private var bytes: [UInt8] = []
    private var position = 0
    private var isWrong = false

    private struct Cell {
        var tag: UInt8
        /// The number, or where the bytes begin.
        var number: Int64
        var length: Int
    }

    init(filler: any Filler, columns: [Column], encoding: RowEncoding, order: [Int]) {
        self.filler = filler
        self.columns = columns
        self.encoding = encoding
        sources = encoding.slots.map { slot in order.firstIndex(of: slot.position) ?? -1 }
        cells = Array(repeating: Cell(tag: 0, number: 0, length: 0), count: columns.count)
    }

    /// Leaves the next column without a value.
    public mutating func null() {
        guard position < columns.count else { return fail() }
        filler.null(at: position + 1)
        put(0, 0, 0)
    }

    /// A whole number for the next column.
    public mutating func integer(_ number: Int64) {
        guard position < columns.count, columns[position].kind == .integer else { return fail() }
        filler.integer(number, at: position + 1)
        put(RowEncoding.integerTag, number, 0)
    }

    /// A text for the next column.
    public mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { self.text(UnsafeRawBufferPointer($0), isChecked: true) }
    }

    /// A text in UTF-8 for the next column; what is not UTF-8 fails the row.
    public mutating func text(_ bytes: UnsafeRawBufferPointer) { text(bytes, isChecked: false) }

    /// Bytes for the next column.
    public mutating func data(_ data: UnsafeRawBufferPointer) {
        guard position < columns.count, columns[position].kind == .data else { return fail() }
        filler.data(data, at: position + 1)
        put(RowEncoding.dataTag, Int64(bytes.count), data.count)
        bytes.append(contentsOf: data)
    }

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
        isWrong = false
        bytes.removeAll(keepingCapacity: true)
    }

    func check() throws {
        guard !isWrong, position == columns.count else {
            throw StoreError(.other, detail: "a row that does not fit its columns, at column \(position + 1) of \(columns.count)")
        }
    }

    /// The same spelling as `RowEncoding.append`, from the cells.
    func encode(_ id: Int64, into out: inout [UInt8]) {
        out.append(bigEndian: id)
        for (slot, source) in zip(encoding.slots, sources) where source >= 0 {
            let cell = cells[source]
            if isInitial(cell, slot.initial) { continue }
            out += slot.prefix
            out.append(cell.tag)
            if cell.tag == RowEncoding.integerTag {
                out.append(bigEndian: cell.number)
            } else if cell.tag != 0 {
                out.append(counted: bytes[Int(cell.number)..<Int(cell.number) + cell.length])
            }
        }
        out.append(0)
    }

    private func isInitial(_ cell: Cell, _ initial: Value) -> Bool {
        switch initial {
        case .null: cell.tag == 0
        case .integer(let number): cell.tag == RowEncoding.integerTag && cell.number == number
        case .text(let text): cell.tag == RowEncoding.textTag && held(cell).elementsEqual(text.utf8)
        case .data(let data): cell.tag == RowEncoding.dataTag && held(cell).elementsEqual(data)
        }
    }

    private func held(_ cell: Cell) -> ArraySlice<UInt8> { bytes[Int(cell.number)..<Int(cell.number) + cell.length] }

    private mutating func text(_ text: UnsafeRawBufferPointer, isChecked: Bool) {
        guard position < columns.count, columns[position].kind == .text, isChecked || NewRow.isUTF8(text) else { return fail() }
        filler.text(text, at: position + 1)
        put(RowEncoding.textTag, Int64(bytes.count), text.count)
        bytes.append(contentsOf: text)
    }

    private mutating func put(_ tag: UInt8, _ number: Int64, _ length: Int) {
        cells[position] = Cell(tag: tag, number: number, length: length)
        position += 1
    }

    private mutating func fail() { isWrong = true }

    private static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
        (try? UTF8Span(validating: bytes.bindMemory(to: UInt8.self).span)) != nil
    }
}
