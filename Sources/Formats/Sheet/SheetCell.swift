/// What stands in one cell of a table, whether it came from CSV or from a workbook. Figures are exact decimal text.
public enum SheetCell: Sendable, Hashable {
    /// Nothing.
    case empty
    /// Words, or anything at all where the table is CSV.
    case text(String)
    /// A plain decimal without exponent or grouping, `-1234.5`.
    case number(String)
    /// A number that is shown as a percentage, as it is shown: `12.1` where the sheet holds 0.121 and shows 12.1%.
    case percent(String)
    /// A day of the Gregorian calendar.
    case day(year: Int, month: Int, day: Int)
    /// A day and a time of the local clock.
    case moment(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int)
    /// Truth.
    case boolean(Bool)
    /// An error of the sheet's own, `#N/A`, `#DIV/0!`.
    case error(String)

    /// Nothing to see: empty, or text of blanks only.
    public var isBlank: Bool {
        switch self {
        case .empty: true
        case .text(let text): text.allSatisfy(\.isWhitespace)
        default: false
        }
    }

    /// What a person sees in the cell: `12.1%`, `2022-12-31`, `2022-12-31 08:30:00`, `TRUE`.
    public var plain: String {
        switch self {
        case .empty: ""
        case .text(let text), .number(let text), .error(let text): text
        case .percent(let text): text + "%"
        case .day(let year, let month, let day): SheetCell.written(year, month, day)
        case .moment(let year, let month, let day, let hour, let minute, let second):
            SheetCell.written(year, month, day) + " " + SheetCell.clock(hour, minute, second)
        case .boolean(let truth): truth ? "TRUE" : "FALSE"
        }
    }

    static func written(_ year: Int, _ month: Int, _ day: Int) -> String {
        "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    static func clock(_ hour: Int, _ minute: Int, _ second: Int) -> String {
        "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
