/// `RowEncoding` for the rows of one appender, laid out in flat memory so that a row costs nanoseconds.
final class AppendSpelling {
    private struct Slot {
        /// The position among the filled columns.
        var source: Int
        var prefixStart: Int
        var prefixLength: Int
        /// Where the initial value is a number: that number. Where it is a text or data: compared by `initials`.
        var initialTag: UInt8
        var initialNumber: Int64
    }

    private let slots: UnsafeMutableBufferPointer<Slot>
    private let prefixes: UnsafeMutableBufferPointer<UInt8>
    private let initials: [Value]
    /// The most that a row takes beside its texts and data.
    private let fixedSize: Int

    /// - Parameter order: for each filled column, its position in the table.
    init(_ encoding: RowEncoding, order: [Int]) {
        var slots: [Slot] = []
        var prefixes: [UInt8] = []
        var initials: [Value] = []
        for slot in encoding.slots {
            // A column that is not filled holds its initial value, which is left out.
            guard let source = order.firstIndex(of: slot.position) else { continue }
            slots.append(
                Slot(
                    source: source, prefixStart: prefixes.count, prefixLength: slot.prefix.count, initialTag: slot.initial.tag,
                    initialNumber: slot.initial.integer ?? 0))
            prefixes += slot.prefix
            initials.append(slot.initial)
        }
        self.slots = .allocate(capacity: slots.count)
        self.prefixes = .allocate(capacity: prefixes.count)
        _ = self.slots.initialize(from: slots)
        _ = self.prefixes.initialize(from: prefixes)
        self.initials = initials
        fixedSize = 8 + 1 + prefixes.count + slots.count * 9
    }

    deinit {
        slots.deallocate()
        prefixes.deallocate()
    }

    /// Adds a row to the digest.
    func append(_ id: Int64, _ row: borrowing NewRow, to stream: inout DigestStream) {
        let start = stream.room(for: fixedSize + row.byteCount)
        var out = start
        out.storeBytes(of: id.bigEndian, as: Int64.self)
        out += 8
        for index in 0..<slots.count {
            let slot = slots[index]
            let cell = row.cells[slot.source]
            if cell.tag == slot.initialTag, isInitial(cell, slot, index, row) { continue }
            if let prefix = prefixes.baseAddress { out.copyMemory(from: prefix + slot.prefixStart, byteCount: slot.prefixLength) }
            out += slot.prefixLength
            out.storeBytes(of: cell.tag, as: UInt8.self)
            out += 1
            if cell.tag == RowEncoding.integerTag {
                out.storeBytes(of: cell.number.bigEndian, as: Int64.self)
                out += 8
            } else if cell.tag != RowEncoding.nullTag {
                out.storeBytes(of: UInt32(truncatingIfNeeded: cell.length).bigEndian, as: UInt32.self)
                out += 4
                out.copyMemory(from: row.memory + Int(cell.number), byteCount: cell.length)
                out += cell.length
            }
        }
        out.storeBytes(of: 0, as: UInt8.self)
        stream.advance(by: out + 1 - start)
    }

    @inline(__always)
    private func isInitial(_ cell: NewRow.Cell, _ slot: Slot, _ index: Int, _ row: borrowing NewRow) -> Bool {
        switch cell.tag {
        case RowEncoding.nullTag: return true
        case RowEncoding.integerTag: return cell.number == slot.initialNumber
        default:
            let held = UnsafeRawBufferPointer(start: row.memory + Int(cell.number), count: cell.length)
            switch initials[index] {
            case .text(let text): return held.elementsEqual(text.utf8)
            case .data(let data): return held.elementsEqual(data)
            default: return false
            }
        }
    }
}
