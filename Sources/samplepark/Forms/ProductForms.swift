import Storage

/// 产品目录 and 产品产量月报: quantities and values by firm and product, along the firm's output.
struct ProductForms {
    let content: SampleContent
    let outputs: Outputs

    private static let columns: [Name] = [
        "enterprise", "month", "product", "quantity", "quantity_to_date", "quantity_prior", "value", "value_to_date", "value_prior", "origin",
    ]
    private static let catalogue: [Name] = ["name", "code", "unit", "chain", "monitored_from", "monitored_to"]

    func events() throws -> [TimelineEvent] {
        var forms: [Filing.Form] = []
        for producer in content.producers {
            guard let enterprise = content.enterprise(producer.enterprise) else { continue }
            for year in 2018...2022 where producer.years[year] != nil {
                guard let path = outputs.path(producer.enterprise, year) else { continue }
                for month in path.months { forms.append(form(enterprise, producer.product, MonthOf(year, month))) }
            }
        }
        let rows = content.products.map { row in Self.catalogue.map { row[$0.text] } }
        let start = TimelineEvent(
            at: SiteTime.at(Start.day, hour: 11), subject: "经济发展部统计岗", reason: "建账：产品目录", register: "product",
            act: .add(SampleTable(Self.catalogue, rows)))
        let filing = Filing(register: "product_month", columns: Self.columns, keyLength: 3, day: 9, subject: "企业统计员", late: content.late)
        return try [start] + filing.events(forms)
    }

    private func form(_ enterprise: Enterprise, _ product: String, _ month: MonthOf) -> Filing.Form {
        let quantity = { (firm: String, year: Int, month: Int) in made(firm, product, year, month) { $0.quantity } }
        let value = { (firm: String, year: Int, month: Int) in made(firm, product, year, month) { $0.value } }
        let now = (quantity(enterprise.short, month.year, month.month), value(enterprise.short, month.year, month.month))
        let before = (quantity(enterprise.short, month.year, month.month - 1), value(enterprise.short, month.year, month.month - 1))
        let cells = [
            enterprise.code, month.text, product, Hundredths.text(now.0 - before.0), Hundredths.text(now.0),
            Hundredths.text(outputs.prior(enterprise, month, quantity)), Hundredths.text(now.1 - before.1), Hundredths.text(now.1),
            Hundredths.text(outputs.prior(enterprise, month, value)), enterprise.isAboveScale(in: month) ? "one_form" : "filed",
        ]
        return Filing.Form(enterprise: enterprise, month: month, cells: cells)
    }

    private func made(_ firm: String, _ product: String, _ year: Int, _ month: Int, _ of: (Producer.Year) -> Int64) -> Int64 {
        guard month > 0, let path = outputs.path(firm, year), let total = content.producer(product, firm)?.years[year].map(of) else { return 0 }
        return path.share(total, by: month)
    }
}
