import Storage

/// 产销月报: output and sales, month and cumulative, with last year's on the same terms.
struct SalesForms {
    let content: SampleContent
    let outputs: Outputs
    let seed: UInt64

    private static let columns: [Name] = [
        "enterprise", "month", "zone", "above_scale", "industry", "output", "output_to_date", "output_prior", "revenue_to_date", "sold_to_date",
        "exported_to_date", "origin",
    ]

    func events() throws -> [TimelineEvent] {
        var forms: [Filing.Form] = []
        for enterprise in content.enterprises {
            for year in 2018...2022 {
                guard let path = outputs.path(enterprise.short, year) else { continue }
                var draw = SplitMix64(seed, "sales \(enterprise.short) \(year)")
                let revenue = Int128(draw.whole(930...1035))
                let exported = ["33", "32", "26"].contains(enterprise.row["industry"]) ? Int128(draw.whole(0...60)) : 0
                for month in path.months { forms.append(form(enterprise, MonthOf(year, month), path, revenue, exported)) }
            }
        }
        let filing = Filing(register: "sales", columns: Self.columns, keyLength: 2, day: 8, subject: "企业统计员", late: content.late)
        return try filing.events(forms) + revisions()
    }

    private func form(_ enterprise: Enterprise, _ month: MonthOf, _ path: OutputPath, _ revenue: Int128, _ exported: Int128) -> Filing.Form {
        // What was published before the firm corrected it.
        let more = content.revision(enterprise.short, month)?.more ?? 0
        let cumulative = path.cumulative[month.month] + more
        let isAboveScale = enterprise.isAboveScale(in: month)
        let zone = enterprise.zone(in: month)
        let cells = [
            enterprise.code, month.text, zone, isAboveScale ? "是" : "否", enterprise.row["industry"],
            Hundredths.text(path.monthly[month.month] + more),
            Hundredths.text(cumulative), Hundredths.text(outputs.prior(enterprise, month)), Hundredths.text(Shares.part(cumulative, revenue, 1000)),
            Hundredths.text(Shares.part(cumulative, revenue - 6, 1000)),
            exported == 0 ? "" : Hundredths.text(Shares.part(cumulative, exported, 1000)),
            isAboveScale ? "one_form" : "filed",
        ]
        return Filing.Form(enterprise: enterprise, month: month, cells: cells)
    }

    /// Locked forms that their firms opened again, with the reason; reviewed and locked anew three days later.
    private func revisions() throws -> [TimelineEvent] {
        var events: [TimelineEvent] = []
        for revision in content.revisions {
            guard let enterprise = content.enterprise(revision.enterprise), let path = outputs.path(enterprise.short, revision.month.year) else {
                continue
            }
            let key: [Name: String] = ["enterprise": enterprise.code, "month": revision.month.text]
            let values: [Name: String] = [
                "reason": revision.reason, "output": Hundredths.text(path.monthly[revision.month.month]),
                "output_to_date": Hundredths.text(path.cumulative[revision.month.month]),
            ]
            let again = SiteTime.weekday(revision.on.adding(days: 3) ?? revision.on)
            events.append(
                TimelineEvent(
                    at: SiteTime.during(revision.on, enterprise.short), subject: "企业统计员", reason: revision.reason, register: "sales",
                    act: .change([SampleStep(key, values, to: "filed")])))
            events.append(
                TimelineEvent(
                    at: SiteTime.during(again, enterprise.short), subject: "经济发展部统计岗", reason: "修订数审核锁定", register: "sales",
                    act: .change([SampleStep(key, to: "locked")])))
        }
        return events
    }
}
