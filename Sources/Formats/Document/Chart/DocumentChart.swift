/// A chart of bars that stays editable: its numbers stand in the document, and in a small workbook inside it.
public struct DocumentChart: Sendable, Hashable {
    /// The bars of one look.
    public struct Series: Sendable, Hashable {
        /// What they are of.
        public var name: String
        /// As they are printed, in plain decimals; nil where there is none.
        public var values: [String?]
        /// Decimal places that are shown.
        public var places: Int

        /// A series.
        public init(_ name: String, _ values: [String?], places: Int) {
            self.name = name
            self.values = values
            self.places = places
        }
    }

    /// The line under the chart.
    public var title: String
    /// What the bars stand over: the years.
    public var categories: [String]
    /// The series. All are of one unit.
    public var series: [Series]

    /// A chart.
    public init(title: String, categories: [String], series: [Series]) {
        self.title = title
        self.categories = categories
        self.series = series
    }

    /// Whether a bar goes below zero, so that the axis can't begin there.
    var hasNegative: Bool { series.contains { $0.values.contains { $0?.hasPrefix("-") ?? false } } }
}
