import Indicators
import Registers
import Storage
import Testing

@testable import Reports

/// A park of a handful of records: numbers by item and year, firms with their sales, products with their quantities.
struct LittlePark {
    let book: Book
    let figures: Figures
    let catalogue: ReportCatalogue
    let diagnostics: [Diagnostic]

    /// A number of the book: `datum` holds one for each item and year.
    struct Datum {
        var item: String
        var year: Int
        var amount: String
        var standing = "final"
    }

    static let base: [String: String] = [
        "site.yaml": """
        site: { zh: 小园区, en: Little park }
        organisation: { zh: 小园区管委会, en: Little committee }
        time_zone: "+08:00"
        since: 2018
        home: []
        """,
        "groups.yaml": "economy: { zh: 经济, en: Economy }\n",
        "roles.yaml": "officer: { zh: 统计岗, en: Statistician }\n",
        "parameters.yaml": """
        mark: { value: 1, unit: 亿元, name: { zh: 门槛, en: Mark } }
        fast: { value: 20, unit: "%", name: { zh: 高速, en: Fast } }
        window: { value: 5, unit: 年, name: { zh: 年数, en: Years } }
        words: { value: "2+6+N", name: { zh: 布局, en: Layout } }
        """,
        "scopes.yaml": "park: { name: { zh: 全园区, en: Whole park } }\n",
        "registers/datum.yaml": """
        register: datum
        group: economy
        name: { zh: 数, en: Numbers }
        purpose: { zh: 逐年的数, en: Numbers by year }
        title: "{item} {month}"
        key: [item, month]
        time: month
        fields:
          item: { name: { zh: 项, en: Item }, kind: text, required: yes }
          month: { name: { zh: 月份, en: Month }, kind: period, every: month, required: yes }
          amount: { name: { zh: 数, en: Number }, kind: money, unit: 亿元, places: 4 }
          firms: { name: { zh: 户数, en: Firms }, kind: number, unit: 家 }
          day: { name: { zh: 日期, en: Day }, kind: day }
          standing: { name: { zh: 性质, en: Standing }, kind: choice, of: { flash: { zh: 快报, en: Flash }, estimated: { zh: 预计, en: Estimated }, preliminary: { zh: 初步, en: Preliminary }, final: { zh: 最终, en: Final } } }
        """,
        "registers/enterprise.yaml": """
        register: enterprise
        group: economy
        name: { zh: 企业, en: Enterprises }
        purpose: { zh: 企业, en: Enterprises }
        title: "{name}"
        key: [name]
        valid: { from: moved_in }
        fields:
          name: { name: { zh: 名称, en: Name }, kind: text, required: yes }
          registered: { name: { zh: 注册日期, en: Registered on }, kind: day }
          commissioned: { name: { zh: 投产日期, en: Commissioned on }, kind: day }
          moved_in: { name: { zh: 入园日期, en: Moved in }, kind: day }
          predecessor: { name: { zh: 承继自, en: Predecessor }, kind: reference, to: enterprise }
          duty: { name: { zh: 责任书, en: Duty signed on }, kind: day }
          large: { name: { zh: 大型, en: Large }, kind: yes_no }
        """,
        "registers/sales.yaml": """
        register: sales
        group: economy
        name: { zh: 产销, en: Sales }
        purpose: { zh: 逐年产值, en: Output by year }
        title: "{enterprise} {month}"
        key: [enterprise, month]
        time: month
        fields:
          enterprise: { name: { zh: 企业, en: Enterprise }, kind: reference, to: enterprise, required: yes }
          month: { name: { zh: 月份, en: Month }, kind: period, every: month, required: yes }
          amount: { name: { zh: 产值, en: Output }, kind: money, unit: 万元, places: 2 }
        """,
        "registers/honor.yaml": """
        register: honor
        group: economy
        name: { zh: 荣誉, en: Honours }
        purpose: { zh: 荣誉, en: Honours }
        title: "{name} {awarded}"
        key: [name, awarded]
        time: awarded
        fields:
          name: { name: { zh: 名称, en: Name }, kind: text, required: yes }
          awarded: { name: { zh: 日期, en: Day }, kind: day, required: yes }
          year: { name: { zh: 考核年度, en: Year }, kind: period, every: year }
          grade: { name: { zh: 等次, en: Grade }, kind: choice, of: { excellent: { zh: 优秀, en: Excellent }, good: { zh: 良好, en: Good } } }
        """,
        "registers/roll.yaml": """
        register: roll
        group: economy
        name: { zh: 名录, en: Roll }
        purpose: { zh: 应报企业, en: Who must report }
        title: "{enterprise}"
        key: [enterprise]
        valid: { from: listed }
        fields:
          enterprise: { name: { zh: 企业, en: Enterprise }, kind: reference, to: enterprise, required: yes }
          listed: { name: { zh: 自, en: Since }, kind: day, required: yes }
        """,
        "rosters.yaml": "all: { name: { zh: 应报企业, en: Who must report }, of: roll.enterprise, where: valid at end }\n",
    ]

