import Registers
import Storage
import Testing

@Suite("Forms and periods that are shorter than they")
struct WholeFormsTests {
    private static let more = [
        "registers/yearly.yaml": """
        register: yearly
        group: economy
        name: { zh: 年报, en: Yearly forms }
        purpose: { zh: 年报, en: Yearly forms }
        title: "{year}"
        key: [year]
        time: year
        fields:
          year: { name: { zh: 年份, en: Year }, kind: period, every: year, required: yes }
          amount: { name: { zh: 数, en: Amount }, kind: number, unit: 家 }
        """,
        "registers/weekly.yaml": """
        register: weekly
        group: economy
        name: { zh: 周报, en: Weekly forms }
        purpose: { zh: 周报, en: Weekly forms }
        title: "{week}"
        key: [week]
        time: week
        fields:
          week: { name: { zh: 周, en: Week }, kind: period, every: week, required: yes }
          amount: { name: { zh: 数, en: Amount }, kind: number, unit: 家 }
        """,
    ]
    private static let indicators =
        CumulativeTests.output + """

            yearly: { name: { zh: 年数, en: Yearly }, measure: sum of yearly.amount, unit: 家, status: final }
            yearly_stock: { name: { zh: 年末数, en: At the year's end }, measure: latest of yearly.amount, kind: stock, unit: 家, status: final }
            weekly: { name: { zh: 周数, en: Weekly }, measure: sum of weekly.amount, unit: 家, status: final }
            """

    @Test("a month's form says nothing of a week or a day in it, and a year to date takes whole months")
    func months() throws {
        let park = try Park(WholeFormsTests.indicators, more: WholeFormsTests.more)
        let firm = try park.firm("甲厂")
        for (month, toDate) in [(1, 100), (2, 220), (3, 300)] { try park.sales(firm, 202_200 + month, Int64(toDate), prior: Int64(toDate / 2)) }
        #expect(try park.printed("output", "2022-W05") == "无数据")
        #expect(try park.printed("output", "2022-02-01") == "无数据")
        // 20 March: January and February are whole, March is not.
        #expect(try park.printed("output", "2022-01-01..2022-03-20") == "220.00")
        #expect(try park.printed("output.to_date", "2022-W11") == "220.00")
        #expect(try park.printed("output.to_date", "2022-03") == "300.00")
        // Of 28 January to 20 March only February is whole.
        #expect(try park.printed("output", "2022-01-28..2022-03-20") == "120.00")
        #expect(try park.figure("output", "2022-W05").expected == nil)
    }

    @Test("a year's form says nothing of a month; what holds at the end does once the form is whole")
    func years() throws {
        let park = try Park(WholeFormsTests.indicators, more: WholeFormsTests.more)
        try park.add("yearly", ["year": .integer(2022_01_01), "amount": .integer(7), "title": "2022"])
        for period in ["2022-01", "2022Q1", "2022H1", "2022-W01"] { #expect(try park.printed("yearly", period) == "无数据", "\(period)") }
        #expect(try park.printed("yearly", "2022") == "7")
        #expect(try park.printed("yearly_stock", "2022-11") == "无数据")
        #expect(try park.printed("yearly_stock", "2022-12") == "7")
    }

    @Test("a week's form is counted once, in the month of its Monday")
    func weeks() throws {
        let park = try Park(WholeFormsTests.indicators, more: WholeFormsTests.more)
        // 31 January to 6 February 2022, and the week after.
        for (day, amount) in [(2022_01_31, 3), (2022_02_07, 5)] {
            try park.add("weekly", ["week": .integer(Int64(day)), "amount": .integer(Int64(amount)), "title": "w"])
        }
        #expect(try park.printed("weekly", "2022-01") == "3")
        #expect(try park.printed("weekly", "2022-02") == "5")
        #expect(try park.printed("weekly", "2022-W05") == "3")
        #expect(try park.printed("weekly", "2022") == "8")
    }
}
