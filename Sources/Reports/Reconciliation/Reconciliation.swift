public import Storage

/// 对数单: what the park has and what somebody else has, side by side by one key (practice.md 4.2).
///
/// Exact: the differences of its rows add up to the difference of the totals, to the last digit.
public struct Reconciliation: Sendable {
    /// How the two sides of a row stand to each other, in the order in which they are told.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        case differs, onlyOurs, onlyTheirs
        /// The same number, written with fewer places on one side.
        case rounding
        case agrees

        public var words: Words {
            switch self {
            case .differs: Words(zh: "两边都有，数不同", en: "Both, and they differ")
            case .onlyOurs: Words(zh: "只有我方", en: "Only ours")
            case .onlyTheirs: Words(zh: "只有对方", en: "Only theirs")
            case .rounding: Words(zh: "尾差", en: "Rounding")
            case .agrees: Words(zh: "一致", en: "They agree")
            }
        }
    }

    /// What one side says under a key.
    public struct Entry: Sendable, Hashable {
        /// In the form in which keys are compared; empty for what has none and so fits nothing.
        public var key: String
        /// What people call it.
        public var title: String
        /// Nil where the side knows it and gives no number.
        public var amount: Amount?
        /// How many records or rows it was made of.
        public var rows: Int

        public init(key: String, title: String, amount: Amount?, rows: Int = 1) {
            self.key = key
            self.title = title
            self.amount = amount
            self.rows = rows
        }
    }

    /// One key with both sides.
    public struct Row: Sendable, Hashable {
        public let key: String
        public let title: String
        public let ours: Amount?
        public let theirs: Amount?
        /// Ours minus theirs, a missing one taken as nothing.
        public let difference: Amount
        public let standing: Standing
    }

    /// By standing, then the greatest difference first, then by title.
    public let rows: [Row]
    public let ours: Amount
    public let theirs: Amount
    public let difference: Amount

    /// Puts the sides together. Several entries of a side under one key are added up. Throws where a sum leaves 128 bits.
    public init(ours: [Entry], theirs: [Entry], precision: Precision = .exact) throws(AmountError) {
        let (left, leftLoose) = try Reconciliation.gathered(ours)
        let (right, rightLoose) = try Reconciliation.gathered(theirs)
        var rows: [Row] = []
        for (key, entry) in left { try rows.append(contentsOf: Reconciliation.row(entry, right[key], precision)) }
        for (key, entry) in right where left[key] == nil { try rows.append(contentsOf: Reconciliation.row(nil, entry, precision)) }
        for entry in leftLoose { try rows.append(contentsOf: Reconciliation.row(entry, nil, precision)) }
        for entry in rightLoose { try rows.append(contentsOf: Reconciliation.row(nil, entry, precision)) }
        self.rows = rows.sorted(by: Reconciliation.precedes)
        self.ours = try Reconciliation.sum(ours.compactMap(\.amount))
        self.theirs = try Reconciliation.sum(theirs.compactMap(\.amount))
        difference = try self.ours.subtracting(self.theirs)
    }

    /// The rows of a standing.
    public func rows(_ standing: Standing) -> [Row] { rows.filter { $0.standing == standing } }

    /// What the rows of a standing differ by together.
    public func difference(_ standing: Standing) throws(AmountError) -> Amount { try Reconciliation.sum(rows(standing).map(\.difference)) }

    static func sum(_ amounts: [Amount]) throws(AmountError) -> Amount {
        var sum = Amount.zero
        for amount in amounts { sum = try sum.adding(amount) }
        return sum
    }

    private static func gathered(_ entries: [Entry]) throws(AmountError) -> ([String: Entry], loose: [Entry]) {
        var gathered: [String: Entry] = [:]
        var loose: [Entry] = []
        for entry in entries {
            guard !entry.key.isEmpty else {
                loose.append(entry)
                continue
            }
            guard var known = gathered[entry.key] else {
                gathered[entry.key] = entry
                continue
            }
            if let amount = entry.amount { known.amount = try (known.amount ?? .zero).adding(amount) }
            known.rows += entry.rows
            gathered[entry.key] = known
        }
        return (gathered, loose)
    }

    /// None where neither side gives a number.
    private static func row(_ ours: Entry?, _ theirs: Entry?, _ precision: Precision) throws(AmountError) -> [Row] {
        guard let title = ours?.title ?? theirs?.title, ours?.amount != nil || theirs?.amount != nil else { return [] }
        let difference = try (ours?.amount ?? .zero).subtracting(theirs?.amount ?? .zero)
        let standing: Standing =
            switch (ours?.amount, theirs?.amount) {
            case (_, nil): .onlyOurs
            case (nil, _): .onlyTheirs
            case (let one?, let other?): one == other ? .agrees : precision.isSame(one, other) ? .rounding : .differs
            }
        return [
            Row(
                key: ours?.key ?? theirs?.key ?? "", title: title, ours: ours?.amount, theirs: theirs?.amount, difference: difference,
                standing: standing)
        ]
    }

    private static func precedes(_ left: Row, _ right: Row) -> Bool {
        let order = Standing.allCases
        let places = (order.firstIndex(of: left.standing) ?? 0, order.firstIndex(of: right.standing) ?? 0)
        if places.0 != places.1 { return places.0 < places.1 }
        let (one, other) = (left.difference.magnitude, right.difference.magnitude)
        return one != other ? one > other : (left.title, left.key) < (right.title, right.key)
    }
}

/// With how many places each side writes its numbers, so that a difference of rounding is told from a real one.
public struct Precision: Sendable, Hashable {
    /// One side: its unit as so many of the common one, and the places it writes; nil where it is exact.
    public struct Side: Sendable, Hashable {
        public var factor: Amount
        public var places: Int

        public init(factor: Amount, places: Int) {
            self.factor = factor
            self.places = places
        }

        /// The amount as this side would write it, in the common unit.
        func written(_ amount: Amount) -> Amount? {
            guard let own = try? amount.divided(by: factor) else { return nil }
            return try? AmountText.round(own, places: places).multiplied(by: factor)
        }
    }

    public var ours: Side?
    public var theirs: Side?

    public init(ours: Side? = nil, theirs: Side? = nil) {
        self.ours = ours
        self.theirs = theirs
    }

    /// Only what is equal is the same.
    public static let exact = Precision()

    /// Whether one side's number is the other's, rounded as that side writes it.
    func isSame(_ own: Amount, _ other: Amount) -> Bool {
        theirs?.written(own) == other || ours?.written(other) == own
    }
}
