/// A row while it lies in the reader's buffer: it and its cells are only there until the reader goes on. Cells are counted from 0.
public struct CSVRow {
    /// The row as a spreadsheet counts it, from 1; empty lines count.
    public let number: Int
    /// The line of the file on which it begins, from 1.
    public let line: Int
    /// Where it begins, in bytes of its UTF-8 without byte order mark, from 0.
    public let offset: Int
    let base: UnsafePointer<UInt8>
    let fields: UnsafeBufferPointer<CSVField>

    /// Number of cells.
    public var count: Int { fields.count }

    /// A cell; an empty one beyond the last.
    public subscript(column: Int) -> CSVCell {
        guard column >= 0, column < fields.count else { return CSVCell(bytes: UnsafeBufferPointer(start: base, count: 0)) }
        let field = fields[column]
        return CSVCell(bytes: UnsafeBufferPointer(start: base + field.start, count: field.end - field.start))
    }

    /// All cells as text that may be kept.
    public var strings: [String] { (0..<count).map { self[$0].string } }
}

/// A cell while it lies in the reader's buffer.
public struct CSVCell {
    /// Its UTF-8, without quotes and with doubled quotes made single.
    public let bytes: UnsafeBufferPointer<UInt8>
    /// Its text, which may be kept.
    public var string: String { String(decoding: bytes, as: UTF8.self) }
    /// Nothing in it.
    public var isEmpty: Bool { bytes.isEmpty }
}

/// Where a cell lies in the buffer.
struct CSVField {
    var start: Int
    var end: Int
    var hasDoubledQuotes: Bool
}
