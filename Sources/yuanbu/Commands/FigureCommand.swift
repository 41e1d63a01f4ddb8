import ArgumentParser
import Foundation
import Indicators
import Registers
import Storage

/// Prints one figure with its reasons.
struct FigureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "figure", abstract: "核算一个指标值。Compute one figure.")

    @OptionGroup var argument: SiteArgument
    @Argument(
        help: ArgumentHelp("指标或表达式，如 gross_output 或 gross_output.growth An indicator, or an expression over indicators.", valueName: "indicator"))
    var indicator: String
    @Option(help: "期间：2022、2022-03、2022Q1、2022H1…… The period.") var period: String
    @Option(help: "统计范围。The scope.") var scope = "park"
    @Option(name: .customLong("as-of"), help: "当时所知：变更号、日期或时刻。As known at a change, a day or a moment.") var asOf: String?
    @Flag(help: "以 JSON 输出。As JSON.") var json = false

    func run() throws {
        let declared = try Declared.book(in: argument.folder, readOnly: true)
        let (book, figures) = (declared.book, declared.figures)
        guard let period = Period(period) else {
            throw Refused(
                zh: "看不懂期间“\(period)”。写成 2022、2022-03、2022Q1、2022H1。", en: "“\(period)” is no period. Write 2022, 2022-03, 2022Q1 or 2022H1.")
        }
        guard let scope = Name(scope), book.catalogue.scope(scope) != nil else {
            let names = book.catalogue.scopes.map(\.id.text).joined(separator: "、")
            throw Refused(zh: "没有统计范围“\(scope)”，有：\(names)。", en: "There is no scope “\(scope)”; there are \(names).")
        }
        let formula = try FormulaParser.formula(indicator, at: Place(file: "figure", line: 1, column: 1))
        if let wrong = figures.check(formula).first { throw wrong }
        let figure = try book.store.read { reading in
            let change = try AsOf.change(asOf, book.catalogue.site, in: reading)
            return try figures.evaluate(formula, period, scope: scope, asOf: change, in: reading)
        }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(figure), as: UTF8.self))
        } else {
            tell(figure, declared, period)
        }
    }

    private func tell(_ figure: Figure, _ declared: Declared, _ period: Period) {
        let language = Terminal.language
        let name = declared.indicators.indicator(named: figure.indicator)?.name(language) ?? indicator
        let unit = figure.unit ?? ""
        print("\(name)  \(period.words(language))  \(figure.printed(language))\(unit)")
        var notes = [figure.status.words(language), language == .zh ? "\(figure.rows) 条记录" : "\(figure.rows) records"]
        if let expected = figure.expected, let reported = figure.reported {
            notes.append(language == .zh ? "已报 \(reported)/\(expected)" : "\(reported)/\(expected) reported")
        }
        print("  " + notes.joined(separator: " · "))
        if !figure.missing.isEmpty { print("  " + (language == .zh ? "未报：" : "missing: ") + figure.missing.joined(separator: "、")) }
        for operand in figure.operands { print("  \(operand.name)  \(operand.printed(language))") }
    }
}
