import ArgumentParser
import Registers
import Storage

/// Reads all declarations of a site and says what is wrong with them, all at once.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: "检查声明。Check the declarations of a site.")

    @OptionGroup var argument: SiteArgument

    func run() throws {
        let declared = try Declared.waiting(in: argument.folder)
        Terminal.say(
            zh:
                "没有问题：\(declared.catalogue.registers.count) 个台账，\(declared.indicators.indicators.count) 个指标，\(declared.reports.reports.count) 份报告，\(declared.checks.catalogue.checks.count) 条数据质量规则。",
            en:
                "No problems: \(declared.catalogue.registers.count) registers, \(declared.indicators.indicators.count) indicators, \(declared.reports.reports.count) report(s), \(declared.checks.catalogue.checks.count) checks of data quality."
        )
    }
}
