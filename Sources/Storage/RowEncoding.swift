/// The one spelling of a row from which it is digested.
///
/// A row is its number (8 bytes, big-endian), then for each column in the order of the names, unless the value is the
/// column's initial one: the name (1 byte of length, bytes), a tag, and the value (8 bytes, or 4 bytes of length and the
/// bytes); then a zero. So a row's digest survives columns that are added later, and the order in which they are declared.
struct RowEncoding: Sendable, Hashable {
    /// One column, in the order of the names.
    struct Slot: Sendable, Hashable {
        /// Where the column stands in the table's own order.
        let position: Int
        let prefix: [UInt8]
        let initial: Value
    }

    static let nullTag: UInt8 = 0
    static let integerTag: UInt8 = 1
    static let textTag: UInt8 = 2
    static let dataTag: UInt8 = 3

    let slots: [Slot]

    init(columns: [Column]) {
        slots = columns.enumerated()
            .sorted { $0.element.name.text < $1.element.name.text }
            .map { position, column in
                let name = Array(column.name.text.utf8)
                return Slot(position: position, prefix: [UInt8(truncatingIfNeeded: name.count)] + name, initial: column.initial)
            }
    }

    /// Adds a row to the bytes; `values` in the table's own order.
    func append(_ id: Int64, _ values: [Value], to bytes: inout [UInt8]) {
        bytes.append(bigEndian: id)
        for slot in slots {
            let value = values[slot.position]
            if value.isIdentical(to: slot.initial) { continue }
            bytes += slot.prefix
            switch value {
            case .null: bytes.append(RowEncoding.nullTag)
            case .integer(let number):
                bytes.append(RowEncoding.integerTag)
                bytes.append(bigEndian: number)
            case .text(let text):
                bytes.append(RowEncoding.textTag)
                bytes.append(counted: text.utf8)
            case .data(let data):
                bytes.append(RowEncoding.dataTag)
                bytes.append(counted: data)
            }
        }
        bytes.append(0)
    }
}

extension Value {
    var tag: UInt8 {
        switch self {
        case .null: RowEncoding.nullTag
        case .integer: RowEncoding.integerTag
        case .text: RowEncoding.textTag
        case .data: RowEncoding.dataTag
        }
    }

    /// Whether the same bytes are held; texts that Unicode merely calls equivalent differ.
    func isIdentical(to other: Value) -> Bool {
        if case .text(let left) = self, case .text(let right) = other { return left.utf8.elementsEqual(right.utf8) }
        return self == other
    }
}

extension [UInt8] {
    mutating func append(bigEndian number: Int64) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }

    /// The length in 4 bytes, then the bytes.
    mutating func append(counted bytes: some Swift.Collection<UInt8>) {
        Swift.withUnsafeBytes(of: UInt32(truncatingIfNeeded: bytes.count).bigEndian) { append(contentsOf: $0) }
        append(contentsOf: bytes)
    }
}
