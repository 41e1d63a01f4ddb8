import Storage

/// Turns the monthly forms of one register into events: what was filed on time, what came late, and the locking of the last months.
struct Filing {
    /// One form: whose, for which month, and its cells.
    struct Form {
        let enterprise: Enterprise
        let month: MonthOf
        let cells: [String]
    }

    let register: Name
    /// The columns; the first two are `enterprise` and `month`, a third may belong to the key.
    let columns: [Name]
    let keyLength: Int
    /// The day of the next month on which they are filed.
    let day: Int
    let subject: String
    let late: [ContentRow]

    /// From this month on forms go through filing, review and locking one by one; earlier ones were taken over as locked.
    static let reviewedFrom = MonthOf(2022, 11)

    func events(_ forms: [Form]) throws -> [TimelineEvent] {
        var events: [TimelineEvent] = []
        let byMonth = Dictionary(grouping: forms) { $0.month }.sorted { $0.key < $1.key }
        for (month, forms) in byMonth {
            var onTime: [Form] = []
            for form in forms {
                guard
                    let row = late.first(where: {
                        $0["register"] == register.text && $0["enterprise"] == form.enterprise.short && $0["month"] == month.text
                    })
                else {
                    onTime.append(form)
                    continue
                }
                if let filed = try row.day("filed") {
                    events += entered(month, [form], SiteTime.at(filed, hour: 15, minute: 20), "迟报", lockedAfter: 1)
                }
            }
            let at = SiteTime.at(SiteTime.weekday(month.next.day(day)), hour: 9, minute: 30)
            events += entered(month, onTime, at, "\(month.year)年\(month.month)月报", lockedAfter: 4)
        }
        return events
    }

    private func entered(_ month: MonthOf, _ forms: [Form], _ at: Moment, _ reason: String, lockedAfter days: Int) -> [TimelineEvent] {
        guard !forms.isEmpty else { return [] }
        let isReviewed = month >= Filing.reviewedFrom
        let state = isReviewed ? "filed" : "locked"
        let table = SampleTable(columns + ["state"], forms.map { $0.cells + [state] })
        let added = TimelineEvent(at: at, subject: subject, reason: reason, register: register, act: .add(table))
        guard isReviewed, let day = at.day(offset: SiteTime.offset), let reviewed = day.adding(days: days).map(SiteTime.weekday),
            let locked = reviewed.adding(days: 2).map(SiteTime.weekday)
        else { return [added] }
        let keys = forms.map { Dictionary(uniqueKeysWithValues: zip(columns.prefix(keyLength), $0.cells)) }
        return [
            added,
            TimelineEvent(
                at: SiteTime.at(reviewed, hour: 16), subject: "经济发展部统计岗", reason: "审核", register: register,
                act: .change(keys.map { SampleStep($0, to: "reviewed") })),
            TimelineEvent(
                at: SiteTime.at(locked, hour: 17), subject: "经济发展部统计岗", reason: "锁定", register: register,
                act: .change(keys.map { SampleStep($0, to: "locked") })),
        ]
    }
}
