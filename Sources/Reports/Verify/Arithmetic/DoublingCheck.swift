import Storage

/// 翻番, 翻一番 is twice and 翻两番 four times: held against the two values, or the growth, that the sentence itself gives.
struct DoublingCheck {
    let text: OutsideText
    let check: ContradictionCheck

    func found() -> [Contradiction] {
        var found: [Contradiction] = []
        let sayings = text.paragraphs.map { $0.isInTable ? [] : said($0.letters) }
        for index in check.stated.indices where !sayings[check.stated[index].paragraph].isEmpty && !check.stated[index].isAside {
            let stated = check.stated[index]
            guard let ratio = ratio(stated) else { continue }
            let inside = sayings[stated.paragraph].first {
                $0.range.lowerBound >= stated.quantity.range.upperBound && stated.sentence.contains($0.range.lowerBound)
            }
            // Another figure between the two has a saying of its own.
            guard let inside,
                !check.stated.dropFirst(index + 1).contains(where: {
                    $0.paragraph == stated.paragraph && $0.frame.isLevel && $0.quantity.range.upperBound <= inside.range.lowerBound
                }), !ratio.times.meets(inside.times)
            else { continue }
            let paragraph = text.paragraphs[stated.paragraph]
            let words = paragraph.letters.text(inside.range)
            let times = ratio.times.text(places: 2, "倍")
            found.append(
                Contradiction(
                    rule: "doubling", places: ratio.members.map { paragraph.place($0.quantity.range) } + [paragraph.place(inside.range)],
                    contexts: ratio.members.map { paragraph.context($0.quantity.range) } + [paragraph.context(inside.range)],
                    message: Words(
                        zh: "“\(words)”是\(inside.factor)倍，由\(ratio.members.map(check.words).joined(separator: "到"))是\(times)",
                        en:
                            "“\(words)” is \(inside.factor) times; \(ratio.members.map(check.words).joined(separator: " to ")) is \(ratio.times.text(places: 2)) times"
                    ),
                    isOpen: false))
        }
        return found
    }

    private struct Saying {
        var range: Range<Int>
        var factor: Int
        var times: Span
    }

    private func said(_ letters: Letters) -> [Saying] {
        (0..<letters.count).compactMap { Doubling(letters, at: $0) }.map { one in
            // Somewhat more than twice is said to be twice too.
            let isNear = one.approximation == .near
            let low = Amount(units: Int64(one.factor * (isNear ? 85 : 95)), places: 2)
            let high = one.approximation == .over ? nil : Amount(units: Int64(one.factor * (isNear ? 102 : 125)), places: 2)
            return Saying(range: one.range, factor: one.factor, times: Span(low: low, high: high))
        }
    }

    /// How many times the earlier value the later one is.
    private func ratio(_ stated: Stated) -> (times: Span, members: [Stated])? {
        guard let span = stated.quantity.span(tolerance: check.tolerance) else { return nil }
        switch stated.frame {
        case .to:
            guard let from = stated.topic.map({ check.stated[$0] }), from.quantity.unit.dimension == stated.quantity.unit.dimension,
                let start = from.quantity.span(tolerance: check.tolerance), let times = span.divided(by: start)
            else { return nil }
            return (times, [from, stated])
        case .growth(rises: true) where stated.quantity.unit.isPercent:
            guard let more = span.adding(Span(low: Amount(100), high: Amount(100)))?.multiplied(by: Amount(units: 1, places: 2)) else { return nil }
            return (more, [stated])
        default: return nil
        }
    }
}
