/// Finds where in a sheet's XML its rows and cells stand, so that a cell can be filled without touching anything else.
final class FormSheetScan: XMLHandler {
    /// One `c` element, in bytes of the part.
    struct Cell: Sendable {
        var start: Int
        var tagEnd: Int
        var end: Int
        var style: Int?
        var hasFormula = false
        /// It has something in it that only its maker understands.
        var isTaken = false
    }

    /// One `row` element; `end` is where its last cell ends. It is open where it has an end tag.
    struct Row: Sendable {
        var start: Int
        var tagEnd: Int
        var end: Int
        var style: Int?
        var spans: ClosedRange<Int>?
        var isOpen: Bool
    }

    /// What was found.
    struct Found: Sendable {
        var cells: [FormPlace: Cell] = [:]
        var rows: [Int: Row] = [:]
        var columns: [(range: ClosedRange<Int>, style: Int?)] = []
        var merged: [CellRange] = []
        var hiddenRows: Set<Int> = []
        var hiddenColumns: [ClosedRange<Int>] = []
        var isProtected = false
        /// Where the last row ends.
        var dataEnd = 0
    }

    private(set) var found = Found()
    /// Knows where in the bytes the parser is.
    weak var reader: XMLReader?
    private let part: String
    private let limits: FormLimits
    private var row = 0
    private var column = 0
    private var isInCell = false

    init(part: String, limits: FormLimits) {
        self.part = part
        self.limits = limits
    }

    private var place: (start: Int, length: Int) { reader?.place ?? (0, 0) }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        switch name {
        case "row": try startRow(attributes)
        case "c": try startCell(attributes)
        case "f" where isInCell: found.cells[FormPlace(row: row, column: column)]?.hasFormula = true
        case "col": column(attributes)
        case "mergeCell":
            guard let range = attributes["ref"].flatMap({ CellRange($0) }) else { throw FormatError.damaged(part: part) }
            guard found.merged.count < limits.merged else { throw FormatError.tooLarge(part: part, limit: limits.merged) }
            found.merged.append(range)
        case "sheetProtection": found.isProtected = ["1", "true"].contains(attributes["sheet"] ?? "")
        case "sheetData": found.dataEnd = place.start + place.length
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    func end(_ name: XMLName) {
        switch name {
        case "c":
            isInCell = false
            found.cells[FormPlace(row: row, column: column)]?.end = place.start + place.length
        case "row":
            let place = place
            found.rows[row]?.isOpen = place.length > 0
            found.rows[row]?.end = place.start
            found.dataEnd = place.start + place.length
        case "extLst" where isInCell: found.cells[FormPlace(row: row, column: column)]?.isTaken = true
        default: break
        }
    }

    private func startRow(_ attributes: XMLAttributes) throws {
        let told = attributes["r"].map { Int($0) ?? 0 } ?? row + 1
        guard told > row, told <= 1_048_576 else { throw FormatError.damaged(part: part) }
        (row, column) = (told, 0)
        let place = place
        let end = place.start + place.length
        let spans = attributes["spans"].flatMap { text -> ClosedRange<Int>? in
            let ends = text.split(separator: ":").compactMap { Int($0) }
            return ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
        }
        let hasStyle = ["1", "true"].contains(attributes["customFormat"] ?? "")
        found.rows[row] = Row(
            start: place.start, tagEnd: end, end: end, style: hasStyle ? attributes["s"].flatMap { Int($0) } : nil, spans: spans, isOpen: true)
        if ["1", "true"].contains(attributes["hidden"] ?? "") { found.hiddenRows.insert(row) }
    }

    private func startCell(_ attributes: XMLAttributes) throws {
        if let written = attributes.plain("r") {
            guard let reference = CellReference(written), reference.row == row, reference.column > column else {
                throw FormatError.damaged(part: part)
            }
            column = reference.column
        } else {
            column += 1
        }
        guard column <= 16_384 else { throw FormatError.tooManyColumns(row: row, limit: 16_384) }
        guard found.cells.count < limits.cells else { throw FormatError.tooLarge(part: part, limit: limits.bytes) }
        let place = place
        let end = place.start + place.length
        isInCell = true
        found.cells[FormPlace(row: row, column: column)] = Cell(
            start: place.start, tagEnd: end, end: end, style: attributes["s"].flatMap { Int($0) })
    }

    private func column(_ attributes: XMLAttributes) {
        guard let first = attributes["min"].flatMap({ Int($0) }), let last = attributes["max"].flatMap({ Int($0) }), first >= 1, first <= last,
            found.columns.count < 16_384
        else { return }
        found.columns.append((first...last, attributes["style"].flatMap { Int($0) }))
        if ["1", "true"].contains(attributes["hidden"] ?? "") { found.hiddenColumns.append(first...last) }
    }
}

/// How large a workbook may be that is filled by hand and not by machines.
public struct FormLimits: Sendable {
    /// Most bytes of a sheet's XML.
    public var bytes = 32 << 20
    /// Most cells of a sheet, written ones.
    public var cells = 200_000
    /// Most merged blocks of a sheet.
    public var merged = 20_000
    /// Most bytes of the whole file.
    public var fileBytes = 32 << 20
    /// Most sheets.
    public var sheets = 200

    public init() {}
}
