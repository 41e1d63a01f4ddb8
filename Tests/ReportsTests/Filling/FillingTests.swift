import Foundation
import Formats
import Indicators
import Registers
import Storage
import Testing

@testable import Reports

@Suite("Filling a superior's blank workbook")
struct FillingTests {
    private static let match = """
        register: form_match
        group: economy
        name: { zh: 来表对应, en: Form matches }
        purpose: { zh: 对应, en: Matches }
        title: "{form} {row} {column}"
        key: [form, row, column]
        fields:
          form: { name: { zh: 来表, en: Form }, kind: text, longest: 300, required: yes }
          row: { name: { zh: 行, en: Row }, kind: text, longest: 300, required: yes }
          column: { name: { zh: 列, en: Column }, kind: text, longest: 310, required: yes }
          measure: { name: { zh: 指标, en: Figure }, kind: text, longest: 300 }
          by: { name: { zh: 分列台账, en: By }, kind: text }
          counted: { name: { zh: 统计范围, en: Scope }, kind: text }
          part: { name: { zh: 期间, en: Period }, kind: text }
          unit: { name: { zh: 单位, en: Unit }, kind: text }
          confirmed_by: { name: { zh: 确认人, en: Confirmed by }, kind: text, required: yes }
          confirmed: { name: { zh: 确认日期, en: Confirmed on }, kind: day, required: yes }
        """

