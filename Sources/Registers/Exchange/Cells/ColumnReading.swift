import Formats
import Storage

/// Makes inputs of the cells of one column, as the map and the header have it.
struct ColumnReading: Sendable {
    private let field: Field
    private let empty: Set<String>
    private let values: [String: String]
    private let patterns: [AmountPattern]
    /// The unit of bare numbers, where map or header say it.
    private let unit: Unit?
    private let rounds: Bool
    private let isNumeric: Bool
    private let isPeriod: Bool
    /// Whether the map says nothing of this column, so that a cell of text is the input as it stands.
    let isPlain: Bool

    init(_ field: Field, _ column: ImportMap.Column?, unit: Unit?, common: [String]) {
        self.field = field
        empty = Set(column?.empty ?? common)
        values = column?.values ?? [:]
        patterns = column?.patterns ?? []
        rounds = column?.rounds ?? false
        self.unit = unit
        isNumeric = field.kind.isNumeric
        isPeriod = field.kind is PeriodField
        isPlain = empty.isEmpty && values.isEmpty && patterns.isEmpty && !rounds
    }

    /// The input, or why the cell can't be one. Counts in `rounded` what was rounded.
    func input(_ cell: SheetCell, rounded: inout Int) throws(Fault) -> Input {
        if cell == .empty { return .empty }
        if !isPlain {
            let narrow = Narrow.text(cell.plain)
            if empty.contains(narrow) { return .empty }
            if let meant = values[narrow] { return meant.isEmpty ? .empty : .text(meant) }
            if !patterns.isEmpty, !narrow.isEmpty { return try round(amount(narrow), &rounded) }
            if rounds { return round(try usual(cell), &rounded) }
        }
        return try usual(cell)
    }

    private func usual(_ cell: SheetCell) throws(Fault) -> Input {
        switch cell {
        case .empty: return .empty
        case .text(let text): return .text(text)
        case .number(let text):
            if isNumeric { return .number(text) }
            // Five digits in a column of periods are a day's serial number; written(_:) would see a year of four digits and a month.
            if isPeriod, text.utf8.count == 5, let day = DayReading.serial(text) { return .day(day) }
            if field.kind.type == .day { return .number(text) }
            return .text(text)
        case .percent(let text): return .text(text + "%")
        case .day(let year, let month, let day):
            return Day(year, month, day).map { .day($0) } ?? .text(cell.plain)
        case .moment(let year, let month, let day, let hour, let minute, let second):
            guard let day = Day(year, month, day), let moment = Moment(day, hour: hour, minute: minute, second: second, offset: 0) else {
                return .text(cell.plain)
            }
            return isPeriod ? .day(day) : field.kind.type == .text ? .text(cell.plain) : .moment(moment)
        case .boolean(let truth): return .truth(truth)
        case .error(let text):
            throw Fault(zh: "单元格是错误值“\(text)”，请改正或清空。", en: "The cell holds the error “\(text)”; put it right or clear it.")
        }
    }

    /// A number with its unit, out of one of the patterns.
    private func amount(_ text: String) throws(Fault) -> Input {
        let isBare = text.allSatisfy { $0.isASCII && ($0.isNumber || "+-.,".contains($0)) }
        guard let (number, written) = patterns.lazy.compactMap({ $0.match(text) }).first ?? (isBare ? (text[...], nil) : nil) else {
            throw Fault(
                zh: "“\(text.prefix(40))”的写法看不出数和单位，请改成如 500万元 的写法。",
                en: "Number and unit can't be told in “\(text.prefix(40))”; write it as 500万元.")
        }
        guard let unit = written ?? unit else {
            throw Fault(
                zh: "“\(text.prefix(40))”没有写单位，无法确定是元还是万元；请写明单位。",
                en: "“\(text.prefix(40))” has no unit, so it can't be told how much it is; write the unit.")
        }
        return .text("\(number)\(unit.symbol)")
    }

    /// A number with more places than the field keeps, rounded half up; anything else as it is.
    private func round(_ input: Input, _ rounded: inout Int) -> Input {
        guard rounds, case .number(let declared) = field.kind.type else { return input }
        let text = Narrow.text(input.shown)
        let digits = text.prefix { $0.isASCII && ($0.isNumber || "+-.,".contains($0)) }
        let symbol = Narrow.trimmed(String(text.dropFirst(digits.count)))
        guard let amount = NumberReading.ungrouped(String(digits)).flatMap({ Amount($0) }) else { return input }
        let given = symbol.isEmpty ? unit ?? declared : Unit(symbol)
        var factor = Amount.one
        if let declared {
            guard let found = given?.factor(to: declared) else { return input }
            factor = found
        } else if !symbol.isEmpty {
            return input
        }
        guard let exact = try? amount.multiplied(by: factor), exact.units(places: field.kind.places) == nil,
            AmountText.round(exact, places: field.kind.places) != exact
        else { return input }
        rounded += 1
        return .text(AmountText.rounded(exact, places: field.kind.places) + (declared?.symbol ?? ""))
    }
}
