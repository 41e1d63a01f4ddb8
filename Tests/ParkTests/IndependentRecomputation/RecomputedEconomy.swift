extension Recomputation {
    /// #37–#59 and P12–P19: output, value added, taxes, profit, products, size.
    func economy() -> [String: String] {
        let output = sum(latest(ledgers["sales"], "企业", year).values, "工业总产值累计")
        let base = sum(latest(ledgers["sales"], "企业", year).values, "上年同期累计")
        let before = sum(latest(ledgers["sales"], "企业", year - 1).values, "工业总产值累计")
        let valueAdded = Exact.units(reference("本园区", "工业增加值")?["金额"], 4)
        let valueAddedBefore = Exact.units(reference("本园区", "工业增加值", year - 1)?["金额"], 4)
        let rate = Exact.units(reference("本园区", "工业增加值率")?["比率"], 2)
        let tax = byEnterprise("tax_payment", "入库日期", "入库税额", year)
        let taxBefore = byEnterprise("tax_payment", "入库日期", "入库税额", year - 1)
        let (taxes, taxesBefore) = (tax.values.reduce(0, +), taxBefore.values.reduce(0, +))
        let profit = sum(latest(ledgers["finance"], "企业", year).values, "利润总额累计")
        let profitBase = sum(latest(ledgers["finance"], "企业", year).values, "上年同期利润累计")
        let monitored = ledgers["product"].filter { row in
            !(row["重点监控自"] ?? "").isEmpty && (row["重点监控自"] ?? "") <= to && ((row["重点监控至"] ?? "").isEmpty || (row["重点监控至"] ?? "") >= to)
        }
        var doubled = 0
        for product in monitored {
            let rows = ledgers["product_month"].filter { $0["产品"] == product["产品"] }
            let made = latest(rows, "企业", year).values
            let (now, then) = (sum(made, "累计产量"), sum(made, "上年同期累计产量"))
            if then > 0, now * 10 >= then * 11 { doubled += 1 }
        }
        var reached = 0
        var reachedNew = 0
        var reachedUpper = 0
        for (enterprise, paid) in tax {
            if paid >= 50_000 { reached += 1 }
            if paid >= 50_000, (taxBefore[enterprise] ?? 0) < 50_000 { reachedNew += 1 }
            if paid >= 100_000 { reachedUpper += 1 }
        }
        return [
            "#37": Exact.yi(output), "#38": Exact.growth(output, base), "#39": Exact.yi(output - base),
            "#40": Exact.quotient(valueAdded, 10_000, places: 2),
            "#41": Exact.quotient(Exact.units(reference("全市", "地区生产总值")?["金额"], 4), 10_000, places: 2),
            // 亿元 with four places over hundredths of 万元: both are hundredths of 万元 now.
            "#42": Exact.quotient(valueAddedBefore * 100 * 100, before, places: 1), "#43": Exact.quotient(rate, 100, places: 1),
            "#44": Exact.quotient(output * rate, 100 * 100 * 1_000_000, places: 2), "#45": Exact.yi(taxes), "#46": Exact.growth(taxes, taxesBefore),
            "#47": Exact.yi(profit), "#48": Exact.quotient(profit, profitBase, places: 1), "#49": "\(monitored.count)", "#50": "\(doubled)",
            "#51": "500",
            "#52": "\(reachedNew)", "#53": "\(reached)", "#54": "\(reachedUpper)", "#59": "\(atLeast(10_000_000))", "P12": "100", "P14": "10",
            "P15": "1000",
            "P16": "\(crossedFirst(1_000_000).count)", "P17": "\(atLeast(1_000_000))", "P18": "\(crossedFirst(10_000_000).count)", "P19": "40",
            "P13": "\(fastYears())",
        ]
    }

    /// Hundredths of 万元 by enterprise, of the rows of a year.
    func byEnterprise(_ register: String, _ day: String, _ head: String, _ year: Int) -> [String: Int128] {
        var sums: [String: Int128] = [:]
        for row in ledgers[register] where isInYear(row[day], year) { sums[row["企业"] ?? "", default: 0] += Exact.units(row[head]) }
        return sums
    }

    private func outputs(_ year: Int) -> [String: Int128] {
        latest(ledgers["sales"], "企业", year).mapValues { Exact.units($0["工业总产值累计"]) }
    }

    private func atLeast(_ mark: Int128) -> Int { outputs(year).values.count { $0 >= mark } }

    /// Who reaches a mark now and, with all its predecessors, in no year before.
    func crossedFirst(_ mark: Int128) -> [String] {
        var predecessors: [String: String] = [:]
        for row in ledgers["enterprise"] where !(row["承继自"] ?? "").isEmpty { predecessors[row["企业名称"] ?? ""] = row["承继自"] }
        return outputs(year).filter { $0.value >= mark }.keys.filter { enterprise in
            var name: String? = enterprise
            while let one = name {
                for past in 2018..<max(2018, year) where (outputs(past)[one] ?? 0) >= mark { return false }
                name = predecessors[one]
            }
            return true
        }
        .sorted()
    }

    /// Years in a row, up to this one, in which both taxes and profit grew by a fifth or more.
    private func fastYears() -> Int {
        var count = 0
        for one in stride(from: year, through: 2019, by: -1) {
            let now = byEnterprise("tax_payment", "入库日期", "入库税额", one).values.reduce(0, +)
            let then = byEnterprise("tax_payment", "入库日期", "入库税额", one - 1).values.reduce(0, +)
            let forms = latest(ledgers["finance"], "企业", one).values
            let (profit, base) = (sum(forms, "利润总额累计"), sum(forms, "上年同期利润累计"))
            guard now * 10 >= then * 12, profit * 10 >= base * 12 else { break }
            count += 1
        }
        return count
    }
}
