import Indicators
import Registers
import Storage
import Testing

/// What land yields, firm by firm, against loops over the exported ledgers.
@Suite struct YieldTests {
    private struct Land {
        var area: Int128 = 0
        var tax: Int128 = 0

        /// Hundredths of 万元 over hundredths of a square metre, of which 2000 are three 亩.
        var yield: String { Exact.quotient(tax * 2000, area * 3, places: 2) }
    }

    private func lands(_ park: OpenPark) throws -> [String: Land] {
        let ledgers = try Ledgers(park)
        var lands: [String: Land] = [:]
        var landed: Set<String> = []
        for row in ledgers["enterprise"] {
            let area = Exact.units(row["用地面积"])
            guard let name = row["企业名称"], area > 0 else { continue }
            landed.insert(name)
            let (since, until) = (row["入园日期"] ?? "", row["迁出日期"] ?? "")
            if !since.isEmpty, since <= "2022-12-31", until.isEmpty || until >= "2022-12-31" { lands[name, default: Land()].area = area }
        }
        for row in ledgers["tax_payment"] where (row["入库日期"] ?? "").hasPrefix("2022-") {
            if let name = row["企业"], landed.contains(name) { lands[name, default: Land()].tax += Exact.units(row["入库税额"]) }
        }
        return lands
    }

    @Test("Taxes by land are what loops give, for the park and for each firm")
    func yields() throws {
        let park = try SampleBook.shared()
        let lands = try lands(park)
        let figures = park.drafts.figures
        let period = try #require(Period("2022"))
        try park.book.store.read { reading in
            let whole = lands.values.reduce(into: Land()) { sum, land in (sum.area, sum.tax) = (sum.area + land.area, sum.tax + land.tax) }
            let figure = try figures.figure("tax_per_mu", period, in: reading)
            #expect(figure.value.amount.map { AmountText.rounded($0, places: 2) } == whole.yield)
            let members = try figures.breakdown("tax_per_mu", by: "enterprise", period, in: reading)
            var compared = 0
            for member in members {
                guard let land = lands[member.title], land.area > 0, let amount = member.value.amount else { continue }
                #expect(AmountText.rounded(amount, places: 2) == land.yield, "\(member.title)")
                compared += 1
            }
            #expect(compared == lands.values.count { $0.area > 0 })
            // 33,626.78 万元 on 1,286,400 m², which are 1929.6 亩.
            #expect(lands["云川铝业有限责任公司"]?.yield == "17.43")
        }
    }

    @Test("The directory balances in every year, and no longer where an admission is called something else")
    func directory() throws {
        let park = try SampleBook.own()
        for year in 2019...2022 { #expect(try park.verdict("above_scale_balances", year) == .holds, "\(year)") }
        let register = try #require(park.book.catalogue.register("qualification"))
        let id = try #require(try park.ids("qualification", "kind = 'above_scale' AND approved BETWEEN 20220101 AND 20221231").first)
        let lapse = try #require(register.moves.first { $0.id == "lapse" })
        // It lapses from now on, and the reason is filled; that it is no first admission is what unbalances the book.
        try park.write { writing in
            let values: [Name: Input] = ["event": .text("renewal"), "lapse": .text("试验"), "expires": .text("2023-02-01")]
            try park.records.move(id, by: lapse, values, of: register, in: writing)
        }
        #expect(try park.verdict("above_scale_balances") == .fails)
    }
}
