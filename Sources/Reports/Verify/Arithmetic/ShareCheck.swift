import Storage

/// 52家，占全市83%: only some whole numbers make the whole, and where none does, one of the two is wrong.
struct ShareCheck {
    let level: Stated
    let members: [Stated]
    let check: ContradictionCheck

    func found() -> Contradiction? {
        guard let (share, whole) = share(), let wholes = ShareCheck.wholes(of: level.quantity, share.quantity) else { return nil }
        if wholes.isEmpty {
            return check.contradiction(
                "share", [level, share], zh: "没有一个整数的全体能使\(check.words(level))占\(check.words(share))",
                en: "No whole number makes \(check.words(level)) \(check.words(share)) of it")
        }
        // Another number of the text may state the whole.
        let other = check.stated.first { other in
            !(other.paragraph == level.paragraph && other.quantity.range == level.quantity.range) && other.frame.isLevel && !other.isAside
                && other.quantity.kind == .amount && other.scope == whole
                && other.quantity.unit.dimension == level.quantity.unit.dimension
                && SubjectPhrase.bareKind(other.subject) == SubjectPhrase.bareKind(level.subject) && !other.subject.isEmpty
                && other.time == level.time
        }
        guard let other, let printed = other.quantity.value?.units(places: 0), !wholes.contains(printed), other.quantity.approximation == nil,
            other.quantity.bound == nil
        else { return nil }
        return check.contradiction(
            "share", [level, share, other],
            zh: "\(check.words(level))占\(check.words(share))，全体只能是\(ShareCheck.list(wholes))，文中另一处是\(check.words(other))",
            en:
                "\(check.words(level)) being \(check.words(share)), the whole is \(ShareCheck.list(wholes)); elsewhere the text has \(check.words(other))"
        )
    }

    /// What the share says of the whole: ⇒ 63.
    func told() -> (share: Stated, wholes: [Int64])? {
        guard let (share, _) = share(), let wholes = ShareCheck.wholes(of: level.quantity, share.quantity), !wholes.isEmpty else { return nil }
        return (share, wholes)
    }

    private func share() -> (Stated, String)? {
        for member in members {
            guard case .share(let whole) = member.frame, ["全市", "全省", "全县", "全区", "全国", "全州"].contains(whole), member.subject == level.subject else {
                continue
            }
            return (member, whole)
        }
        return nil
    }

    /// The whole numbers of which a count is a percentage as printed, rounded half up; nil where the numbers can't tell, or too many do.
    static func wholes(of count: Quantity, _ share: Quantity) -> [Int64]? {
        guard count.unit.isCount, count.unit.factor == .one, count.approximation == nil, count.bound == nil, count.upper == nil,
            let part = count.value?.units(places: 0),
            part > 0, part <= 1_000_000, share.approximation == nil, share.bound == nil, let percent = share.value, percent.isPositive,
            percent <= Amount(100),
            let half = try? Amount(1, over: Amount.tens(share.places) * 2), let low = try? percent.subtracting(half),
            let high = try? percent.adding(half),
            let top = try? Amount(part * 100).divided(by: low.isPositive ? low : half), let bottom = try? Amount(part * 100).divided(by: high)
        else { return nil }
        let first = max(part, whole(bottom, roundedUp: false))
        let last = whole(top, roundedUp: true)
        guard last - first <= 2000 else { return nil }
        return first > last
            ? []
            : (first...last).filter { whole in
                guard let exact = try? Amount(Int128(part) * 100, over: Int128(whole)) else { return false }
                return AmountText.round(exact, places: share.places) == percent
            }
    }

    private static func whole(_ amount: Amount, roundedUp: Bool) -> Int64 {
        Int64(clamping: amount.numerator / amount.denominator + (roundedUp ? 1 : 0))
    }

    static func list(_ wholes: [Int64]) -> String {
        guard let first = wholes.first, let last = wholes.last else { return "" }
        return wholes.count <= 4 ? wholes.map(String.init).joined(separator: "、") : "\(first)—\(last)"
    }
}

extension SubjectPhrase {
    /// 规上企业 and 规上工业企业 are one kind.
    static func bareKind(_ subject: String) -> String {
        subject.replacing("工业企业", with: "企业").replacing("规模以上", with: "规上").replacing("总数", with: "").replacing("数量", with: "")
    }
}
