import Storage

/// Looks for what a text says against itself. Whatever rounding and softening words allow is no contradiction.
struct ContradictionCheck {
    let text: OutsideText
    let stated: [Stated]
    let tolerance: Amount
    /// By the names of indicators: two names of one thing.
    let names: (Stated) -> String?

    func found() -> [Contradiction] {
        var found: [Contradiction] = []
        let usable = stated.indices.filter { !stated[$0].isAside }
        let attached = Dictionary(grouping: usable.filter { stated[$0].topic != nil }) { stated[$0].topic ?? 0 }
        for index in usable where stated[index].frame.isLevel {
            let members = (attached[index] ?? []).map { stated[$0] }
            found += GrowthCheck(level: stated[index], members: members, check: self).found()
            if let share = ShareCheck(level: stated[index], members: members, check: self).found() { found.append(share) }
        }
        for index in usable {
            if let direction = direction(stated[index]) { found.append(direction) }
            if case .to = stated[index].frame, let from = stated[index].topic {
                let next = usable.first { $0 > index }.map { stated[$0] }
                found += FromToCheck(from: stated[from], to: stated[index], next: next, check: self).found()
            }
        }
        found +=
            PartCheck(check: self).found() + RepeatCheck(check: self).found() + GoalCheck(text: text).found()
            + NoneCheck(text: text, check: self).found() + DoublingCheck(text: text, check: self).found()
        return found.sorted { ($0.places.first ?? TextPlace(paragraph: 0, 0..<0)) < ($1.places.first ?? TextPlace(paragraph: 0, 0..<0)) }
    }

    /// 增长-3.2%: the words say one direction, the sign the other.
    private func direction(_ stated: Stated) -> Contradiction? {
        guard let value = stated.quantity.value, value.isNegative,
            Framing.neutral.longest(text.paragraphs[stated.paragraph].letters, before: stated.quantity.range.lowerBound) == nil
        else { return nil }
        switch stated.frame {
        case .growth, .points, .increment:
            return contradiction(
                "direction", [stated], zh: "前面的字已经说了增减，数又带负号", en: "The word already says the direction, and the number has a minus sign")
        default: return nil
        }
    }

    func words(_ stated: Stated) -> String { OutsideParagraph.plain(text.paragraphs[stated.paragraph].letters.text(stated.quantity.range)) }

    func contradiction(_ rule: String, _ members: [Stated], zh: String, en: String, isOpen: Bool = false) -> Contradiction {
        Contradiction(
            rule: rule, places: members.map { text.paragraphs[$0.paragraph].place($0.quantity.range) },
            contexts: members.map { text.paragraphs[$0.paragraph].context($0.quantity.range) }, message: Words(zh: zh, en: en), isOpen: isOpen)
    }
}
