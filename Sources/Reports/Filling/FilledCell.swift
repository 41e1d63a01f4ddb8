public import Formats
public import Indicators
public import Storage

/// One blank cell of a form: what belongs there, what was put there and what stands behind it, or why it stays blank.
public struct FilledCell: Sendable {
    /// Why a cell stays blank.
    public enum Gap: String, Sendable, Codable, CaseIterable {
        /// Nothing that the book counts fits its labels.
        case unknown
        /// Something may fit; a person says whether it does.
        case proposed
        /// The book has no figure for it.
        case noData
        /// The figure can't be put there.
        case unfit
        /// It is hidden, or the form's maker doesn't let anybody type there.
        case closed

        public var words: Words {
            switch self {
            case .unknown: Words(zh: "未对上指标", en: "not matched")
            case .proposed: Words(zh: "对应待确认", en: "match to be confirmed")
            case .noData: Words(zh: "无数据", en: "no data")
            case .unfit: Words(zh: "填不进去", en: "doesn't fit")
            case .closed: Words(zh: "隐藏或锁定", en: "hidden or locked")
            }
        }
    }

    public var sheet: String
    public var place: FormPlace
    /// What stands beside it and above it.
    public var row: String
    public var column: String
    public var key: FormRule.Key
    public var rule: FormRule
    public var certainty: Certainty
    /// Why it isn't surer, or why it stays blank.
    public var why: Words?
    /// The record that the row names.
    public var member: String?
    /// What people call the figure.
    public var name: Words?
    public var period: Period?
    /// Whose figure it is; nil where nobody is declared, or nothing fits.
    public var owner: Words?
    /// The figure: exactly, in its own unit; as it was put into the cell; and what it is worth.
    public var exact: String = ""
    public var exactUnit: String = ""
    public var written: String = ""
    public var status: FigureStatus?
    /// Of how many records, and of which register.
    public var records: Int?
    public var register: Words?
    public var completeness: Words?
    /// What was put there; nil where it stays blank.
    public var value: FormValue?
    public var gap: Gap?
}

/// A form that was filled, with everything that its reader must know of it.
public struct FilledForm: Sendable {
    public let file: String
    /// The titles of its sheets.
    public let titles: [String]
    public let period: Period
    /// The change up to which the book was known; nil for now.
    public let asOf: Int64?
    /// The book's newest change when it was filled.
    public let change: Int64
    public let cells: [FilledCell]
    public let notes: [Words]

    public var filled: [FilledCell] { cells.filter { $0.value != nil } }
    public var gaps: [FilledCell] { cells.filter { $0.gap != nil } }

    /// The values by sheet, for the workbook.
    public var values: [String: [FormPlace: FormValue]] {
        var values: [String: [FormPlace: FormValue]] = [:]
        for cell in cells { if let value = cell.value { values[cell.sheet, default: [:]][cell.place] = value } }
        return values
    }

    /// The rules by which cells were filled or left to their makers, for remembering.
    public var rules: [(key: FormRule.Key, rule: FormRule)] {
        var seen: Set<FormRule.Key> = []
        return cells.filter { $0.certainty.fills && seen.insert($0.key).inserted }.map { ($0.key, $0.rule) }
    }
}
