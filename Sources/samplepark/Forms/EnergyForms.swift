import Storage

/// 能源消耗: what above-scale firms use, after their industry and along their output.
struct EnergyForms {
    let content: SampleContent
    let outputs: Outputs
    let seed: UInt64

    private static let columns: [Name] = [
        "enterprise", "month", "zone", "above_scale", "electricity", "gas", "water", "energy", "energy_to_date", "origin",
    ]

    func events() throws -> [TimelineEvent] {
        var forms: [Filing.Form] = []
        for enterprise in content.enterprises {
            for year in 2018...2022 {
                guard let path = outputs.path(enterprise.short, year) else { continue }
                forms += use(enterprise, year, path)
            }
        }
        return try Filing(register: "energy", columns: Self.columns, keyLength: 2, day: 9, subject: "企业统计员", late: content.late).events(forms)
    }

    private func use(_ enterprise: Enterprise, _ year: Int, _ path: OutputPath) -> [Filing.Form] {
        var draw = SplitMix64(seed, "energy \(enterprise.short) \(year)")
        let rates = EnergyForms.rates[enterprise.row["industry"]] ?? (40, 4, 900, 90)
        var toDate: Int64 = 0
        return path.months.compactMap { month in
            let at = MonthOf(year, month)
            let output = max(0, path.cumulative[month] - path.cumulative[month - 1])
            let amount = { (rate: Int64) in Shares.part(output, Int128(rate), 1000) }
            let energy = amount(rates.energy * draw.whole(96...104) / 100)
            toDate += energy
            guard enterprise.isAboveScale(in: at) else { return nil }
            let cells = [
                enterprise.code, at.text, enterprise.zone(in: at), "是", Hundredths.text(amount(rates.electricity * draw.whole(97...103) / 100)),
                rates.gas == 0 ? "" : Hundredths.text(amount(rates.gas)), Hundredths.text(amount(rates.water * draw.whole(95...105) / 100)),
                Hundredths.text(energy), Hundredths.text(toDate), "one_form",
            ]
            return Filing.Form(enterprise: enterprise, month: at, cells: cells)
        }
    }

    /// By industry, a thousandth per 万元 of output: 万千瓦时, 万立方米, 立方米, 吨标准煤.
    private static let rates: [String: (electricity: Int64, gas: Int64, water: Int64, energy: Int64)] = [
        "32": (620, 9, 1_400, 880), "31": (72, 21, 3_900, 930), "30": (96, 12, 1_100, 760), "44": (28, 0, 6_200, 1_450), "26": (58, 34, 5_100, 640),
        "25": (31, 0, 4_400, 1_120), "42": (22, 6, 800, 110), "08": (64, 0, 2_700, 130), "33": (24, 11, 600, 95),
    ]
}
