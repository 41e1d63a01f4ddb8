import Foundation

/// Puts values into the blank cells of a sheet's XML. Every byte that isn't one of these cells stays as it was.
struct FormSheetEdit {
    private let sheet: FormSheet
    private let bytes: [UInt8]
    private var edits: [(range: Range<Int>, text: [UInt8])] = []

    init(_ sheet: FormSheet, _ xml: Data) {
        self.sheet = sheet
        bytes = [UInt8](xml)
    }

    /// The sheet with the values in it. Throws `FormatError.notWritable` where a cell isn't blank.
    mutating func filled(_ values: [FormPlace: FormValue]) throws -> Data {
        edits = []
        let missing = try values.keys.sorted().filter { place in
            guard sheet.cell(place).isBlank, !sheet.isTaken(place) else {
                throw FormatError.notWritable(row: place.row, column: place.column)
            }
            guard let element = sheet.scan.cells[place], let value = values[place] else { return true }
            edits.append((element.start..<element.end, replaced(element, at: place, by: value)))
            return false
        }
        for (row, places) in Dictionary(grouping: missing, by: \.row).sorted(by: { $0.key < $1.key }) {
            if let element = sheet.scan.rows[row] {
                try add(places.sorted(), values, to: element, row)
            } else {
                try addRow(row, places.sorted(), values)
            }
        }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + edits.count * 40)
        var at = 0
        // At one point the rows and cells stand in the order in which they were made.
        for edit in edits.enumerated().sorted(by: { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }).map(
            \.element)
        {
            guard edit.range.lowerBound >= at, edit.range.upperBound <= bytes.count else { throw FormatError.damaged(part: sheet.part) }
            out += bytes[at..<edit.range.lowerBound]
            out += edit.text
            at = edit.range.upperBound
        }
        out += bytes[at...]
        return Data(out)
    }

    // MARK: cells

    private func replaced(_ element: FormSheetScan.Cell, at place: FormPlace, by value: FormValue) -> [UInt8] {
        let tag = Array(bytes[element.start..<element.tagEnd])
        let name = FormSheetEdit.name(tag)
        var head = FormSheetEdit.without("t", FormSheetEdit.opened(tag))
        let (type, content) = content(value, at: place, prefix: FormSheetEdit.prefix(name))
        if let type { head += Array(" t=\"\(type)\"".utf8) }
        return head + Array(">\(content)</\(name)>".utf8)
    }

    private func cell(_ place: FormPlace, _ value: FormValue, prefix: String) -> [UInt8] {
        let (type, content) = content(value, at: place, prefix: prefix)
        let style = sheet.style(at: place).map { " s=\"\($0)\"" } ?? ""
        let kind = type.map { " t=\"\($0)\"" } ?? ""
        return Array("<\(prefix)c r=\"\(place)\"\(style)\(kind)>\(content)</\(prefix)c>".utf8)
    }

    private func content(_ value: FormValue, at place: FormPlace, prefix: String) -> (type: String?, xml: String) {
        func text(_ text: String) -> (String?, String) {
            var writer = XMLWriter()
            writer.write(XLSXText.encoded(String(text.prefix(32_767))))
            let body = writer.text[writer.text.index(after: writer.text.firstIndex(of: "\n") ?? writer.text.startIndex)...]
            return ("inlineStr", "<\(prefix)is><\(prefix)t xml:space=\"preserve\">\(body)</\(prefix)t></\(prefix)is>")
        }
        switch value {
        case .number(let decimal): return (nil, "<\(prefix)v>\(decimal)</\(prefix)v>")
        case .text(let words): return text(words)
        case .day(let year, let month, let day, let written):
            guard sheet.cell(place).look.isDay, !sheet.is1904, let serial = SerialDay.serial(year, month, day) else { return text(written) }
            return (nil, "<\(prefix)v>\(serial)</\(prefix)v>")
        }
    }

    // MARK: rows

    private mutating func add(_ places: [FormPlace], _ values: [FormPlace: FormValue], to row: FormSheetScan.Row, _ number: Int) throws {
        let tag = Array(bytes[row.start..<row.tagEnd])
        let prefix = FormSheetEdit.prefix(FormSheetEdit.name(tag))
        let isWider = row.spans.map { spans in places.contains { !spans.contains($0.column) } } ?? false
        let head = FormSheetEdit.opened(isWider ? FormSheetEdit.without("spans", tag) : tag)
        if !row.isOpen {
            let cells = places.flatMap { place in values[place].map { cell(place, $0, prefix: prefix) } ?? [] }
            edits.append((row.start..<row.tagEnd, head + Array(">".utf8) + cells + Array("</\(prefix)row>".utf8)))
            return
        }
        if isWider { edits.append((row.start..<row.tagEnd, head + Array(">".utf8))) }
        let others = sheet.scan.cells.filter { $0.key.row == number }.sorted { $0.key < $1.key }
        for place in places {
            guard let value = values[place] else { continue }
            let at = others.first { $0.key.column > place.column }?.value.start ?? row.end
            edits.append((at..<at, cell(place, value, prefix: prefix)))
        }
    }

    private mutating func addRow(_ number: Int, _ places: [FormPlace], _ values: [FormPlace: FormValue]) throws {
        guard let near = sheet.scan.rows.first?.value else { throw FormatError.notWritable(row: number, column: places.first?.column ?? 1) }
        let prefix = FormSheetEdit.prefix(FormSheetEdit.name(Array(bytes[near.start..<near.tagEnd])))
        let at = sheet.scan.rows.filter { $0.key > number }.min { $0.key < $1.key }?.value.start ?? sheet.scan.dataEnd
        let cells = places.flatMap { place in values[place].map { cell(place, $0, prefix: prefix) } ?? [] }
        edits.append((at..<at, Array("<\(prefix)row r=\"\(number)\">".utf8) + cells + Array("</\(prefix)row>".utf8)))
    }

    // MARK: tags

    /// `x:c` of `<x:c r="B3"/>`.
    static func name(_ tag: [UInt8]) -> String {
        String(decoding: tag.dropFirst().prefix { !" \t\r\n/>".utf8.contains($0) }, as: UTF8.self)
    }

    /// `x:` of `x:c`.
    static func prefix(_ name: String) -> String { name.firstIndex(of: ":").map { String(name[...$0]) } ?? "" }

    /// A tag without its end: `<c r="B3"`.
    static func opened(_ tag: [UInt8]) -> [UInt8] {
        var tag = tag[...]
        if tag.last == 0x3E { tag.removeLast() }
        if tag.last == 0x2F { tag.removeLast() }
        while let last = tag.last, " \t\r\n".utf8.contains(last) { tag.removeLast() }
        return Array(tag)
    }

    /// A tag without one of its attributes.
    static func without(_ attribute: String, _ tag: [UInt8]) -> [UInt8] {
        let blanks = Set(" \t\r\n".utf8)
        let name = Array(attribute.utf8)
        var at = 0
        var quote: UInt8?
        while at < tag.count {
            let byte = tag[at]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if blanks.contains(byte), tag[(at + 1)...].starts(with: name) {
                var end = at + 1 + name.count
                while end < tag.count, blanks.contains(tag[end]) { end += 1 }
                if end < tag.count, tag[end] == 0x3D {
                    end += 1
                    while end < tag.count, blanks.contains(tag[end]) { end += 1 }
                    guard end < tag.count, let close = tag[(end + 1)...].firstIndex(of: tag[end]) else { return tag }
                    return Array(tag[..<at] + tag[(close + 1)...])
                }
            }
            at += 1
        }
        return tag
    }
}
