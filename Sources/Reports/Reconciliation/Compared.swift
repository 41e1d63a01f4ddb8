public import Indicators
public import Registers
public import Storage

/// A finished comparison with everything that its reader must know of it.
public struct Compared: Sendable {
    /// What was compared.
    public let name: Words
    public let unit: Unit?
    /// How many places its totals are shown with at least.
    public let places: Int
    /// The field by which the sides were put together.
    public let key: Words
    public let period: Period
    /// The change up to which the book was known; nil for now.
    public let asOf: Int64?
    /// The book's newest change when it was made.
    public let change: Int64
    /// The file from outside, and the header of its number.
    public let file: String
    public let header: String
    public let result: Reconciliation
    public let notes: [Words]

    /// An amount as it is shown: exactly, with at least the usual places.
    public func shown(_ amount: Amount?) -> String {
        guard let amount else { return "" }
        return AmountText.round(amount, places: places) == amount ? AmountText.rounded(amount, places: places) : amount.description
    }

    /// In words, a line each: what was compared, the totals, how many of each standing, and what is to be known.
    public func summary() throws -> [Words] {
        let symbol = unit?.symbol ?? ""
        let known = Words(zh: "截至第 \(asOf ?? change) 号变更", en: "as known at change \(asOf ?? change)")
        var lines = [
            Words(
                zh: "\(name.zh)，\(period.words.zh)，\(known.zh)；对方：\(file)“\(header)”；按\(key.zh)对。",
                en: "\(name.en), \(period.words.en), \(known.en); theirs: \(file), “\(header)”; by \(key.en)."),
            Words(
                zh: "我方 \(shown(result.ours))\(symbol)，对方 \(shown(result.theirs))\(symbol)，相差 \(shown(result.difference))\(symbol)。",
                en:
                    "Ours \(shown(result.ours)) \(symbol), theirs \(shown(result.theirs)) \(symbol), difference \(shown(result.difference)) \(symbol)."
            ),
        ]
        for standing in Reconciliation.Standing.allCases {
            let rows = result.rows(standing)
            guard !rows.isEmpty else { continue }
            let difference = try shown(result.difference(standing))
            lines.append(
                Words(
                    zh: "\(standing.words.zh)：\(rows.count)，差额合计 \(difference)\(symbol)。",
                    en: "\(standing.words.en): \(rows.count), differences \(difference) \(symbol)."))
        }
        return lines + notes
    }
}
