import Storage

/// The bars of a report's chart as SVG: no script, every bar with its value, on a baseline of zero.
struct ReportChartSVG {
    let chart: ReportChart

    private static let (width, height, base, top) = (640, 210, 176, 26)

    init(_ chart: ReportChart) { self.chart = chart }

    /// The drawing; empty where no bar has a height.
    func text(_ escaped: (String) -> String) -> String {
        let amounts = chart.series.flatMap(\.points).compactMap(\.amount)
        let high = max(amounts.max() ?? .zero, .zero)
        let low = min(amounts.min() ?? .zero, .zero)
        guard let span = try? high.subtracting(low), !span.isZero, !chart.categories.isEmpty else { return "" }
        let slot = (Self.width - 20) / chart.categories.count
        let bar = max(min(56, slot * 7 / 10 / max(chart.series.count, 1)), 1)
        let zero = Self.top + Self.part(high, of: span)
        var out = "<svg class=\"bars\" viewBox=\"0 0 \(Self.width) \(Self.height)\" role=\"img\" aria-label=\"\(escaped(chart.title))\">"
        out += "<line x1=\"10\" x2=\"\(Self.width - 10)\" y1=\"\(zero)\" y2=\"\(zero)\"/>"
        for (index, category) in chart.categories.enumerated() {
            let middle = 10 + slot * index + slot / 2
            for (place, series) in chart.series.enumerated() {
                let point = series.points[index]
                let left = middle - bar * chart.series.count / 2 + bar * place
                let upper = Self.top + Self.part((try? high.subtracting(max(point.amount ?? .zero, .zero))) ?? .zero, of: span)
                let lower = Self.top + Self.part((try? high.subtracting(min(point.amount ?? .zero, .zero))) ?? .zero, of: span)
                if point.amount != nil {
                    let look = place == 0 ? "here" : "soft"
                    out += "<rect class=\"\(look)\" x=\"\(left)\" y=\"\(upper)\" width=\"\(max(bar - 2, 1))\" height=\"\(max(lower - upper, 1))\"/>"
                }
                out += "<text class=\"value\" x=\"\(left + bar / 2)\" y=\"\(upper - 6)\">\(escaped(point.run.text))</text>"
            }
            out += "<text class=\"label\" x=\"\(middle)\" y=\"\(Self.base + 20)\">\(escaped(category))</text>"
        }
        return out + "</svg>\n"
    }

    /// `amount / span` of the height, rounded to a whole number.
    private static func part(_ amount: Amount, of span: Amount) -> Int {
        guard let share = try? amount.divided(by: span), let scaled = try? share.multiplied(by: Amount(Int64(base - top))) else { return 0 }
        return Int(AmountText.rounded(scaled, places: 0)) ?? 0
    }
}
