import ArgumentParser
import Registers
import Storage

/// Applies the folder's declarations in one transaction.
struct ApplyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "apply", abstract: "应用声明。Apply the declarations.")

    @OptionGroup var argument: SiteArgument

    func run() throws {
        _ = try Declared.waiting(in: argument.folder)
        let book = try Book.open(site: argument.folder)
        let plan = try book.plan(argument.folder)
        PlanCommand.tell(plan)
        guard plan.obstacles.isEmpty else {
            throw Refused(zh: "没有应用，请先处理以上各项。", en: "Nothing was applied; see to the points above first.")
        }
        guard !plan.isEmpty else { return }
        _ = try Declarations(book).apply(plan, intent: Intent(subject: "console", reason: "应用声明", kind: "apply", at: .now()))
        Terminal.say(zh: "已应用。", en: "Applied.")
    }
}
