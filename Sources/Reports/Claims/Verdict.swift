public import Storage

/// What became of a claim (结论性表述). One that fails is never printed, one that can't be decided only where it is of quality.
public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
    case holds, fails, undecidable

    /// 有据、不符、无法核实 (practice.md 5).
    public var words: Words {
        switch self {
        case .holds: Words(zh: "有据", en: "Holds")
        case .fails: Words(zh: "不符", en: "Fails")
        case .undecidable: Words(zh: "无法核实", en: "Undecidable")
        }
    }

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
