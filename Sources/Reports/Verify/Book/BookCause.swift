import Indicators
import Registers
import Storage

/// What a difference between a text and the book comes from: a slip of the unit, another scope, another year, what was known on an earlier day.
extension BookCheck {
    /// The one thing that the whole difference comes from; nil where none explains all of it.
    func cause(
        _ stated: Stated, _ expression: String, _ period: Period, _ scope: Name, _ value: Amount, _ comparing: PrintedComparison,
        _ indicator: Indicator? = nil
    ) throws -> (Difference, Words)? {
        // What is only bounded agrees with many values, and tells nothing.
        guard stated.quantity.approximation != .over, stated.quantity.bound == nil, stated.quantity.upper == nil else { return nil }
        if comparing.isLastPlace(value) {
            return (.rounding, Words(zh: "只差末位，是舍入或截尾", en: "off by one in the last place: rounding or truncation"))
        }
        if stated.quantity.unit.dimension == "money", comparing.unitSlip(value) {
            return (.unit, Words(zh: "差一万倍，单位写错", en: "off by ten thousand: the unit is wrong"))
        }
        for other in figures.book.catalogue.scopes where other.id != scope {
            if let figure = try figure(expression, period, other.id), let found = base(figure, stated), comparing.agrees(found), found != value {
                return (.scope, Words(zh: "是“\(other.name.zh)”的数，统计范围不同", en: "it is the value under “\(other.name.en)”: the scope differs"))
            }
        }
        for back in 1...5 where period.year - back >= figures.book.catalogue.site.since {
            guard let earlier = period.same(in: period.year - back), let figure = try figure(expression, earlier, scope),
                let found = base(figure, stated)
            else { continue }
            if comparing.agrees(found) {
                return (.year, Words(zh: "是\(earlier.year)年的数，像是旧稿残留", en: "it is the value of \(earlier.year): text left over from then"))
            }
        }
        for change in try earlierChanges(period) {
            if let figure = try figure(expression, period, scope, asOf: change.number), let found = base(figure, stated),
                comparing.agrees(found)
            {
                return (.revised, Words(zh: "与\(change.day)所知的数一致，其后有修订", en: "it is what was known on \(change.day); revised since"))
            }
        }
        if case .growth = stated.frame, let indicator,
            let nominal = try figure(
                "(\(indicator.id.text) / \(indicator.id.text).at(\(period.year - 1)) - 1) * 100", period, scope),
            let found = base(nominal, stated), comparing.agrees(found)
        {
            return (
                .base,
                Words(
                    zh: "按上年公布数为基数才得此增速，账上的基数是\(indicator.base.words.zh)",
                    en: "it is on last year's own value; the book's base is \(indicator.base.words.en)")
            )
        }
        return nil
    }

    /// The last change before some days after the period, when reports of it are written.
    private func earlierChanges(_ period: Period) throws -> [(number: Int64, day: String)] {
        let site = figures.book.catalogue.site
        var found: [(number: Int64, day: String)] = []
        for (year, month, day) in [(period.year + 1, 1, 11), (period.year + 1, 1, 31), (period.year + 1, 3, 31), (period.year + 1, 6, 30)] {
            guard let day = Day(year, month, day), let next = day.adding(days: 1), let moment = Moment(next, offset: site.offset),
                let number = try reading.value("SELECT max(number) FROM change WHERE at < \(moment.milliseconds)").integer, number > 0,
                found.last?.number != number
            else { continue }
            found.append((number, day.iso))
        }
        return found
    }
}
