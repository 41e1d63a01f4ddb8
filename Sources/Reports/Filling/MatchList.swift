public import Foundation
import Formats
public import Indicators
public import Registers
import Storage

/// The matches of a form as a table that a person reads, corrects and gives back (CSV).
public struct MatchList {
    /// The columns, in their order. Of those that are read, the labels say which cells are meant and the rest what belongs there.
    static let columns = ["来表", "行", "列", "指标", "分列台账", "统计范围", "期间", "单位", "建议", "指标名称", "把握", "说明", "单元格"]
    /// What a person writes for cells that are not for us.
    static let leave = "不填"

    /// The bytes of the table: one row for all cells of the same labels.
    public static func data(_ form: FilledForm) -> Data {
        var writer = CSVWriter()
        writer.row(columns.map { .text($0) })
        var order: [FormRule.Key] = []
        var cells: [FormRule.Key: [FilledCell]] = [:]
        for cell in form.cells {
            if cells[cell.key] == nil { order.append(cell.key) }
            cells[cell.key, default: []].append(cell)
        }
        for key in order {
            guard let all = cells[key], let first = all.first else { continue }
            let places = all.prefix(5).map { "\($0.sheet)!\($0.place)" }.joined(separator: " ") + (all.count > 5 ? " 等 \(all.count) 格" : "")
            // What is only proposed stands beside: a list that is given back unread must confirm nothing.
            let isSure = first.certainty.fills
            let measure = isSure ? (first.rule.isNothing ? leave : first.rule.measure) : ""
            let texts = [
                key.form, key.row, key.column, measure, first.rule.by?.text ?? "", first.rule.isNothing ? "" : first.rule.scope.text, first.rule.part,
                first.rule.unit, isSure ? "" : first.rule.measure, first.name?.zh ?? "", first.certainty.words.zh,
                first.gap == nil ? "" : first.why?.zh ?? "", places,
            ]
            writer.row(texts.map { .text($0) })
        }
        return Data(writer.bytes)
    }

    /// Reads the table back: a row without an indicator says nothing, 不填 says that the cells are not for us. Throws `Invalid` with all
    /// faulty rows.
    public static func rules(_ file: ImportFile, _ figures: Figures) throws -> [FormRule.Key: FormRule] {
        let reader = try file.table()
        var rules: [FormRule.Key: FormRule] = [:]
        var faults: [Invalid.Item] = []
        var places: [String: Int] = [:]
        do {
            while let row = try reader.next() {
                if places.isEmpty {
                    for (place, cell) in row.cells.enumerated() { places[Narrow.trimmed(cell.plain)] = place }
                    guard ["来表", "行", "列", "指标"].allSatisfy({ places[$0] != nil }) else {
                        throw Invalid([
                            .init(row: row.number, fault: Fault(zh: "对应表要有 来表、行、列、指标 这几列。", en: "A list of matches has the columns 来表, 行, 列, 指标."))
                        ])
                    }
                    continue
                }
                func text(_ column: String) -> String { places[column].map { Narrow.trimmed(row[$0].plain) } ?? "" }
                let measure = text("指标")
                if measure.isEmpty { continue }
                let key = FormRule.Key(form: text("来表"), row: text("行"), column: text("列"))
                do throws(Fault) { rules[key] = try rule(measure, text, figures) } catch {
                    faults.append(.init(row: row.number, label: Words(zh: "指标", en: "figure"), fault: error))
                }
            }
        } catch let error as FormatError { throw Invalid(error, file: file.name) }
        guard faults.isEmpty else { throw Invalid(faults) }
        return rules
    }

    private static func rule(_ measure: String, _ text: (String) -> String, _ figures: Figures) throws(Fault) -> FormRule {
        if measure == leave { return .nothing }
        let formula: Formula
        do throws(Diagnostic) { formula = try FormulaParser.formula(measure, at: Place(file: "match", line: 1, column: 1)) } catch {
            throw Fault(error.message)
        }
        if let wrong = figures.check(formula).first {
            let near = wrong.suggestion.map { (zh: "是不是“\($0)”？", en: " Did you mean “\($0)”?") }
            throw Fault(zh: wrong.message.zh + (near?.zh ?? ""), en: wrong.message.en + (near?.en ?? ""))
        }
        let catalogue = figures.book.catalogue
        var rule = FormRule(measure: measure, part: text("期间"), unit: text("单位"))
        if !text("分列台账").isEmpty {
            guard let register = catalogue.register(named: text("分列台账")) else {
                throw Fault(zh: "没有台账“\(text("分列台账"))”。", en: "There is no register “\(text("分列台账"))”.")
            }
            rule.by = register.id
        }
        if !text("统计范围").isEmpty {
            guard let scope = Name(text("统计范围")), catalogue.scope(scope) != nil else {
                throw Fault(zh: "没有统计范围“\(text("统计范围"))”。", en: "There is no scope “\(text("统计范围"))”.")
            }
            rule.scope = scope
        }
        if !rule.unit.isEmpty, Unit(rule.unit) == nil {
            throw Fault(zh: "不认识的单位“\(rule.unit)”。", en: "Unknown unit “\(rule.unit)”.")
        }
        if !CellFigures.isPart(rule.part) {
            throw Fault(zh: "期间写 01 到 12、Q1、H1、year，或空着。", en: "The period is 01 to 12, Q1, H1, year or empty.")
        }
        return rule
    }
}
