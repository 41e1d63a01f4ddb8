import Storage

/// Small charts, drawn on the server as SVG: they print, need no script and carry their numbers.
///
/// Coordinates are whole tenths of a unit, computed from exact amounts.
enum Chart {
    /// One value of a series; nil is a gap.
    struct Point {
        var label: String
        var amount: Amount?
        /// As it is printed.
        var printed: String
        var href: String?
        /// Whether it is the one that the page is about.
        var isHere = false
        /// Whether it is not final.
        var isProvisional = false
    }

    /// Bars from zero, each with its value above and its label below.
    static func bars(_ points: [Point], title: String) -> HTML {
        let (width, height, base, top) = (640, 210, 176, 26)
        let values = points.compactMap(\.amount)
        guard let most = values.max(), !points.isEmpty else { return "" }
        let least = min(values.min() ?? .zero, .zero)
        let high = max(most, .zero)
        guard let span = try? high.subtracting(least), !span.isZero else { return "" }
        func y(_ amount: Amount) -> Int { top + part((try? high.subtracting(amount)) ?? .zero, of: span, (base - top) * 10) / 10 }
        let slot = (width - 20) / points.count
        let bar = min(72, slot * 6 / 10)
        var drawn: HTML = ""
        for (index, point) in points.enumerated() {
            let middle = 10 + slot * index + slot / 2
            if let amount = point.amount {
                let (a, b) = (y(max(amount, .zero)), y(min(amount, .zero)))
                let style: HTML = point.isHere ? "here" : point.isProvisional ? "soft provisional" : "soft"
                let shape: HTML = """
                    <rect class="\(style)" x="\(middle - bar / 2)" y="\(a)" width="\(bar)" height="\(max(1, b - a))" rx="2"/>\
                    <text class="value" x="\(middle)" y="\(a - 7)">\(point.printed)</text>
                    """
                drawn += point.href.map { "<a href=\"\($0)\">\(shape)</a>" as HTML } ?? shape
            } else {
                drawn += "<text class=\"label\" x=\"\(middle)\" y=\"\(base - 6)\">\(point.printed)</text>"
            }
            drawn += "<text class=\"label\" x=\"\(middle)\" y=\"\(base + 20)\">\(point.label)</text>"
        }
        return """
            <svg class="bars" viewBox="0 0 \(width) \(height)" role="group" aria-label="\(title)">\
            <line x1="10" x2="\(width - 10)" y1="\(y(.zero))" y2="\(y(.zero))"/>\(drawn)</svg>
            """
    }

    /// The last periods as a line without words, beside a number.
    static func spark(_ amounts: [Amount?], title: String) -> HTML {
        let values = amounts.compactMap { $0 }
        guard values.count > 1, let most = values.max() else { return "" }
        let least = min(values.min() ?? .zero, .zero)
        guard let span = try? most.subtracting(least), !span.isZero else { return "" }
        let step = 1960 / (amounts.count - 1)
        var points: [String] = []
        for (index, amount) in amounts.enumerated() {
            guard let amount else { continue }
            let y = 280 - part((try? amount.subtracting(least)) ?? .zero, of: span, 240)
            points.append("\(tenths(20 + step * index)),\(tenths(y))")
        }
        let last = points.last?.split(separator: ",").map(String.init) ?? ["0", "0"]
        return """
            <svg class="spark" viewBox="0 0 200 30" preserveAspectRatio="none" role="img" aria-label="\(title)">\
            <polyline points="\(points.joined(separator: " "))"/><path d="M\(last[0]) \(last[1])h0"/></svg>
            """
    }

    /// How much of a target is done, as a line, with a mark where it should be by now. Both in %; the line ends at 125 %.
    static func pace(done: Amount?, pace: Amount?, title: String) -> HTML {
        guard let done else { return "" }
        let whole = Amount(125)
        func x(_ amount: Amount) -> Int { max(0, min(2000, part(amount, of: whole, 2000))) }
        let mark: HTML? = pace.map { "<line class=\"due\" x1=\"\(tenths(x($0)))\" x2=\"\(tenths(x($0)))\" y1=\"1\" y2=\"17\"/>" }
        return """
            <svg class="pace" viewBox="0 0 200 18" preserveAspectRatio="none" role="img" aria-label="\(title)">\
            <rect class="track" x="0" y="7" width="160" height="4"/><rect class="done" x="0" y="6" width="\(tenths(x(done)))" height="6"/>\(mark)</svg>
            """
    }

    /// `amount / whole` of `length`, rounded to a whole number.
    private static func part(_ amount: Amount, of whole: Amount, _ length: Int) -> Int {
        guard let share = try? amount.divided(by: whole), let scaled = try? share.multiplied(by: Amount(Int64(length))) else { return 0 }
        return Int(AmountText.rounded(scaled, places: 0)) ?? 0
    }

    private static func tenths(_ value: Int) -> String { "\(value / 10).\(value % 10)" }
}
