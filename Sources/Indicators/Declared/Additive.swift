extension Indicator {
    /// Whether periods side by side come to the whole: what happened is counted once or added up. Different things that are told apart
    /// (distinct), averages and what members reach can stand in two periods and are counted once in both together.
    public var addsUp: Bool {
        guard kind == .flow, case .counted(let counted) = definition else { return false }
        return (counted.aggregate == .count && !counted.isLatest) || counted.aggregate == .sum
    }

    /// Whether of each series the last form counts, so that a newer one takes its place.
    public var isLatest: Bool {
        guard case .counted(let counted) = definition else { return false }
        return counted.isLatest
    }

    /// Whether it counts the members of a register of whom something holds.
    public var isOfMembers: Bool { isMembers }
}
