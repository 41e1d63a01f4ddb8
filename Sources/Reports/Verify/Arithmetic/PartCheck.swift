import Storage

/// 其中: a part is no more than its whole. 合计: a total is the sum of what was just listed, each item within its rounding.
struct PartCheck {
    let check: ContradictionCheck

    func found() -> [Contradiction] {
        var found: [Contradiction] = []
        let stated = check.stated
        for index in stated.indices where !stated[index].isAside && stated[index].frame == .level {
            let letters = check.text.paragraphs[stated[index].paragraph].letters
            if letters.has("其中", at: stated[index].clause.lowerBound),
                let whole = before(index).last(where: { $0.quantity.range.upperBound <= stated[index].clause.lowerBound }),
                let wrong = part(stated[index], of: whole)
            {
                found.append(wrong)
            } else if letters.has("其中", at: stated[index].clause.lowerBound), let wrong = parts(index) {
                found.append(wrong)
            }
            if let wrong = total(stated[index], letters, before(index)) { found.append(wrong) }
        }
        return found
    }

    /// The levels of the same unit that stand before one in its sentence.
    private func before(_ index: Int) -> [Stated] {
        let one = check.stated[index]
        var found: [Stated] = []
        var at = index - 1
        while at >= 0, check.stated[at].paragraph == one.paragraph, check.stated[at].sentence == one.sentence {
            let other = check.stated[at]
            if !other.isAside, other.frame == .level, other.quantity.unit.dimension == one.quantity.unit.dimension { found.append(other) }
            at -= 1
        }
        return found.reversed()
    }

    private func part(_ part: Stated, of whole: Stated) -> Contradiction? {
        guard part.quantity.unit.dimension != "ratio", let low = part.quantity.span(tolerance: check.tolerance)?.low,
            let high = whole.quantity.span(tolerance: check.tolerance)?.high, low > high
        else { return nil }
        return check.contradiction(
            "part", [whole, part], zh: "其中的\(check.words(part))大于总数\(check.words(whole))",
            en: "The part \(check.words(part)) exceeds the whole \(check.words(whole))")
    }

    /// The parts that 其中 lists are together no more than the whole, where nothing says that they overlap.
    private func parts(_ index: Int) -> Contradiction? {
        let first = check.stated[index]
        guard let whole = before(index).last(where: { $0.quantity.range.upperBound <= first.clause.lowerBound }), !isCut(first),
            first.quantity.unit.dimension != "ratio", first.topic == nil, let most = whole.quantity.span(tolerance: check.tolerance)?.high
        else { return nil }
        let letters = check.text.paragraphs[first.paragraph].letters
        var parts = [first]
        for next in check.stated.dropFirst(index + 1) {
            guard next.paragraph == first.paragraph, next.sentence == first.sentence else { break }
            guard next.frame == .level, !next.isAside, next.topic == nil, next.quantity.unit.dimension == first.quantity.unit.dimension else {
                continue
            }
            let between = parts[parts.count - 1].quantity.range.upperBound..<next.quantity.range.lowerBound
            let marks = letters.text(between).unicodeScalars.count { $0 == "、" }
            let isListed = next.clause == first.clause && marks == 1 && between.count <= 16
            guard !isCut(next), isListed || isAlike(next, first),
                isListed || !["合计", "共计", "累计", "其中"].contains(where: { letters.has($0, at: next.clause.lowerBound) })
            else { break }
            parts.append(next)
        }
        guard parts.count >= 2 else { return nil }
        var sum = Span(low: .zero, high: .zero)
        for part in parts {
            guard let span = part.quantity.span(tolerance: check.tolerance), let next = sum.adding(span) else { return nil }
            sum = next
        }
        guard let low = sum.low, low > most else { return nil }
        return check.contradiction(
            "part", [whole] + parts,
            zh: "其中的\(parts.map(check.words).joined(separator: " + "))大于总数\(check.words(whole))；除非各部分有交叉",
            en: "The parts \(parts.map(check.words).joined(separator: " + ")) exceed the whole \(check.words(whole)), unless they overlap")
    }

    /// 新建项目 and 扩建项目, 规上 and 规下: two parts of one kind.
    private func isAlike(_ one: Stated, _ other: Stated) -> Bool {
        one.subject.count >= 3 && one.subject.suffix(2) == other.subject.suffix(2)
            || one.subject.count == 2 && other.subject.hasSuffix(String(one.subject.suffix(1)))
            || one.subject.count == 2 && other.subject.dropFirst(max(0, other.subject.count - 2)).first == one.subject.first
    }

    /// 亿元以上项目 is cut another way than 工业项目, and the two overlap.
    private func isCut(_ part: Stated) -> Bool {
        ["以上", "以下", "亿元", "万元", "级", "重点", "女", "党员", "规模"].contains { part.subject.contains($0) }
    }

    private func total(_ total: Stated, _ letters: Letters, _ all: [Stated]) -> Contradiction? {
        // What stands before 其中 is the whole and no part.
        let start = all.lastIndex { letters.has("其中", at: $0.clause.lowerBound) }
        let items = start.map { Array(all[$0...]) } ?? all
        guard items.count >= 2, ["合计", "共计"].contains(where: { letters.has($0, at: total.clause.lowerBound) }), total.quantity.approximation == nil,
            items.allSatisfy({
                $0.quantity.unit.symbol == total.quantity.unit.symbol && !$0.subject.contains("新") && (start != nil || !$0.subject.contains("其中"))
            }),
            let printed = total.quantity.span(tolerance: check.tolerance)
        else { return nil }
        var sum = Span(low: .zero, high: .zero)
        for item in items {
            guard let span = item.quantity.span(tolerance: check.tolerance), let next = sum.adding(span) else { return nil }
            sum = next
        }
        guard !sum.meets(printed), let back = try? Amount.one.divided(by: total.quantity.unit.factor), let plain = sum.multiplied(by: back) else {
            return nil
        }
        let places = items.map(\.quantity.places).max() ?? 0
        return check.contradiction(
            "sum", items + [total],
            zh:
                "\(items.map { check.words($0) }.joined(separator: " + ")) = \(plain.text(places: places, total.quantity.unit.symbol))，文中合计\(check.words(total))",
            en: "\(items.map { check.words($0) }.joined(separator: " + ")) = \(plain.text(places: places)), the text has \(check.words(total))")
    }
}
