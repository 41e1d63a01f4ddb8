import Storage

/// The output of every firm in every year, drawn once; all its other forms follow it.
struct Outputs {
    private var paths: [String: [Int: OutputPath]] = [:]
    private let enterprises: [String: Enterprise]

    init(_ content: SampleContent, seed: UInt64) throws {
        var stops: [String: [ClosedRange<MonthOf>]] = [:]
        for row in content.stoppages where row["extent"] == "full" {
            guard let from = try row.day("from"), let to = try row.day("to"), MonthOf(from).next < MonthOf(to) else { continue }
            // The month in which it stops and the one in which it restarts are worked in part.
            stops[row["enterprise"], default: []].append(MonthOf(from).next...MonthOf(to))
        }
        for enterprise in content.enterprises {
            for year in 2017...2022 {
                guard let total = enterprise.years[year]?.output, let months = enterprise.months(of: year) else { continue }
                let stopped = Set(
                    months.filter { month in
                        stops[enterprise.short]?.contains { $0.lowerBound <= MonthOf(year, month) && MonthOf(year, month) < $0.upperBound } ?? false
                    })
                var draw = SplitMix64(seed, "output \(enterprise.short) \(year)")
                let season = Outputs.season(enterprise, year)
                paths[enterprise.short, default: [:]][year] = OutputPath(total, months, season: season, stopped: stopped, draw: &draw)
            }
        }
        enterprises = Dictionary(content.enterprises.map { ($0.short, $0) }) { first, _ in first }
    }

    /// The path of a firm's year; nil where it filed nothing.
    func path(_ enterprise: String, _ year: Int) -> OutputPath? { paths[enterprise]?[year] }

    /// 上年同期累计 on the terms of this year's reporter: with its predecessor's part, and in a successor's first year only of the months since it began.
    func prior(_ enterprise: Enterprise, _ month: MonthOf, _ value: (String, Int, Int) -> Int64) -> Int64 {
        let own = value(enterprise.short, month.year - 1, month.month)
        guard let predecessor = enterprise.predecessor, let began = enterprise.commissioned else { return own }
        switch month.year - began.year {
        case 0: return value(predecessor, month.year - 1, month.month) - value(predecessor, month.year - 1, began.month - 1)
        case 1: return own + value(predecessor, month.year - 1, month.month)
        default: return own
        }
    }

    /// 上年同期累计产值.
    func prior(_ enterprise: Enterprise, _ month: MonthOf) -> Int64 {
        prior(enterprise, month) { path($0, $1)?.cumulative[$2] ?? 0 }
    }

    /// How a year spreads over its months: kilns rest in winter, spring festival slows all, and so did early 2020.
    private static func season(_ enterprise: Enterprise, _ year: Int) -> [Int64] {
        let isBuilding = enterprise.row["chain"] == "新型建材产业链" && enterprise.row["industry"] == "30"
        var season: [Int64] =
            isBuilding ? [34, 26, 78, 118, 131, 134, 128, 130, 133, 124, 96, 58] : [94, 81, 100, 101, 102, 104, 99, 100, 103, 104, 105, 109]
        if year == 2020 {
            season[1] = season[1] * 62 / 100
            season[2] = season[2] * 84 / 100
        }
        return season
    }
}
