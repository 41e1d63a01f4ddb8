import Storage

/// Finds sums, shares and growths among numbers that stand together, by their printed values alone, as a reader with a pencil would.
struct FittingNumbers {
    typealias Quantity = PrintedQuantities.Quantity

    /// Sums, shares and growths among the numbers of a sentence or a row.
    static func together(_ numbers: [Quantity]) -> [Relation] {
        guard numbers.count <= most else { return [] }
        var found: [Relation?] = []
        for whole in numbers {
            let others = numbers.filter { $0.name != whole.name && $0.unit == whole.unit }
            found += sums(whole, others)
            for part in others where part.unit != "%" {
                for rate in numbers where rate.unit == "%" && (shares(rate, part, whole) || grows(rate, part, whole)) {
                    found.append(Relation(rate.name, [part.name, whole.name], as: .quotient(part.name, over: whole.name, scale: 100), .beside))
                }
            }
        }
        return found.compactMap { $0 }
    }

    /// The numbers of a column and the one that is their sum, wherever it is printed; of a column that holds its own total too.
    static func column(_ numbers: [Quantity], among all: [Quantity]) -> [Relation] {
        guard numbers.count > 1, let sum = total(numbers) else { return [] }
        let slack = numbers.reduce(Optional(Amount.zero)) { sum, one in sum.flatMap { try? $0.adding(one.half) } } ?? .zero
        let names = Set(numbers.map(\.name))
        let unit = Set(numbers.map(\.unit)).count == 1 ? numbers[0].unit : nil
        var found = all.filter { whole in
            !names.contains(whole.name) && (unit == nil || whole.unit == unit) && isTelling(whole) && meets(whole, sum, slack)
        }.map { Relation($0.name, numbers.map(\.name), as: .sum(numbers.map { _ in 1 }), .beside) }
        for one in numbers where numbers.count > 2 {
            let rest = numbers.filter { $0.name != one.name }
            if let sum = total(rest), isTelling(one), meets(one, sum, slack) {
                found.append(Relation(one.name, rest.map(\.name), as: .sum(rest.map { _ in 1 }), .beside))
            }
        }
        return found.compactMap { $0 }
    }

    /// Numbers of four digits and more that are printed alike: whoever sees the one has the other.
    static func alike(_ all: [Quantity]) -> [Relation] {
        let long = all.filter { number in number.value.flatMap { $0.units(places: number.places) }.map { abs($0) >= 1000 } ?? false }
        return Dictionary(grouping: long) { "\($0.value?.description ?? "") \($0.unit ?? "")" }.values.sorted { $0[0].order < $1[0].order }
            .flatMap { same in same.dropFirst().compactMap { Relation($0.name, [same[0].name], as: .sum([1]), .beside) } }
    }

    /// More numbers than these don't stand together in a sentence; the search grows with their third power.
    private static let most = 24
    private static let hundred = Amount(100)

    /// A number that is the sum of two others, or of a run of neighbours.
    private static func sums(_ whole: Quantity, _ others: [Quantity]) -> [Relation?] {
        let others = others.filter { $0.value?.isPositive ?? false }
        var found: [Relation?] = []
        func take(_ parts: [Quantity]) {
            let slack = parts.reduce(Optional(Amount.zero)) { sum, one in sum.flatMap { try? $0.adding(one.half) } } ?? .zero
            if let sum = total(parts), isTelling(whole), meets(whole, sum, slack) {
                found.append(Relation(whole.name, parts.map(\.name), as: .sum(parts.map { _ in 1 }), .beside))
            }
        }
        for (at, first) in others.enumerated() { for second in others[(at + 1)...] { take([first, second]) } }
        for start in others.indices { for end in others.indices where end >= start + 2 { take(Array(others[start...end])) } }
        return found
    }

    private static func total(_ parts: [Quantity]) -> Amount? {
        var sum = Amount.zero
        for part in parts {
            guard let value = part.value, let next = try? sum.adding(value) else { return nil }
            sum = next
        }
        return sum
    }

    /// Smaller sums fit by chance everywhere.
    private static func isTelling(_ whole: Quantity) -> Bool { (whole.value?.units(places: whole.value?.neededPlaces ?? 0) ?? 0) >= least }

    private static let least: Int64 = 20

    private static func meets(_ whole: Quantity, _ sum: Amount, _ slack: Amount) -> Bool {
        guard let value = whole.value, value.isPositive, let apart = distance(sum, value), let slack = try? slack.adding(whole.half) else {
            return false
        }
        return apart <= slack
    }

    /// 52家，占63家的83%.
    private static func shares(_ rate: Quantity, _ part: Quantity, _ whole: Quantity) -> Bool {
        guard let whole = whole.span, whole.low?.isPositive ?? false else { return false }
        return part.span?.divided(by: whole)?.multiplied(by: hundred).flatMap { share in rate.span.map(share.meets) } ?? false
    }

    /// 98亿元，净增31亿元，增长46%; 由66亿元增加到98亿元，增长47%.
    private static func grows(_ rate: Quantity, _ part: Quantity, _ whole: Quantity) -> Bool {
        guard let change = part.span, let level = whole.span, let printed = rate.span else { return false }
        if let growth = GrowthCheck.growth(level, change), growth.meets(printed) { return true }
        guard change.low?.isPositive ?? false else { return false }
        let growth = level.divided(by: change)?.multiplied(by: hundred)?.subtracting(Span(low: hundred, high: hundred))
        return growth?.meets(printed) ?? false
    }

    private static func distance(_ one: Amount, _ other: Amount) -> Amount? {
        guard let difference = try? one.subtracting(other) else { return nil }
        return difference.isNegative ? difference.negated : difference
    }
}

extension PrintedQuantities.Quantity {
    /// Where the exact value lies.
    fileprivate var span: Span? {
        guard let value, let low = try? value.subtracting(half), let high = try? value.adding(half) else { return nil }
        return Span(low: low, high: high)
    }
}
