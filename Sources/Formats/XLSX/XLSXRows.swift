/// Makes rows of a sheet's XML. Places come from the `r` attributes, for empty cells are not written.
final class XLSXRows: XMLHandler {
    /// The XML is a sheet.
    private(set) var isSheet = false
    private let part: String
    private let limits: XLSXLimits
    private let looks: [NumberLook]
    private let texts: [String]
    private let is1904: Bool
    private var made: [SheetRow] = []
    private var taken = 0
    private var number = 0
    private var column = 0
    private var cells: [SheetCell] = []
    private var cellCount = 0
    private var kind = Kind.number
    private var look = NumberLook.number
    private var gathered: [UInt8] = []
    private var isText = false
    private var readings = 0

    /// The `t` of a cell.
    private enum Kind { case number, shared, text, inline, boolean, error, day }

    init(part: String, limits: XLSXLimits, looks: [NumberLook], texts: [String], is1904: Bool) {
        self.part = part
        self.limits = limits
        self.looks = looks
        self.texts = texts
        self.is1904 = is1904
    }

    /// The next row that is whole.
    func take() -> SheetRow? {
        guard taken < made.count else {
            made.removeAll(keepingCapacity: true)
            taken = 0
            return nil
        }
        taken += 1
        return made[taken - 1]
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        switch name {
        case "c": try startCell(attributes)
        case "v": isText = kind != .inline
        case "t": isText = kind == .inline && readings == 0
        case "row": try startRow(attributes)
        case "rPh": readings += 1
        case "sheetData": isSheet = true
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard isText else { return }
        guard gathered.count + bytes.count <= limits.cellBytes else {
            throw FormatError.cellTooLarge(row: number, column: column, limit: limits.cellBytes)
        }
        gathered.append(contentsOf: bytes)
    }

    func end(_ name: XMLName) throws {
        switch name {
        case "v", "t": isText = false
        case "c": try endCell()
        case "row":
            if !cells.isEmpty { made.append(SheetRow(number: number, line: number, cells: cells)) }
        case "rPh": readings -= 1
        default: break
        }
    }

    private func startRow(_ attributes: XMLAttributes) throws {
        let told = attributes["r"].map { Int($0) ?? 0 } ?? number + 1
        guard told > number else { throw FormatError.damaged(part: part) }
        guard told <= limits.rows else { throw FormatError.tooManyRows(limit: limits.rows) }
        number = told
        column = 0
        cells = []
    }

    private func startCell(_ attributes: XMLAttributes) throws {
        gathered.removeAll(keepingCapacity: true)
        if let place = attributes.plain("r") {
            // Cells of a row come in order; else one could hide behind another.
            guard let reference = CellReference(place), reference.column > column else { throw FormatError.damaged(part: part) }
            column = reference.column
        } else {
            column += 1
        }
        guard column <= limits.columns else { throw FormatError.tooManyColumns(row: number, limit: limits.columns) }
        kind = .number
        if let type = attributes.plain("t") {
            if XMLName.same(type, "s") {
                kind = .shared
            } else if XMLName.same(type, "inlineStr") {
                kind = .inline
            } else if XMLName.same(type, "str") {
                kind = .text
            } else if XMLName.same(type, "b") {
                kind = .boolean
            } else if XMLName.same(type, "e") {
                kind = .error
            } else if XMLName.same(type, "d") {
                kind = .day
            }
        }
        look = .number
        if kind == .number, let style = attributes.plain("s"), let index = Int(String(cString: style)), looks.indices.contains(index) {
            look = looks[index]
        }
    }

    private func endCell() throws {
        guard !gathered.isEmpty else { return }
        let cell = try value()
        if cell == .empty { return }
        cellCount += column - cells.count
        guard cellCount <= limits.cells else { throw FormatError.tooLarge(part: part, limit: limits.cells) }
        while cells.count < column - 1 { cells.append(.empty) }
        cells.append(cell)
    }

    private func value() throws -> SheetCell {
        switch kind {
        case .number: return gathered.withUnsafeBufferPointer { numeric($0) }
        case .shared:
            guard let index = Int(String(decoding: gathered, as: UTF8.self)), texts.indices.contains(index) else {
                throw FormatError.missingText(row: number, column: column)
            }
            return texts[index].isEmpty ? .empty : .text(texts[index])
        case .text, .inline: return .text(XLSXText.decoded(gathered))
        case .boolean: return .boolean(gathered.first == 0x31 || gathered.first == 0x74)
        case .error: return .error(String(decoding: gathered, as: UTF8.self))
        case .day:
            let text = String(decoding: gathered, as: UTF8.self)
            return SerialDay.iso(text) ?? .text(text)
        }
    }

    private func numeric(_ raw: UnsafeBufferPointer<UInt8>) -> SheetCell {
        if look == .number, SheetDecimal.isPlain(raw) { return .number(String(decoding: raw, as: UTF8.self)) }
        guard let plain = SheetDecimal.plain(raw) else { return .text(String(decoding: raw, as: UTF8.self)) }
        switch look {
        case .number: return .number(plain)
        case .percent: return .percent(SheetDecimal.plain(raw, shift: 2) ?? plain)
        case .day, .moment, .time: return SerialDay.cell(plain, look: look, from1904: is1904) ?? .number(plain)
        }
    }
}
