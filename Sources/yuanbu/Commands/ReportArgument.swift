import ArgumentParser
import Indicators
import Registers
import Reports
import Storage

/// Which report and for what period, as the commands about drafts, confirmations and editions take it.
struct ReportArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("报告，如 annual The report.", valueName: "report")) var report: String
    @Option(help: "年度。The year.") var year: Int?
    @Option(help: "期间：2022、2022-05、2022-W07、2022H1。The period.") var period: String?

    func validate() throws {
        if (year == nil) == (period == nil) { throw ValidationError("写 --year 或 --period，写一个。Give either --year or --period.") }
        if let year, !(1949...2200).contains(year) { throw ValidationError("年度应在 1949 到 2200 之间。The year is from 1949 to 2200.") }
    }

    /// The report's name as it is declared.
    func id(_ declared: Declared) throws -> Name {
        if let report = declared.reports.report(named: report) { return report.id }
        let names = declared.reports.reports.map(\.id.text).joined(separator: "、")
        throw Refused(zh: "没有报告“\(report)”，有：\(names)。", en: "There is no report “\(report)”; there are \(names).")
    }

    /// The period that was asked for.
    func asked() throws -> Period {
        let text = period ?? year.map { String($0) } ?? ""
        guard let asked = Period(text), (1949...2200).contains(asked.year) else {
            throw Refused(
                zh: "看不懂期间“\(text)”。写成 2022、2022-05、2022-W07、2022-03-14 或 2022H1。",
                en: "“\(text)” is no period. Write 2022, 2022-05, 2022-W07, 2022-03-14 or 2022H1.")
        }
        return asked
    }
}
