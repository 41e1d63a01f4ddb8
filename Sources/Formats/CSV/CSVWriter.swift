/// Writes a table of text by RFC 4180, with the mark by which Excel knows UTF-8. Bytes gather until they are taken, so a large table can be
/// sent piece by piece.
public struct CSVWriter {
    /// What is written and not yet taken.
    public private(set) var bytes: [UInt8] = []

    /// A table without rows; `mark` puts the UTF-8 byte order mark before it.
    public init(mark: Bool = true) {
        if mark { bytes = [0xEF, 0xBB, 0xBF] }
    }

    /// Adds a row. A text that a spreadsheet would run as a formula gets a single quote before it; numbers never do.
    public mutating func row(_ cells: [SheetCell]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(0x2C) }
            switch cell {
            case .text(let text), .error(let text): append(text, guarded: CSVGuard.isNeeded(text[...].utf8))
            default: append(cell.plain, guarded: false)
            }
        }
        // A row of one empty cell would else be an empty line, which no reader counts as a row.
        if cells.count == 1, cells[0].plain.isEmpty { bytes += [0x22, 0x22] }
        bytes += [0x0D, 0x0A]
    }

    /// Hands over what is written, and goes on behind it.
    public mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func append(_ text: String, guarded: Bool) {
        let utf8 = text.utf8
        let isQuoted = utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D } || utf8.first == 0x20 || utf8.last == 0x20
        if isQuoted { bytes.append(0x22) }
        if guarded { bytes.append(0x27) }
        for byte in utf8 where byte != 0 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        if isQuoted { bytes.append(0x22) }
    }
}
