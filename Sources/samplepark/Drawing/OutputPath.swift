import Storage

/// A firm's output over one year, in hundredths of 万元: the cumulative that its forms carry, and what each month said of itself.
struct OutputPath {
    /// 1—n月累计 at place n; place 0 is 0. After the last form it stays as it is.
    let cumulative: [Int64]
    /// 本月. A correction of earlier months enters the cumulative and not the month, so months don't add up to the year.
    let monthly: [Int64]
    let months: ClosedRange<Int>

    var total: Int64 { cumulative[12] }

    /// Draws a year that comes to `total` exactly.
    init(_ total: Int64, _ months: ClosedRange<Int>, season: [Int64], stopped: Set<Int>, draw: inout SplitMix64) {
        var weights = [Int64](repeating: 0, count: 12)
        for month in months where !stopped.contains(month) {
            weights[month - 1] = season[month - 1] * draw.whole(930...1070)
        }
        if weights.allSatisfy({ $0 == 0 }) { weights[months.upperBound - 1] = 1 }
        let parts = Shares.split(total, weights)
        var cumulative: [Int64] = [0]
        var monthly: [Int64] = [0]
        for month in 1...12 {
            let part = parts[month - 1]
            let before = cumulative[month - 1]
            cumulative.append(before + part)
            let isCorrected = month > months.lowerBound && month < months.upperBound && part > 0 && draw.once(in: 15)
            let correction = isCorrected ? Shares.part(before, Int128(draw.whole(-80...60)), 10_000) : 0
            monthly.append(part - correction)
        }
        self.cumulative = cumulative
        self.monthly = monthly
        self.months = months
    }

    /// The part of a yearly amount that the path has reached by a month.
    func share(_ amount: Int64, by month: Int) -> Int64 {
        total == 0 ? (month == 12 ? amount : 0) : Shares.part(amount, Int128(cumulative[month]), Int128(total))
    }
}
