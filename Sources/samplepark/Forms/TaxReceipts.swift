import Storage

/// 税收入库: what the tax office received of each firm, month by month, refunds and the local share apart.
struct TaxReceipts {
    let content: SampleContent
    let outputs: Outputs
    let seed: UInt64

    private static let columns: [Name] = ["enterprise", "received", "kind", "zone", "above_scale", "paid", "refunded", "local"]

    /// A tax, the share of a firm's year that it makes up, the months in which it falls due, and what of it stays with the city in thousandths.
    private struct Kind {
        let name: String
        let weight: Int64
        let months: [Int]
        let local: Int128
    }

    private static let kinds = [
        Kind(name: "vat", weight: 56, months: Array(1...12), local: 330), Kind(name: "income", weight: 27, months: [1, 4, 5, 7, 10], local: 280),
        Kind(name: "surcharge", weight: 8, months: [1, 4, 7, 10], local: 1000), Kind(name: "property", weight: 4, months: [4, 10], local: 1000),
        Kind(name: "land", weight: 5, months: [4, 10], local: 1000),
    ]

    func events() -> [TimelineEvent] {
        var rows: [MonthOf: [[String]]] = [:]
        for enterprise in content.enterprises {
            for year in 2018...2022 {
                guard let figures = enterprise.years[year], figures.tax > 0 else { continue }
                for (month, cells) in receipts(enterprise, year, figures) { rows[MonthOf(year, month), default: []].append(cells) }
            }
        }
        return rows.sorted { $0.key < $1.key }.map { month, rows in
            TimelineEvent(
                at: SiteTime.at(SiteTime.weekday(month.next.day(6)), hour: 10, minute: 10), subject: "经济发展部财务岗",
                reason: "税务部门提供\(month.year)年\(month.month)月分户入库数", register: "tax_payment",
                act: .add(SampleTable(Self.columns + ["state"], rows.map { $0 + ["locked"] })))
        }
    }

    private func receipts(_ enterprise: Enterprise, _ year: Int, _ figures: Enterprise.Year) -> [(Int, [String])] {
        var draw = SplitMix64(seed, "tax \(enterprise.short) \(year)")
        // A small firm pays by the quarter and only what everybody pays.
        let isSmall = figures.tax < 10_000
        let kinds = isSmall ? Array(Self.kinds.prefix(1)) : figures.tax < 50_000 ? Array(Self.kinds.prefix(3)) : Self.kinds
        let first =
            outputs.path(enterprise.short, year)?.months.lowerBound ?? enterprise.movedIn.flatMap { $0.year == year ? min($0.month + 2, 12) : 1 } ?? 1
        let last = outputs.path(enterprise.short, year)?.months.upperBound ?? 12
        var receipts: [(Int, [String])] = []
        let parts = Shares.split(figures.tax, kinds.map { $0.weight * draw.whole(92...108) })
        for (kind, part) in zip(kinds, parts) {
            var months = (isSmall ? [1, 4, 7, 10] : kind.months).filter { ($0 >= first && $0 <= last) }
            if months.isEmpty { months = [last] }
            let amounts = Shares.split(part, months.map { _ in draw.whole(75...125) })
            let refundMonth = months.first { $0 >= 5 } ?? months[0]
            for (month, amount) in zip(months, amounts) where amount > 0 {
                let refunded = kind.name == "vat" && month == refundMonth ? figures.refunded : 0
                let at = MonthOf(year, month)
                let received = at.day(Int(draw.whole(11...18)))
                receipts.append(
                    (
                        month,
                        [
                            enterprise.code, received.iso, kind.name, enterprise.zone(in: at), enterprise.isAboveScale(in: at) ? "是" : "否",
                            Hundredths.text(amount), Hundredths.text(refunded), Hundredths.text(Shares.part(amount, kind.local, 1000)),
                        ]
                    ))
            }
        }
        return receipts
    }
}