    /// Output in 万元: November 2021 30, December 2021 40; November 2022 100.5, December 2022 60 of A and 20.25 of B.
    private func park() throws -> LittlePark {
        try LittlePark(
            indicators: """
                tax: { name: { zh: 上缴税金, en: Taxes }, measure: 'sum of datum.amount where item = "tax"', status: by field standing, unit: 亿元, places: 2, owner: officer }
                """, more: ["registers/form_match.yaml": FillingTests.match]
        ) { records, catalogue, writing in
            let (firms, sales) = (try #require(catalogue.register("enterprise")), try #require(catalogue.register("sales")))
            for name in ["甲厂", "乙厂"] { try records.add(["name": .text(name)], to: firms, in: writing) }
            for (firm, month, amount) in [
                ("甲厂", "2021-11", "30"), ("甲厂", "2021-12", "40"), ("甲厂", "2022-11", "100.5"), ("甲厂", "2022-12", "60"), ("乙厂", "2022-12", "20.25"),
            ] {
                try records.add(["enterprise": .text(firm), "month": .text(month), "amount": .text(amount)], to: sales, in: writing)
            }
            let datum = try #require(catalogue.register("datum"))
            for (month, amount, standing) in [("2022-11", "0.5", "final"), ("2022-12", "0.25", "flash")] {
                let inputs: [Name: Input] = ["item": .text("tax"), "month": .text(month), "amount": .text(amount), "standing": .text(standing)]
                try records.add(inputs, to: datum, in: writing)
            }
        }
    }

    /// A monthly form with a head of two rows.
    private func form(_ month: String = "12", year: String = "2022") -> HandMadeForm {
        HandMadeForm(sheets: [
            (
                "主要指标",
                [
                    ["主要经济指标月报表（\(year)年\(month)月）"], ["填报单位：", "", "", "", "", "", "单位：万元"],
                    ["指标名称", "计量单位", "本月", "", "1—\(month)月累计", "", "备注"], ["", "", "本期", "同比增长（%）", "本期", "同比增长（%）"],
                    ["甲", "乙", "1", "2", "3", "4", "丙"], ["一、产值", "万元", ".0.0", ".0.0%", ".#,##0", ".", "."],
                    ["其中：出口", "万元", ".", ".", ".", ".", "."], ["二、上缴税金", "亿元", ".0.000", ".", ".0.00", ".", "."],
                    ["三、外贸", "万美元", ".", ".", ".", ".", "."], ["合计", "万元", "=C6*2", "=1", "=E6", "=1", "."],
                    ["单位负责人：", ".", "填表人：", "."],
                ],
                ["A1:G1", "A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:G4"]
            ),
            (
                "重点企业",
                [["重点企业产值表"], ["企业名称", "产值（千元）", ""], ["", "当月", "累计"], ["甲厂", ".", "."], ["乙厂", ".", "."], ["丙厂", ".", "."], [".", ".", "."]],
                ["A2:A3", "B2:C2"]
            ),
        ])
    }

    private func filled(
        _ park: LittlePark, _ form: HandMadeForm, _ period: String = "2022-12", told: [FormRule.Key: FormRule] = [:]
    ) throws -> FilledForm {
        let workbook = try FormWorkbook(data: form.data)
        return try park.book.store.read {
            try Filling(park.figures).fill(workbook, file: "来表.xlsx", try #require(Period(period)), told: told, in: $0)
        }
    }

    private func written(_ form: FilledForm, _ sheet: String) -> [String: String] {
        var written: [String: String] = [:]
        for cell in form.filled where cell.sheet == sheet {
            if case .number(let text)? = cell.value { written[cell.place.description] = text } else { written[cell.place.description] = cell.written }
        }
        return written
    }

    @Test("cells under a head of two rows get the figure of row, stretch and comparison in the head's unit and the cell's format")
    func values() throws {
        let form = try filled(park(), form())
        // Month 80.25, of last year 40: 100.625 %; to date 180.75, of last year 70: 158.214… %. Tax 0.25 and 0.75 亿元.
        #expect(
            written(form, "主要指标") == ["C6": "80.3", "D6": "1.006", "E6": "181", "F6": "158.2", "C8": "0.250", "E8": "0.75"])
        #expect(form.filled.filter { $0.sheet == "主要指标" }.allSatisfy { $0.certainty == .sure })
    }

    @Test("a row that names an enterprise gets that enterprise's figure, and one that isn't known stays blank")
    func members() throws {
        let form = try filled(park(), form())
        #expect(written(form, "重点企业") == ["B4": "600", "C4": "1605", "B5": "202.5", "C5": "202.5"])
        let unknown = form.gaps.filter { $0.sheet == "重点企业" }
        #expect(Set(unknown.map(\.place.description)) == ["B6", "C6"])
        #expect(unknown.allSatisfy { $0.gap == .proposed })
    }

    @Test("what isn't matched, what has no base and what is a part stays blank, each with its reason and owner")
    func gaps() throws {
        let form = try filled(park(), form())
        func gap(_ place: String) -> FilledCell? { form.gaps.first { $0.sheet == "主要指标" && $0.place.description == place } }
        #expect(gap("C7")?.certainty.fills == false)
        #expect(gap("C7")?.key.row == "一、产值>其中:出口")
        #expect(gap("C9")?.gap == .unknown)
        #expect(gap("D8")?.gap == .noData)
        #expect(gap("D8")?.why?.zh == "无同期")
        #expect(gap("D8")?.owner?.zh == "统计岗")
        #expect(gap("G6") == nil, "remarks are not for figures")
        #expect(!form.cells.contains { $0.place.row == 11 }, "nor are signatures")
    }

    @Test("an unsettled figure is marked with its status")
    func status() throws {
        let form = try filled(park(), form())
        #expect(form.filled.first { $0.place.description == "C8" }?.status == .flash)
        #expect(form.filled.first { $0.place.description == "C6" }?.status == .final)
        #expect(FilledLines(form).lines().contains { $0.zh == "其中快报数 2 格。" })
    }

    @Test("the workbook keeps its formulas and gets a sheet of sources")
    func workbook() throws {
        let park = try park()
        let blank = try form().data
        let form = try filled(park, self.form())
        let result = try FormWorkbook(data: blank).filled(form.values, adding: FilledSources(form, park.figures).sheet)
        #expect(try HandMadeForm.cell(result, "主要指标", 6, 3) == "80.3")
        #expect(try HandMadeForm.cell(result, "主要指标", 10, 3) == "formula")
        #expect(try HandMadeForm.cell(result, "主要指标", 9, 3) == "")
        let header = try (1...18).map { try HandMadeForm.cell(result, "数据来源", 1, $0) }
        let row = try (1...18).map { try HandMadeForm.cell(result, "数据来源", 2, $0) }
        let source = Dictionary(uniqueKeysWithValues: zip(header, row))
        #expect(source["单元格"] == "C6")
        #expect(source["表达式"] == "output")
        #expect(source["期间"] == "2022年12月")
        #expect(source["指标值（未舍入）"] == "0.008025")
        #expect(source["记录"] == "产销 2 条")
        #expect(source["截至变更号"] == String(form.change))
    }

    @Test("what was confirmed is remembered by labels and fills next month's form, wherever its rows stand")
    func memory() throws {
        let park = try park()
        var told: [FormRule.Key: FormRule] = [:]
        told[.init(form: "主要经济指标月报表", row: "三、外贸", column: "1-本月累计 / 本期")] = FormRule(measure: "tax.to_date", unit: "万元")
        told[.init(form: "主要经济指标月报表", row: "三、外贸", column: "本月 / 本期")] = .nothing
        let first = try filled(park, form(), told: told)
        #expect(written(first, "主要指标")["E9"] == "7500")
        #expect(!first.cells.filter { $0.rule.isNothing && $0.certainty == .told }.isEmpty)
        let filling = Filling(park.figures)
        let count = try park.book.store.write(LittlePark.intent("edit")) { try filling.remember(first, by: "统计岗", in: $0) }.value
        #expect(count ?? 0 > 6)
        // Next month the rows have moved, and another firm is listed; November has its own numbers.
        var next = form("11")
        next.sheets[0].rows.insert(["四、说明行", "项", "", "", "", "", ""], at: 5)
        let second = try filled(park, next, "2022-11")
        #expect(written(second, "主要指标")["E10"] == "5000")
        #expect(written(second, "主要指标")["C7"] == "100.5")
        #expect(second.filled.allSatisfy { $0.certainty == .remembered })
        #expect(!second.gaps.contains { $0.place.description == "C10" && $0.sheet == "主要指标" }, "not for us, and no gap")
        let again = try park.book.store.write(LittlePark.intent("again")) { try filling.remember(second, by: "统计岗", in: $0) }.value
        #expect(again == 0)
    }

    @Test("the list of matches can be corrected and given back")
    func list() throws {
        let park = try park()
        let form = try filled(park, form())
        var text = String(decoding: MatchList.data(form), as: UTF8.self)
        let old = "主要经济指标月报表,三、外贸,1-本月累计 / 本期,,"
        #expect(text.contains(old))
        text = text.replacingOccurrences(of: old, with: "主要经济指标月报表,三、外贸,1-本月累计 / 本期,output.to_date,")
        let rules = try MatchList.rules(ImportFile(data: Data(text.utf8), name: "对应.csv"), park.figures)
        #expect(rules[.init(form: "主要经济指标月报表", row: "三、外贸", column: "1-本月累计 / 本期")]?.measure == "output.to_date")
        #expect(rules[.init(form: "重点企业产值表", row: "{enterprise}", column: "产值(千元) / 累计")]?.by == "enterprise")
        let wrong = text.replacingOccurrences(of: "output.to_date,", with: "outptu.to_date,")
        #expect(throws: Invalid.self) { try MatchList.rules(ImportFile(data: Data(wrong.utf8), name: "对应.csv"), park.figures) }
    }

    @Test("a list that is given back unread confirms nothing that was only proposed")
    func unread() throws {
        let park = try park()
        let plain = HandMadeForm(sheets: [("表", [["情况表"], ["指标", "数值"], ["产值（万元）", "."]], ["A1:B1"])])
        let form = try filled(park, plain)
        let list = MatchList.data(form)
        #expect(String(decoding: list, as: UTF8.self).contains("output"))
        #expect(try MatchList.rules(ImportFile(data: list, name: "对应.csv"), park.figures).isEmpty)
    }

    @Test("a flow without a word for its stretch is proposed and not filled, and a form of another month is told")
    func unsure() throws {
        let plain = HandMadeForm(sheets: [("表", [["情况表"], ["指标", "数值"], ["产值（万元）", "."], ["上缴税金", "."]], ["A1:B1"])])
        let form = try filled(park(), plain)
        #expect(form.filled.isEmpty)
        #expect(form.cells.map(\.gap) == [.proposed, .proposed])
        #expect(form.cells.map { $0.why?.zh ?? "" } == ["没有写是本月还是累计", "没有写是本月还是累计"])
        let year = try filled(park(), plain, "2022")
        #expect(written(year, "表") == ["B3": "180.75"])
        #expect(year.gaps.first?.why?.zh == "表上没有写单位，指标是“亿元”")
        let other = try filled(park(), self.form("11"), "2022-12")
        #expect(other.notes.contains { $0.zh.contains("2022年11月") })
        #expect(!other.filled.contains { $0.sheet == "主要指标" && $0.place.column == 5 }, "1—11月 is not what is asked")
    }

    @Test("hidden rows and locked cells stay blank")
    func closed() throws {
        var form = form()
        form.hidden = [6]
        let hidden = try filled(park(), form)
        #expect(hidden.gaps.first { $0.place.description == "C6" && $0.sheet == "主要指标" }?.gap == .closed)
        form.hidden = []
        form.after = "<sheetProtection sheet=\"1\"/>"
        let locked = try filled(park(), form)
        #expect(!locked.filled.contains { $0.sheet == "主要指标" })
        #expect(locked.filled.contains { $0.sheet == "重点企业" })
    }

    @Test("a sheet that no person fills is refused")
    func huge() throws {
        let form = HandMadeForm(sheets: [("表", [Array(repeating: "x", count: 201)], [])])
        #expect(throws: Refused.self) { try filled(park(), form) }
    }
}
