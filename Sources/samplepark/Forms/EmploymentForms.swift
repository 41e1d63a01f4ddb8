import Storage

/// 从业人员: people employed at the month's end, from one year's end to the next.
struct EmploymentForms {
    let content: SampleContent
    let outputs: Outputs
    let seed: UInt64

    private static let columns: [Name] = ["enterprise", "month", "zone", "above_scale", "employees", "local", "technical", "wages_to_date", "origin"]

    func events() throws -> [TimelineEvent] {
        var forms: [Filing.Form] = []
        for enterprise in content.enterprises {
            for year in 2018...2022 {
                guard let path = outputs.path(enterprise.short, year) else { continue }
                forms += staff(enterprise, year, path)
            }
        }
        return try Filing(register: "employment", columns: Self.columns, keyLength: 2, day: 8, subject: "企业统计员", late: content.late).events(forms)
    }

    /// From one year's end to the next in even steps, with some coming and going.
    private func staff(_ enterprise: Enterprise, _ year: Int, _ path: OutputPath) -> [Filing.Form] {
        let end = enterprise.years[year]?.employees ?? 0
        let start = enterprise.years[year - 1]?.employees ?? Shares.part(end, 8, 10)
        var draw = SplitMix64(seed, "staff \(enterprise.short) \(year)")
        let (local, technical) = (Int128(draw.whole(170...360)), Int128(draw.whole(40...160)))
        var wages: Int64 = 0
        return path.months.map { month in
            let wobble = month == 12 ? 0 : Shares.part(end, Int128(draw.whole(-12...12)), 1000)
            let count = max(1, start + (end - start) * Int64(month) / 12 + wobble)
            wages += count * draw.whole(48...66)
            let at = MonthOf(year, month)
            let cells = [
                enterprise.code, at.text, enterprise.zone(in: at), enterprise.isAboveScale(in: at) ? "是" : "否", "\(count)",
                "\(Shares.part(count, local, 1000))", "\(Shares.part(count, technical, 1000))", Hundredths.text(wages),
                enterprise.isAboveScale(in: at) ? "one_form" : "filed",
            ]
            return Filing.Form(enterprise: enterprise, month: at, cells: cells)
        }
    }
}
