import ArgumentParser
import Foundation
import Indicators
import Registers
import Storage

/// Runs the declared checks of data quality. Exit 1 where one that must be mended finds something.
struct QualityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quality", abstract: "数据质量检查。Run the checks of data quality.")

    @OptionGroup var argument: SiteArgument
    @Option(help: "年份，默认为账上最近的一年。The year; by default the last in the book.") var year: Int?
    @Option(help: "只查这一条规则。Only the check of this name.") var rule: String?
    @Option(name: .customLong("as-of"), help: "当时所知：变更号、日期或时刻。As known at a change, a day or a moment.") var asOf: String?
    @Option(help: "每条规则最多列几行。How many findings are told for each.") var limit = 5
    @Flag(help: "以 JSON 输出。As JSON.") var json = false

    func validate() throws {
        if let year, !(1949...2200).contains(year) { throw ValidationError("年份应在 1949 到 2200 之间。Years are from 1949 to 2200.") }
        if !(0...10_000).contains(limit) { throw ValidationError("limit 应在 0 到 10000 之间。The limit is from 0 to 10000.") }
    }

    func run() throws {
        let declared = try Declared.book(in: argument.folder, readOnly: true)
        let checks = declared.checks
        let chosen = try chosen(checks.catalogue)
        let site = declared.catalogue.site
        let (period, found) = try declared.book.store.read { reading in
            let change = try AsOf.change(asOf, site, in: reading)
            let last = try change.flatMap { try reading.change(number: $0) } ?? reading.lastChange()
            // In January the year that is being closed is the last.
            let latest = last.day.month == 1 ? last.day.year - 1 : last.day.year
            guard let period = Period(year: year ?? max(site.since, latest)) else { throw ValidationError("") }
            return (period, try chosen.map { ($0, try checks.look($0, period, asOf: change, limit: limit, in: reading)) })
        }
        if json {
            print(try QualityJSON(period: period, found: found).text())
        } else {
            QualityText(language: Terminal.language, period: period, found: found).lines.forEach { print($0) }
        }
        if found.contains(where: { $0.0.severity == .must && $0.1.count > 0 }) { throw ExitCode(1) }
    }

    private func chosen(_ catalogue: CheckCatalogue) throws -> [Check] {
        guard let rule else { return catalogue.checks }
        if let check = catalogue.check(named: rule) { return [check] }
        let near = Suggestion.nearest(to: rule, among: catalogue.checks.map(\.id.text))
        throw Refused(
            zh: "没有规则“\(rule)”。\(near.map { "是不是“\($0)”？" } ?? "")", en: "There is no check “\(rule)”.\(near.map { " Did you mean “\($0)”?" } ?? "")")
    }
}
