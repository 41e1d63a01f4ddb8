public import Storage

/// How settled a figure is, the least settled first (practice.md 5): the status of a figure is that of its least settled part.
public enum FigureStatus: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// What may still move: 快报数、预计数、初步核算数.
    case flash, estimated, preliminary
    /// What is reported or verified: the month's form, locked; the annual return, which replaces it; the statistics office's last word
    /// (practice.md 3.1).
    case locked, annual, final
    /// What isn't a statistic: a count of the book's own records; what is aimed at; what the park set for itself.
    case counted, aim, setting

    /// 快报数、预计数、初步核算数、月报数、年报数、最终核实数、台账数、目标、参数.
    public var words: Words {
        switch self {
        case .flash: Words(zh: "快报数", en: "Flash")
        case .estimated: Words(zh: "预计数", en: "Estimated")
        case .preliminary: Words(zh: "初步核算数", en: "Preliminary")
        case .locked: Words(zh: "月报数（已锁定）", en: "Monthly return, locked")
        case .annual: Words(zh: "年报数", en: "Annual return")
        case .final: Words(zh: "最终核实数", en: "Final")
        case .counted: Words(zh: "台账数", en: "Counted")
        case .aim: Words(zh: "目标", en: "Target")
        case .setting: Words(zh: "参数", en: "Parameter")
        }
    }

    /// Whether nothing about it is expected to move but by a correction.
    public var isSettled: Bool { self > .preliminary }

    /// Whether an indicator may be declared to be so; what else there is comes of its records.
    var isDeclared: Bool { [.flash, .estimated, .final, .counted].contains(self) }

    /// What a record may say of its own figure that keeps it from being final, the least settled first.
    static let unverified = allCases.filter { $0 < .final }

    private var rank: Int { FigureStatus.allCases.firstIndex(of: self) ?? 0 }

    public static func < (left: FigureStatus, right: FigureStatus) -> Bool { left.rank < right.rank }
}
