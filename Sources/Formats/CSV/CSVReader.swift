public import Foundation

/// Reads a table of text as it is met in offices: UTF-8 with or without mark, UTF-16, GB 18030; lines that end in CR, LF or both;
/// cells between commas, tabs, semicolons or full-width commas; quoted cells with line ends and doubled quotes (RFC 4180).
///
/// It reads forwards in pieces and holds one row at a time. A quote that `CSVWriter` put before a text that looks like a formula is
/// taken off again.
public final class CSVReader: SheetReader {
    /// The file's name without its ending, or the name that was given.
    public let name: String
    /// The encoding that was found or told.
    public var encoding: TextEncoding { source.encoding }
    /// The separator that was found or told.
    public let separator: CSVSeparator
    private let source: TextSource
    private let limits: CSVLimits
    private var scanner: CSVScanner
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity = 1 << 18
    private var start = 0
    private var filled = 0
    private var number = 0
    private var line = 1
    private var passed = 0

    /// Opens a file. Encoding and separator are found where they are not told. Throws `FormatError`.
    public convenience init(
        path: String, name: String? = nil, encoding: TextEncoding? = nil, separator: CSVSeparator? = nil, limits: CSVLimits = CSVLimits()
    ) throws {
        let source = try TextSource(ByteSource(path: path), encoding: encoding)
        try self.init(source, name ?? URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent, separator, limits)
    }

    /// Opens bytes in memory. Throws `FormatError`.
    public convenience init(
        data: Data, name: String = "CSV", encoding: TextEncoding? = nil, separator: CSVSeparator? = nil, limits: CSVLimits = CSVLimits()
    ) throws {
        try self.init(TextSource(ByteSource(data: data), encoding: encoding), name, separator, limits)
    }

    private init(_ source: TextSource, _ name: String, _ told: CSVSeparator?, _ limits: CSVLimits) throws {
        self.name = name
        self.source = source
        self.limits = limits
        buffer = .allocate(capacity: capacity)
        do {
            filled = try source.fill(UnsafeMutableRawBufferPointer(start: buffer, count: capacity))
        } catch {
            buffer.deallocate()
            throw error
        }
        separator = told ?? CSVSeparator.find(in: UnsafeBufferPointer(start: buffer, count: filled))
        scanner = CSVScanner(separator, limits)
    }

    deinit {
        buffer.deallocate()
        scanner.deallocate()
    }

    /// Hands every row to `body` without making text of it. Throws `FormatError`, and what `body` throws.
    public func forEachRow(_ body: (CSVRow) throws -> Void) throws {
        while try read(body) != nil {}
    }

    /// Hands the next row that is not an empty line to `body`, or returns nil after the last. Throws `FormatError`, and what `body` throws.
    public func read<Result>(_ body: (CSVRow) throws -> Result) throws -> Result? {
        while true {
            scanner.isFinal = source.isAtEnd
            guard let end = try scanner.scan(buffer, from: start, to: filled, row: number + 1, line: line, offset: passed) else {
                if source.isAtEnd { return nil }
                try refill()
                continue
            }
            defer {
                passed += end - start
                start = end
                line += scanner.lines
            }
            number += 1
            if scanner.isBlank { continue }
            scanner.settle(buffer)
            return try body(CSVRow(number: number, line: line, offset: passed, base: buffer, fields: scanner.found))
        }
    }

    /// The next row that is not empty, its cells as text, nil after the last. Throws `FormatError`.
    public func next() throws -> SheetRow? {
        while let row = try read({ row in
            var cells = (0..<row.count).map { row[$0].isEmpty ? SheetCell.empty : .text(row[$0].string) }
            while cells.last == .empty { cells.removeLast() }
            return SheetRow(number: row.number, line: row.line, cells: cells)
        }) {
            if !row.cells.isEmpty { return row }
        }
        return nil
    }

    /// Moves the row that is begun to the front and reads on behind it, in a larger buffer where it fills this one.
    private func refill() throws {
        let kept = filled - start
        if kept == capacity {
            guard capacity < limits.rowBytes else { throw FormatError.rowTooLarge(row: number + 1, limit: limits.rowBytes) }
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
            larger.update(from: buffer, count: kept)
            buffer.deallocate()
            buffer = larger
            capacity *= 2
        } else {
            buffer.update(from: buffer + start, count: kept)
        }
        (start, filled) = (0, kept)
        filled += try source.fill(UnsafeMutableRawBufferPointer(start: buffer + filled, count: capacity - filled))
    }
}
