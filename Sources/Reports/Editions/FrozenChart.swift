import Storage

/// A chart of an edition as it is kept.
struct FrozenChart: Codable {
    /// The title.
    var t: String
    /// The categories.
    var c: [String]
    /// The series.
    var s: [Series]

    /// The bars of one figure: name, places and points.
    struct Series: Codable {
        var n: String
        var d: Int
        var p: [Point]
    }

    /// A bar: its height, `7/3` where decimals don't end, and what is printed.
    struct Point: Codable {
        var a: Amount?
        var r: FrozenRun
    }

    init(_ chart: ReportChart) {
        t = chart.title
        c = chart.categories
        s = chart.series.map { series in
            Series(n: series.name, d: series.places, p: series.points.map { Point(a: $0.amount, r: FrozenRun($0.run)) })
        }
    }

    /// The chart, its runs put together by `runs`, which throws where one can't be read.
    func chart(_ runs: ([FrozenRun]) throws -> [ReportRun]) throws -> ReportChart {
        ReportChart(
            title: t, categories: c,
            series: try s.map { series in
                ReportChart.Series(
                    name: series.n, places: series.d,
                    points: zip(series.p, try runs(series.p.map(\.r))).map { ReportChart.Point(amount: $0.a, run: $1) })
            })
    }
}
