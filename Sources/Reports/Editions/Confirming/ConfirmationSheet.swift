import Indicators
import Registers
public import Storage

/// The 核数单 of a report: every printed figure under the department that owns it, and what the department said of it.
public struct ConfirmationSheet: Sendable {
    /// How a figure stands.
    public enum Standing: String, Sendable, Hashable {
        case pending, confirmed, objected
        /// It was confirmed, but its value has changed since.
        case changed

        public var words: Words {
            switch self {
            case .pending: Words(zh: "未核", en: "Not confirmed")
            case .confirmed: Words(zh: "已核", en: "Confirmed")
            case .objected: Words(zh: "换口径", en: "Another source wanted")
            case .changed: Words(zh: "已变，须重核", en: "Changed, to be confirmed anew")
            }
        }
    }

    /// A figure of the sheet.
    public struct Line: Sendable {
        public var printed: PrintedFigure
        /// The role that owns its indicator; nil where none is declared.
        public var owner: Name?
        public var standing: Standing
        /// What was said of it last.
        public var confirmation: Confirmation?
        /// What the latest edition that stands printed, where it is another; nil where none was released or it is the same.
        public var released: String?
    }

    /// A department with its figures.
    public struct Department: Sendable {
        public var owner: Name?
        public var name: Words
        public var lines: [Line]

        /// How many are confirmed.
        public var confirmed: Int { lines.count { $0.standing == .confirmed } }
        /// Those that are not.
        public var open: [Line] { lines.filter { $0.standing != .confirmed } }
    }

    /// In the order in which the roles are declared, those without an owner last.
    public let departments: [Department]

    /// All figures, and how many are confirmed.
    public var count: Int { departments.reduce(0) { $0 + $1.lines.count } }
    public var confirmed: Int { departments.reduce(0) { $0 + $1.confirmed } }
    public var isComplete: Bool { confirmed == count }

    init(_ report: CompiledReport, _ confirmations: [Confirmation], released: [String: String], _ indicators: IndicatorCatalogue, roles: [Role]) {
        let said = Dictionary(confirmations.map { ($0.figure, $0) }, uniquingKeysWith: { $1 })
        let lines = report.printedFigures.map { printed in
            let confirmation = said[printed.id]
            return Line(
                printed: printed, owner: FigureOwner.owner(of: printed, report, indicators),
                standing: confirmation.map { ConfirmationSheet.standing($0, printed) } ?? .pending, confirmation: confirmation,
                released: released[printed.id].flatMap { $0 == printed.said ? nil : $0 })
        }
        let groups = Dictionary(grouping: lines) { $0.owner }
        var departments = roles.compactMap { role in
            groups[role.id].map { Department(owner: role.id, name: role.name, lines: $0) }
        }
        let known = Set(roles.map(\.id))
        let others = lines.filter { line in line.owner.map { !known.contains($0) } ?? true }
        if !others.isEmpty { departments.append(Department(owner: nil, name: Words(zh: "未定责任部门", en: "No department"), lines: others)) }
        self.departments = departments
    }

    private static func standing(_ confirmation: Confirmation, _ printed: PrintedFigure) -> Standing {
        guard confirmation.printed == printed.said, confirmation.value == printed.exact else { return .changed }
        return confirmation.answer == .other ? .objected : .confirmed
    }
}

extension PrintedFigure {
    /// The exact value, or the word in its place: what a confirmation holds for.
    var exact: String { figure.value ?? figure.word ?? "" }
}

/// Finds which department a figure belongs to.
enum FigureOwner {
    /// The owner of the first indicator of its expression that has one; of what a claim found, of the claim's evidence.
    static func owner(of printed: PrintedFigure, _ report: CompiledReport, _ indicators: IndicatorCatalogue) -> Name? {
        if let owner = owner(printed.figure.indicator, indicators) { return owner }
        let finding = printed.figure.indicator.split(separator: ".").first.flatMap { report.claim(String($0)) }
        return finding?.evidence.lazy.compactMap { owner($0.indicator, indicators) }.first
    }

    private static func owner(_ expression: String, _ indicators: IndicatorCatalogue) -> Name? {
        let words = expression.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".")) }
        return words.lazy.compactMap { $0.split(separator: ".").first.flatMap { indicators.indicator(named: String($0))?.owner } }.first
    }
}
