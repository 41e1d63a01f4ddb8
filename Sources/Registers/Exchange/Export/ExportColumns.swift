import Formats
import Storage

/// The columns of an export: every field in use that its reader may see, then the state.
struct ExportColumns {
    /// A column with where its value stands in a row of the table.
    struct Column {
        let field: Field
        let position: Int
        let shape: Shape
    }

    /// How a stored value becomes a cell.
    enum Shape {
        case number, day, moment, text
        case reference(Name)
    }

    let columns: [Column]
    /// Personal fields that are left out.
    let hidden: [Field]
    private let state: (position: Int, names: [String: String])?
    private let language: Language
    private let offset: Int
    private let directory: ReferenceDirectory

    init(_ register: Register, _ book: Book, _ permission: Permission, _ language: Language, in reading: Reading) throws {
        let table = register.table
        var directory = ReferenceDirectory()
        columns = register.activeFields.filter { permission.sees($0) }.map { field in
            let position = table.position(of: field.kind.columns(field.column).first?.name ?? field.column) ?? 0
            return Column(field: field, position: position, shape: ExportColumns.shape(field.kind))
        }
        hidden = register.activeFields.filter { !permission.sees($0) }
        for case .reference(let target) in columns.map(\.shape) {
            if let register = book.catalogue.register(target) { try directory.load(register, in: reading) }
        }
        self.directory = directory
        self.language = language
        offset = book.store.offset
        if !register.states.isEmpty, let position = table.position(of: Register.stateColumn) {
            state = (position, Dictionary(register.states.map { ($0.id.text, $0.name(language)) }, uniquingKeysWith: { first, _ in first }))
        } else {
            state = nil
        }
    }

    private static func shape(_ kind: any FieldKind) -> Shape {
        if let target = kind.target { return .reference(target) }
        if kind.isNumeric { return .number }
        if kind is MomentField { return .moment }
        return kind.type == .day && !(kind is PeriodField) ? .day : .text
    }

    /// `工业总产值（万元）`, which an import understands again.
    func header(_ column: Column) -> String {
        let label = column.field.name(language)
        guard let unit = column.field.kind.unit else { return label }
        return language == .zh ? "\(label)（\(unit)）" : "\(label) (\(unit))"
    }

    /// The headers with what a workbook needs to know of each column.
    var sheet: [XLSXColumn] {
        var result = columns.map { column in
            let places = if case .number = column.shape { Optional(column.field.kind.places) } else { Int?.none }
            let options = (column.field.kind as? ChoiceField)?.options.filter { !$0.isRetired }.map { $0.name(language) } ?? []
            return XLSXColumn(header(column), places: places, choices: options)
        }
        if state != nil { result.append(XLSXColumn(Matcher.stateHeaders[language == .zh ? 0 : 2])) }
        return result
    }

    /// The cells of a row of the register's table.
    func cells(_ row: [Value]) -> [SheetCell] {
        var cells = columns.map { cell(row[$0.position], $0) }
        if let state { cells.append(row[state.position].text.map { .text(state.names[$0] ?? $0) } ?? .empty) }
        return cells
    }

    private func cell(_ value: Value, _ column: Column) -> SheetCell {
        if value.isNull { return .empty }
        let kind = column.field.kind
        switch column.shape {
        case .number: return .number(kind.plain(value))
        case .day:
            guard let day = value.integer.flatMap({ Day(number: $0) }) else { return .empty }
            return .day(year: day.year, month: day.month, day: day.day)
        case .moment: return value.integer.flatMap { moment($0) } ?? .empty
        case .reference(let target): return value.integer.map { .text(named($0, target)) } ?? .empty
        case .text:
            let isChoice = kind is ChoiceField || kind is YesNoField
            return .text(isChoice ? kind.text(value, language) : kind.plain(value))
        }
    }

    private func moment(_ milliseconds: Int64) -> SheetCell? {
        let (local, overflow) = milliseconds.addingReportingOverflow(Int64(offset) * 1000)
        guard !overflow, let day = Moment(milliseconds: local).day(offset: 0) else { return nil }
        let seconds = Int((local % 86_400_000 + 86_400_000) % 86_400_000 / 1000)
        return .moment(year: day.year, month: day.month, day: day.day, hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60)
    }

    /// The title where it means this record and no other, else its number.
    private func named(_ id: Int64, _ target: Name) -> String {
        guard let title = directory.card(target, id)?.title, directory.match(target, title) == .one(id) else { return "#\(id)" }
        return title
    }
}
