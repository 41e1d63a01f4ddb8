/// Finds the cells of one row in a buffer. It forgets a row that is not yet whole and begins it again when there is more.
struct CSVScanner {
    /// Nothing comes after the buffer.
    var isFinal = false
    /// Line ends that the row takes up, its own included.
    private(set) var lines = 0
    private let limits: CSVLimits
    private let separator: [UInt8]
    private let stops: UnsafeMutablePointer<Bool>
    private let fields: UnsafeMutablePointer<CSVField>
    private var count = 0
    private var wasQuoted = false

    private static let quote: UInt8 = 0x22
    private static let feed: UInt8 = 0x0A
    private static let back: UInt8 = 0x0D

    init(_ separator: CSVSeparator, _ limits: CSVLimits) {
        self.limits = limits
        self.separator = separator.bytes
        stops = .allocate(capacity: 256)
        stops.initialize(repeating: false, count: 256)
        for byte in [0, CSVScanner.feed, CSVScanner.back, separator.bytes[0]] { stops[Int(byte)] = true }
        fields = .allocate(capacity: limits.columns)
    }

    func deallocate() {
        stops.deallocate()
        fields.deallocate()
    }

    /// The cells of the row that was found.
    var found: UnsafeBufferPointer<CSVField> { UnsafeBufferPointer(start: fields, count: count) }
    /// The row is a line with nothing in it.
    var isBlank: Bool { count == 1 && !wasQuoted && fields[0].start == fields[0].end }

    /// Where the row that begins at `start` ends, or nil where it is not yet whole (or, at the very end, is not there).
    mutating func scan(_ base: UnsafeMutablePointer<UInt8>, from start: Int, to end: Int, row: Int, line: Int, offset: Int) throws -> Int? {
        count = 0
        lines = 0
        var index = start
        if index == end { return nil }
        while true {
            guard count < limits.columns else { throw FormatError.tooManyColumns(row: row, limit: limits.columns) }
            wasQuoted = index < end && base[index] == CSVScanner.quote
            var field = CSVField(start: index, end: index, hasDoubledQuotes: false)
            if wasQuoted {
                let opened = line + lines
                field.start += 1
                index += 1
                guard let close = try closing(base, index, end, &field, row: row, line: line, offset: offset - start) else {
                    if isFinal { throw FormatError.unclosedQuote(line: opened) }
                    return nil
                }
                field.end = close
                index = close + 1
                while index < end, base[index] == 0x20 { index += 1 }
            } else {
                guard let stop = try plain(base, index, end, row: row, line: line, offset: offset - start) else { return nil }
                field.end = stop
                index = stop
            }
            guard field.end - field.start <= limits.cellBytes else {
                throw FormatError.cellTooLarge(row: row, column: count + 1, limit: limits.cellBytes)
            }
            fields[count] = field
            count += 1
            if index == end {
                if !isFinal { return nil }
                lines += 1
                return index
            }
            switch base[index] {
            case CSVScanner.feed:
                lines += 1
                return index + 1
            case CSVScanner.back:
                if index + 1 == end, !isFinal { return nil }
                lines += 1
                return index + 1 < end && base[index + 1] == CSVScanner.feed ? index + 2 : index + 1
            default:
                guard let length = separatorLength(base, index, end) else { return nil }
                guard length > 0 else { throw FormatError.strayQuote(line: line + lines, column: count) }
                index += length
            }
        }
    }

    /// Where an unquoted cell stops: at a separator, a line end or the end; nil where that is not to be seen yet.
    private func plain(_ base: UnsafeMutablePointer<UInt8>, _ from: Int, _ end: Int, row: Int, line: Int, offset: Int) throws -> Int? {
        var index = from
        while true {
            while index < end, !stops[Int(base[index])] { index += 1 }
            if index == end {
                guard index - from <= limits.cellBytes else {
                    throw FormatError.cellTooLarge(row: row, column: count + 1, limit: limits.cellBytes)
                }
                return isFinal ? index : nil
            }
            let byte = base[index]
            if byte == 0 { throw FormatError.nulByte(position: offset + index, line: line + lines) }
            if byte != separator[0] || separator.count == 1 { return index }
            guard let length = separatorLength(base, index, end) else { return nil }
            if length > 0 { return index }
            index += 1
        }
    }

    /// Where the quote is that closes a cell; nil where it is not to be seen.
    private mutating func closing(
        _ base: UnsafeMutablePointer<UInt8>, _ from: Int, _ end: Int, _ field: inout CSVField, row: Int, line: Int, offset: Int
    ) throws -> Int? {
        var index = from
        while index < end {
            switch base[index] {
            case CSVScanner.quote:
                if index + 1 == end { return isFinal ? index : nil }
                if base[index + 1] != CSVScanner.quote { return index }
                field.hasDoubledQuotes = true
                index += 1
            case CSVScanner.feed: lines += 1
            case CSVScanner.back: if index + 1 < end, base[index + 1] != CSVScanner.feed { lines += 1 }
            case 0: throw FormatError.nulByte(position: offset + index, line: line + lines)
            default: break
            }
            index += 1
        }
        guard index - from <= limits.cellBytes else {
            throw FormatError.cellTooLarge(row: row, column: count + 1, limit: limits.cellBytes)
        }
        return nil
    }

    /// Length of the separator here, 0 where there is none, nil where the buffer ends inside what may be one.
    private func separatorLength(_ base: UnsafeMutablePointer<UInt8>, _ index: Int, _ end: Int) -> Int? {
        for (place, byte) in separator.enumerated() {
            if index + place == end { return isFinal ? 0 : nil }
            if base[index + place] != byte { return 0 }
        }
        return separator.count
    }

    /// Makes doubled quotes single and takes off the guard before a formula, in the buffer itself; once the row is whole.
    func settle(_ base: UnsafeMutablePointer<UInt8>) {
        for place in 0..<count {
            var field = fields[place]
            if field.hasDoubledQuotes {
                var to = field.start
                var from = field.start
                while from < field.end {
                    base[to] = base[from]
                    from += base[from] == CSVScanner.quote ? 2 : 1
                    to += 1
                }
                field.end = to
                fields[place] = field
            }
            let bytes = UnsafeBufferPointer(start: base + field.start, count: field.end - field.start)
            if CSVGuard.isGuarded(bytes) { fields[place].start += 1 }
        }
    }
}
