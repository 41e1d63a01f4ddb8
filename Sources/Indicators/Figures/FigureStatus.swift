public import Storage

/// How settled a figure is, the least settled first (practice.md 5): the status of a figure is that of its least settled part.
public enum FigureStatus: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case flash, estimated, preliminary, final

    /// 快报数、预计数、初步核算数、最终核实数.
    public var words: Words {
        switch self {
        case .flash: Words(zh: "快报数", en: "Flash")
        case .estimated: Words(zh: "预计数", en: "Estimated")
        case .preliminary: Words(zh: "初步核算数", en: "Preliminary")
        case .final: Words(zh: "最终核实数", en: "Final")
        }
    }

    private var rank: Int {
        switch self {
        case .flash: 0
        case .estimated: 1
        case .preliminary: 2
        case .final: 3
        }
    }

    public static func < (left: FigureStatus, right: FigureStatus) -> Bool { left.rank < right.rank }
}
