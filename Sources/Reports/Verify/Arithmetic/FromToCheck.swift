import Storage

/// 由A提高到B，提高C: the direction must be that of the verb, and C what lies between.
struct FromToCheck {
    let from: Stated
    let to: Stated
    let next: Stated?
    let check: ContradictionCheck

    func found() -> [Contradiction] {
        guard from.quantity.unit.dimension == to.quantity.unit.dimension, let start = from.quantity.span(tolerance: check.tolerance),
            let end = to.quantity.span(tolerance: check.tolerance)
        else { return [] }
        let letters = check.text.paragraphs[to.paragraph].letters
        let between = from.quantity.range.upperBound..<max(from.quantity.range.upperBound, to.quantity.range.lowerBound)
        // Of places in a ranking the smaller is the better.
        let isPlace =
            from.quantity.unit.symbol == "位"
            || from.quantity.unit.symbol == "名" && !letters.occurrences(FromToCheck.rankings, in: to.sentence).isEmpty
        guard !isPlace else { return [] }
        let rises = !letters.occurrences(FromToCheck.rises, in: between).isEmpty
        let falls = !letters.occurrences(FromToCheck.falls, in: between).isEmpty
        var found: [Contradiction] = []
        let isLower = end.high.flatMap { high in start.low.map { high < $0 } } ?? false
        let isHigher = end.low.flatMap { low in start.high.map { low > $0 } } ?? false
        if rises, !falls, isLower {
            found.append(
                check.contradiction(
                    "from-to", [from, to], zh: "由\(check.words(from))到\(check.words(to))是下降，文中却说提高",
                    en: "From \(check.words(from)) to \(check.words(to)) is a fall, said to be a rise"))
        } else if falls, !rises, isHigher {
            found.append(
                check.contradiction(
                    "from-to", [from, to], zh: "由\(check.words(from))到\(check.words(to))是上升，文中却说下降",
                    en: "From \(check.words(from)) to \(check.words(to)) is a rise, said to be a fall"))
        }
        if let next, next.paragraph == to.paragraph, next.sentence == to.sentence, let wrong = change(next, start, end) { found.append(wrong) }
        return found
    }

    private func change(_ next: Stated, _ start: Span, _ end: Span) -> Contradiction? {
        guard let printed = next.quantity.span(tolerance: check.tolerance), let rise = end.subtracting(start) else { return nil }
        let size = (rise.high.map { $0 <= .zero } ?? false) ? rise.negated : rise
        switch next.frame {
        case .increment where next.quantity.unit.dimension == to.quantity.unit.dimension && next.topic != nil,
            .points where to.quantity.unit.isPercent:
            guard !size.meets(printed) else { return nil }
            let symbol = next.quantity.unit.symbol
            let plain =
                next.quantity.unit.dimension == "points"
                ? Optional(size) : (try? Amount.one.divided(by: next.quantity.unit.factor)).flatMap { size.multiplied(by: $0) }
            return check.contradiction(
                "from-to", [from, to, next],
                zh: "\(check.words(from))到\(check.words(to))相差\(plain?.text(places: next.quantity.places + 1, symbol) ?? "")，文中是\(check.words(next))",
                en:
                    "\(check.words(from)) to \(check.words(to)) differ by \(plain?.text(places: next.quantity.places + 1) ?? ""), the text has \(check.words(next))"
            )
        case .growth where next.quantity.unit.isPercent && next.topic != nil:
            guard let quotient = end.divided(by: start),
                let percent = quotient.multiplied(by: Amount(100))?.subtracting(Span(low: Amount(100), high: Amount(100)))
            else { return nil }
            let relative = (percent.high.map { $0 <= .zero } ?? false) ? percent.negated : percent
            guard !relative.meets(printed) else { return nil }
            // The difference of two rates, printed in per cent.
            if to.quantity.unit.isPercent, size.meets(printed) {
                return check.contradiction(
                    "points", [from, to, next],
                    zh:
                        "两个百分数之差是\(next.quantity.value.map { AmountText.rounded($0, places: next.quantity.places) } ?? "")个百分点，不是\(check.words(next))",
                    en: "The difference of two rates is in percentage points, not \(check.words(next))")
            }
            return check.contradiction(
                "from-to", [from, to, next],
                zh: "\(check.words(from))到\(check.words(to))变化\(relative.text(places: next.quantity.places + 1, "%"))，文中是\(check.words(next))",
                en:
                    "\(check.words(from)) to \(check.words(to)) is \(relative.text(places: next.quantity.places + 1, "%")), the text has \(check.words(next))"
            )
        default: return nil
        }
    }

    private static let rankings = WordList("位次 排名 名次 排位 第")
    private static let rises = WordList("提高 提升 增加 增长 上升 扩大 增至 升至")
    private static let falls = WordList("下降 降 减少 压缩 压减 缩短 缩减")
}
