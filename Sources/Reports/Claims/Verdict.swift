public import Storage

/// What became of a claim (结论性表述). One that fails or can't be decided is not printed.
public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
    case holds, fails, undecidable
    /// Words of quality, which no record can bear out or refute: printed, and told for what they are.
    case qualitative

    /// 有据、不符、无法核实 (practice.md 5).
    public var words: Words {
        switch self {
        case .holds: Words(zh: "有据", en: "Holds")
        case .fails: Words(zh: "不符", en: "Fails")
        case .undecidable: Words(zh: "无法核实", en: "Undecidable")
        case .qualitative: Words(zh: "定性表述，无数据支撑", en: "Words of quality, borne out by no data")
        }
    }

    /// Whether its words stand in the text.
    public var isPrinted: Bool { self == .holds || self == .qualitative }

    /// Of several parts that must all hold: one that fails decides, then one that is undecidable.
    static func all(_ verdicts: some Sequence<Verdict>) -> Verdict {
        var result = Verdict.holds
        for verdict in verdicts {
            if verdict == .fails { return .fails }
            if verdict != .holds { result = .undecidable }
        }
        return result
    }
}
