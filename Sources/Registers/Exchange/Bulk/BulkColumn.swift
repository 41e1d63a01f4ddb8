import Formats
import Storage

/// Reads the cells of one column of a table of text from their bytes, wherever a cell is as cells usually are.
struct BulkColumn {
    /// How.
    private enum Way {
        case number, month, day
        /// Texts that come again and again.
        case seen
        /// Every cell by the field itself.
        case each
    }

    /// Where the cell stands in the row of the file.
    let place: Int
    /// Where the value goes in the row of the register's table.
    let position: Int
    private let way: Way
    private let number: PlainNumber?
    private let field: Field
    private let context: InputContext
    private var seen = SeenCells()

    /// Nil for a column that has to be read cell by cell: one with a map, one of moments.
    init?(_ column: Matching.Column, _ layout: RecordLayout, _ directory: ReferenceDirectory) {
        let kind = column.field.kind
        guard column.reading.isPlain, let slot = layout.slot(column.field.id), slot.position == slot.dayPosition, !column.field.isRetired else {
            return nil
        }
        place = column.place
        position = slot.position
        field = column.field
        context = kind.target == nil ? InputContext(unit: column.unit) : directory.context
        number = PlainNumber(kind, unit: column.unit)
        if number != nil {
            way = .number
        } else if let period = kind as? PeriodField, period.every == .month {
            way = .month
        } else if kind is DayField {
            way = .day
        } else if kind is TextField || kind is NoteField || kind is CodeField || kind is PlaceField || kind is RowsField || kind is FileField {
            way = .each
        } else {
            way = .seen
        }
    }

    /// The value, null for an empty cell; nil where the row must be looked at as a whole.
    @inline(__always)
    mutating func value(_ cell: UnsafeBufferPointer<UInt8>) -> Value? {
        if cell.isEmpty { return .null }
        switch way {
        case .number:
            if let units = number?.units(cell) { return .integer(units) }
            return read(cell)
        case .month:
            if let month = PlainDay.month(cell) { return .integer(month) }
        case .day:
            if let day = PlainDay.day(cell) { return .integer(day) }
        case .each: return read(cell)
        case .seen: break
        }
        if let known = seen.value(cell) { return known }
        guard let value = read(cell) else { return nil }
        seen.remember(cell, value)
        return value
    }

    /// The value of a workbook's cell: of its text, or of its number in a column of numbers; nil where the row must be looked at as a whole.
    mutating func value(of cell: SheetCell) -> Value? {
        switch cell {
        case .empty: return .null
        case .text(var text): return text.withUTF8 { value($0) }
        case .number(var text):
            guard case .number = way else { return nil }
            return text.withUTF8 { number?.units($0) }.map { .integer($0) }
        case .day(let year, let month, let day):
            guard let day = Day(year, month, day) else { return nil }
            switch way {
            case .day: return .integer(day.number)
            case .month: return .integer(day.number / 100 * 100 + 1)
            default: return nil
            }
        case .percent, .moment, .boolean, .error: return nil
        }
    }

    private func read(_ cell: UnsafeBufferPointer<UInt8>) -> Value? { value(Input.text(String(decoding: cell, as: UTF8.self))) }

    /// The value of an input that is made already; nil where it can't be read.
    func value(_ input: Input) -> Value? {
        input.isEmpty ? .null : try? field.kind.read(input, context)
    }
}
