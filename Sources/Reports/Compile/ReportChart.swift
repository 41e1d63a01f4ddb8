public import Storage

/// A chart of a compiled report: figures of some years as bars. Its numbers are figures like those of the text.
public struct ReportChart: Sendable {
    /// `图1 2018—2022年工业总产值（亿元）`.
    public var title: String
    /// What the bars stand over: `2018年`.
    public var categories: [String]
    /// The figures, all of one unit.
    public var series: [Series]

    /// The bars of one figure.
    public struct Series: Sendable {
        /// What it is of.
        public var name: String
        /// Decimal places that are printed.
        public var places: Int
        /// A bar for each category.
        public var points: [Point]
    }

    /// A bar.
    public struct Point: Sendable {
        /// Its exact height; nil where there is no number.
        public var amount: Amount?
        /// The figure as it is printed.
        public var run: ReportRun
    }

    /// The same as a table: a row a category, under a header.
    public var rows: [[[ReportRun]]] {
        [[[ReportRun("年份", .vouched)]] + series.map { [ReportRun($0.name, .vouched)] }]
            + categories.indices.map { index in [[ReportRun(categories[index], .vouched)]] + series.map { [$0.points[index].run] } }
    }
}
