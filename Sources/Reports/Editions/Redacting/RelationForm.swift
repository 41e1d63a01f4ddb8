import Indicators
import Storage

extension Relation.Form {
    /// How a value comes of others, found by trying: a sum or difference, or a quotient of which it is one of the three members.
    static func found(_ result: (name: String, value: Amount?), _ others: [(name: String, value: Amount?)]) -> Relation.Form {
        let amounts = others.compactMap(\.value)
        guard let value = result.value, amounts.count == others.count else { return .other }
        if let signs = signs(value, amounts) { return .sum(signs) }
        guard others.count == 2 else { return .other }
        let all = [(result.name, value), (others[0].name, amounts[0]), (others[1].name, amounts[1])]
        for rate in all.indices {
            let rest = all.indices.filter { $0 != rate }
            for (part, whole) in [(rest[0], rest[1]), (rest[1], rest[0])] {
                for scale in [1, 100] where fits(all[rate].1, all[part].1, all[whole].1, scale) {
                    return .quotient(all[part].0, over: all[whole].0, scale: scale)
                }
            }
        }
        return .other
    }

    /// The signs with which the others add up to a value exactly; nil where they don't.
    private static func signs(_ value: Amount, _ others: [Amount]) -> [Int]? {
        guard (1...6).contains(others.count) else { return nil }
        for choice in 0..<(1 << others.count) {
            let signs = others.indices.map { choice >> $0 & 1 == 0 ? 1 : -1 }
            let sum = zip(others, signs).reduce(Optional(Amount.zero)) { sum, one in
                sum.flatMap { try? one.1 > 0 ? $0.adding(one.0) : $0.subtracting(one.0) }
            }
            if sum == value { return signs }
        }
        return nil
    }

    /// Whether a rate is the quotient of two numbers, or that less one.
    private static func fits(_ rate: Amount, _ part: Amount, _ whole: Amount, _ scale: Int) -> Bool {
        guard !whole.isZero, let quotient = try? part.divided(by: whole).multiplied(by: Amount(Int64(scale))) else { return false }
        return quotient == rate || (try? quotient.subtracting(Amount(Int64(scale)))) == rate
    }
}