    static let items = ["a", "b", "rank", "among", "part", "whole", "watch", "seen"]

    static var indicators: String {
        items.map { item in
            """
            \(item): { name: { zh: 指标\(item), en: Indicator \(item) }, measure: 'sum of datum.amount where item = "\(item)"', status: by field standing, unit: 亿元, places: 2 }
            """
        }.joined(separator: "\n") + """

            visits: { name: { zh: 次数, en: Visits }, measure: 'latest of datum.firms where item = "visits"', status: by field standing, unit: 家 }
            opened: { name: { zh: 开工日, en: Opened on }, measure: 'latest of datum.day where item = "opened"', status: final }
            ratio: { name: { zh: 比率, en: Ratio }, measure: a / b * 100, unit: "%", places: 1 }
            output: { name: { zh: 产值, en: Output }, measure: sum of sales.amount, unit: 亿元, places: 2, status: final }
            told: { name: { zh: 上报产值, en: Output reported }, measure: sum of latest sales.amount by enterprise, expected: all, unit: 亿元, places: 2, status: final }
            firms: { name: { zh: 产值过线企业, en: Firms over the mark }, measure: count of enterprise having output >= parameter.mark, unit: 家, status: final }
            """
    }

    init(
        _ data: [Datum] = [], report: String = "# 报告\n", claims: String? = nil, slots: String? = nil, indicators: String = "",
        more: [String: String] = [:], fill: (Records, Catalogue, Writing) throws -> Void = { _, _, _ in }
    ) throws {
        var files = LittlePark.base
        files["indicators/all.yaml"] = LittlePark.indicators + "\n" + indicators
        files["reports/annual.report"] = report
        files["reports/annual.claims.yaml"] = claims
        files["reports/annual.slots.yaml"] = slots
        files.merge(more) { _, new in new }
        let sources = Sources(files.sorted { $0.key < $1.key }.map { Source(file: $0.key, text: $0.value) })
        let empty = Book(store: try Store.temporary(), catalogue: try CatalogueReader.catalogue(sources), sources: sources)
        let declarations = Declarations(empty)
        book = try declarations.apply(try declarations.plan(sources), intent: LittlePark.intent("apply"))
        let records = Records(book, .console)
        let catalogue = book.catalogue
        let datum = try #require(catalogue.register("datum"))
        try book.store.write(LittlePark.intent("edit")) { writing in
            for one in data {
                var inputs: [Name: Input] = ["item": .text(one.item), "month": .text("\(one.year)-12"), "standing": .text(one.standing)]
                let field: Name = one.item == "visits" ? "firms" : one.item == "opened" ? "day" : "amount"
                inputs[field] = .text(one.amount)
                try records.add(inputs, to: datum, in: writing)
            }
            try fill(records, catalogue, writing)
        }
        var diagnostics = Diagnostics()
        let read = IndicatorCatalogue.read(sources, catalogue, &diagnostics)
        figures = Figures(book, read)
        self.catalogue = ReportCatalogue.read(figures, &diagnostics)
        self.diagnostics = diagnostics.sorted
    }

    static func intent(_ kind: String) -> Intent {
        Intent(subject: "console", reason: "试验", kind: kind, at: Moment(milliseconds: 1_673_490_000_000))
    }

    func compiled(_ year: Int = 2022, asOf: Int64? = nil) throws -> CompiledReport {
        try Drafts(figures, catalogue).report("annual", year: year, asOf: asOf)
    }

    /// The finding of the claim `C` alone.
    static func finding(
        _ claim: String, _ data: [Datum] = [], year: Int = 2022, fill: (Records, Catalogue, Writing) throws -> Void = { _, _, _ in }
    ) throws -> Finding {
        let park = try LittlePark(data, claims: "C: { \(claim) }\n", fill: fill)
        #expect(park.diagnostics.isEmpty, "\(park.diagnostics.map { $0.text(.en) })")
        return try #require(try park.compiled(year).claim("C"))
    }

    /// Numbers of an item from 2018 on, one a year; nil for a year without.
    static func series(_ item: String, _ values: [String?], from first: Int = 2018, standing: [Int: String] = [:]) -> [Datum] {
        values.enumerated().compactMap { index, value in
            value.map { Datum(item: item, year: first + index, amount: $0, standing: standing[first + index] ?? "final") }
        }
    }
}
