public import Indicators
public import Storage

/// What the texts of a year printed, against the year: whether the parts come to the whole, and what was in a bulletin and isn't there any more.
public struct BulletinReconciliation: Sendable {
    public var year: Int
    /// Each flow that the bulletins print, in the order of the reports.
    public var sums: [PartsSum]
    /// How many bulletins were looked at again.
    public var bulletins: Int
    /// The figures that went down since, and the records that did it.
    public var departures: [Departure]
}

/// A flow by months and by weeks, against its year.
public struct PartsSum: Sendable {
    /// How the parts stand to the year.
    public enum Verdict: Sendable, Hashable {
        /// They come to it exactly.
        case agrees
        /// Forms of a month tell of no week; the months come to the year.
        case agreesByMonth
        /// The same thing may be counted in several parts, as an enterprise in several months: such a figure isn't added up.
        case isNotAdded
        /// They don't.
        case differs
        /// Nothing is known of the year.
        case noData
    }

    public var indicator: Name
    public var name: Words
    public var unit: String?
    public var places: Int
    /// Nothing where the year has no data.
    public var year: Amount?
    public var months: Amount?
    /// The weeks, those at the ends of months and of the year cut there.
    public var weeks: Amount?
    /// The weeks over the end of a month in which something was counted, with what lies on either side.
    public var straddling: [StraddlingWeek]
    public var verdict: Verdict
}

/// A week that lies in two months: its parts and the week as its bulletin counts it.
public struct StraddlingWeek: Sendable {
    public var week: Period
    public var whole: Amount
    public var parts: [(period: Period, amount: Amount)]
}

/// A figure of a bulletin that is lower now than it was then, or rests on other records.
public struct Departure: Sendable {
    public var report: Name
    public var title: String
    public var period: Period
    /// The newest change that the bulletin knew.
    public var asOf: Change
    /// Whether that is the head of a released edition; otherwise the end of the period's last day, and the days after that the report declares.
    public var isReleased: Bool
    public var indicator: Name
    public var name: Words
    public var unit: String?
    public var places: Int
    public var then: FigureValue
    public var now: FigureValue
    /// The records that it rested on and that were voided, no longer belong to it, or say something else.
    public var records: [DepartedRecord]
}

/// A record that a bulletin rested on, and what became of it.
public struct DepartedRecord: Sendable {
    /// What became of it.
    public enum Fate: Sendable, Hashable { case voided, moved, changed }

    public var register: Name
    public var id: Int64
    public var title: String
    public var fate: Fate
    /// The change that did it; nil where another register's record did.
    public var change: Change?
    /// What it did, a sentence each.
    public var sentences: [Words]
}

extension PartsSum.Verdict {
    /// What people are told.
    public var words: Words {
        switch self {
        case .agrees: Words(zh: "一致", en: "they agree")
        case .agreesByMonth: Words(zh: "按月一致（月报表不能拆成周）", en: "the months agree (a month's form tells of no week)")
        case .isNotAdded: Words(zh: "按对象计，不相加", en: "counted by who, so not added up")
        case .differs: Words(zh: "不一致", en: "they differ")
        case .noData: Words(zh: "无数据", en: "no data")
        }
    }
}

extension DepartedRecord.Fate {
    /// What people are told.
    public var words: Words {
        switch self {
        case .voided: Words(zh: "已作废", en: "voided")
        case .moved: Words(zh: "不再计入本期", en: "no longer of the period")
        case .changed: Words(zh: "已修改", en: "changed")
        }
    }
}
