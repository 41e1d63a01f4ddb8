import Storage

/// 财务状况: profit and revenue of above-scale firms as cumulatives; there is no January.
struct FinanceForms {
    let content: SampleContent
    let outputs: Outputs
    let seed: UInt64

    private static let columns: [Name] = [
        "enterprise", "month", "zone", "above_scale", "profit_to_date", "profit_prior", "revenue_to_date", "revenue_prior", "assets", "liabilities",
        "origin",
    ]

    func events() throws -> [TimelineEvent] {
        var forms: [Filing.Form] = []
        for enterprise in content.enterprises {
            for year in 2018...2022 {
                guard let path = outputs.path(enterprise.short, year), enterprise.years[year]?.profit != nil else { continue }
                var draw = SplitMix64(seed, "assets \(enterprise.short) \(year)")
                let (assets, debts) = (Int128(draw.whole(700...1400)), Int128(draw.whole(380...660)))
                for month in path.months where month > 1 && enterprise.isAboveScale(in: MonthOf(year, month)) {
                    forms.append(form(enterprise, MonthOf(year, month), path, assets, debts))
                }
            }
        }
        return try Filing(register: "finance", columns: Self.columns, keyLength: 2, day: 11, subject: "企业统计员", late: content.late).events(forms)
    }

    private func form(_ enterprise: Enterprise, _ month: MonthOf, _ path: OutputPath, _ assets: Int128, _ debts: Int128) -> Filing.Form {
        let revenue = path.cumulative[month.month]
        let owned = Shares.part(path.total, assets, 1000)
        let before = outputs.prior(enterprise, month)
        let cells = [
            enterprise.code, month.text, enterprise.zone(in: month), "是", Hundredths.text(profit(enterprise.short, month.year, month.month)),
            Hundredths.text(outputs.prior(enterprise, month) { profit($0, $1, $2) }), Hundredths.text(Shares.part(revenue, 984, 1000)),
            Hundredths.text(Shares.part(before, 984, 1000)), Hundredths.text(owned), Hundredths.text(Shares.part(owned, debts, 1000)), "one_form",
        ]
        return Filing.Form(enterprise: enterprise, month: month, cells: cells)
    }

    /// The cumulative profit by a month. It follows output with a wobble of its own and comes to the year's profit in December.
    /// A firm that filed no finance in a year had a profit all the same, which its next year's form tells.
    private func profit(_ enterprise: String, _ year: Int, _ month: Int) -> Int64 {
        guard month > 0, let path = outputs.path(enterprise, year), let firm = content.enterprise(enterprise) else { return 0 }
        let total = firm.years[year]?.profit ?? Shares.part(path.total, 42, 1000)
        guard month < path.months.upperBound else { return total }
        var draw = SplitMix64(seed, "profit \(enterprise) \(year) \(month)")
        return Shares.part(path.share(total, by: month), Int128(draw.whole(930...1045)), 1000)
    }
}
