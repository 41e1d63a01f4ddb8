/// Divides whole amounts so that the parts add up exactly.
enum Shares {
    /// Parts in proportion to the weights; the last part that has a weight takes the rest.
    static func split(_ total: Int64, _ weights: [Int64]) -> [Int64] {
        let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
        guard sum > 0 else { return weights.map { _ in 0 } }
        var parts = weights.map { part(total, Int128($0), sum) }
        let given = parts.reduce(Int64(0), +)
        if let last = weights.lastIndex(where: { $0 > 0 }) { parts[last] += total - given }
        return parts
    }

    /// `total × numerator ÷ denominator`, cut to a whole number.
    static func part(_ total: Int64, _ numerator: Int128, _ denominator: Int128) -> Int64 {
        denominator == 0 ? 0 : Int64(clamping: Int128(total) * numerator / denominator)
    }
}
