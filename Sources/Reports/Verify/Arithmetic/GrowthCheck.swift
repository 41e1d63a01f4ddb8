import Storage

/// A level, its growth, its increment and its multiple give each other away: Δ ÷ (L − Δ) = g, and the multiple is 1 + g (rules.md 2.1).
struct GrowthCheck {
    let level: Stated
    let members: [Stated]
    let check: ContradictionCheck

    func found() -> [Contradiction] {
        let growth = members.first { if case .growth = $0.frame { $0.quantity.unit.isPercent } else { false } }
        let increment = members.first { if case .increment = $0.frame { $0.quantity.unit.dimension == level.quantity.unit.dimension } else { false } }
        let multiple = members.first { if case .multiple = $0.frame { $0.quantity.unit.symbol != "番" } else { false } }
        var found: [Contradiction] = []
        if let growth, let increment, isNominal(growth), let both = against(growth, increment) { found.append(both) }
        if let multiple {
            if let growth, isNominal(growth), let both = against(growth, multiple: multiple) { found.append(both) }
            if let increment, let both = against(increment, multipleOf: multiple) { found.append(both) }
        }
        return found
    }

    /// Value added and products are compared at constant prices, and a comparable base is not the printed level.
    private func isNominal(_ growth: Stated) -> Bool {
        !growth.isComparable && !["增加值", "生产总值", "GDP", "产业", "总产出"].contains { level.subject.contains($0) }
    }

    private func signed(_ stated: Stated) -> Span? {
        let span = stated.quantity.span(tolerance: check.tolerance)
        switch stated.frame {
        case .growth(rises: false), .increment(rises: false): return span?.negated
        default: return span
        }
    }

    private func against(_ growth: Stated, _ increment: Stated) -> Contradiction? {
        guard let whole = level.quantity.span(tolerance: check.tolerance), let change = signed(increment), let printed = signed(growth),
            let possible = GrowthCheck.growth(whole, change), !possible.meets(printed)
        else { return nil }
        let middle = middleGrowth(increment)
        let sum = middle.map { "\(check.words(increment)) ÷（\(check.words(level)) − \(check.words(increment))）= \($0)" } ?? ""
        let places = growth.quantity.places + 2
        return check.contradiction(
            "growth", [level, growth, increment],
            zh: "\(sum)，舍入允许 \(possible.text(places: places, "%"))，文中是\(check.words(growth))",
            en: "\(sum); rounding allows \(possible.text(places: places, "%")), the text has \(check.words(growth))")
    }

    /// The growths that a level and an increment allow: Δ ÷ (L − Δ) rises with Δ, and falls with L where Δ lies above zero.
    static func growth(_ whole: Span, _ change: Span) -> Span? {
        func end(_ delta: Amount?, low: Bool) -> Amount?? {
            guard let delta else { return .some(nil) }
            let level = (delta.isPositive == low) ? whole.high : whole.low
            guard let level else { return delta.isZero ? .some(.zero) : .some(nil) }
            guard let prior = try? level.subtracting(delta), prior.isPositive, let share = try? delta.divided(by: prior),
                let percent = try? share.multiplied(by: Amount(100))
            else { return nil }
            return .some(percent)
        }
        guard let low = end(change.low, low: true), let high = end(change.high, low: false) else { return nil }
        return Span(low: low, high: high)
    }

    private func middleGrowth(_ increment: Stated) -> String? {
        guard let base = level.quantity.base, var change = increment.quantity.base else { return nil }
        if case .increment(rises: false) = increment.frame { change = change.negated }
        guard let prior = try? base.subtracting(change), prior.isPositive, let share = try? change.divided(by: prior),
            let percent = try? share.multiplied(by: Amount(100))
        else { return nil }
        return AmountText.rounded(percent, places: 2) + "%"
    }

    /// 是去年的n倍 is 1 + g; 增长n倍 is g.
    private func against(_ growth: Stated, multiple: Stated) -> Contradiction? {
        guard case .multiple(let isOf) = multiple.frame, let printed = signed(growth), let times = times(multiple),
            let percent = times.multiplied(by: Amount(100)),
            let possible = isOf ? percent.subtracting(Span(low: Amount(100), high: Amount(100))) : percent, !possible.meets(printed)
        else { return nil }
        let said = isOf ? "是上年的\(check.words(multiple))，即增长" : "增长\(check.words(multiple))，即"
        return check.contradiction(
            "multiple", [growth, multiple], zh: "\(said)\(possible.text(places: 1, "%"))，与\(check.words(growth))不合",
            en:
                "\(check.words(multiple)) \(isOf ? "of last year" : "more") is a growth of \(possible.text(places: 1, "%")), not \(check.words(growth))"
        )
    }

    private func against(_ increment: Stated, multipleOf multiple: Stated) -> Contradiction? {
        guard case .multiple(let isOf) = multiple.frame, let whole = level.quantity.span(tolerance: check.tolerance), let change = signed(increment),
            let growth = GrowthCheck.growth(whole, change), let share = growth.multiplied(by: Amount(units: 1, places: 2)),
            let printed = times(multiple),
            let possible = isOf ? share.adding(Span(low: .one, high: .one)) : share, !possible.meets(printed)
        else { return nil }
        return check.contradiction(
            "multiple", [level, increment, multiple],
            zh:
                "\(check.words(level)) ÷（\(check.words(level)) − \(check.words(increment))）：舍入允许\(isOf ? "是上年的" : "增长") \(possible.text(places: 2, "倍"))，文中是\(check.words(multiple))",
            en: "Level and increment allow \(possible.text(places: 2)) times, the text has \(check.words(multiple))")
    }

    private func times(_ multiple: Stated) -> Span? {
        multiple.quantity.span(tolerance: check.tolerance)?.multiplied(by: Amount(units: 1, places: 2))
    }
}
