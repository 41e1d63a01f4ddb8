import ArgumentParser
import Foundation
import Registers
import Storage

/// Says in sentences what applying the folder's declarations would do. Changes nothing.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "plan", abstract: "说明应用声明会改变什么。Say what applying the declarations would do.")

    @OptionGroup var argument: SiteArgument

    func run() throws {
        _ = try Declared.waiting(in: argument.folder)
        let book = try Book.open(site: argument.folder)
        let plan = try book.plan(argument.folder)
        PlanCommand.tell(plan)
        if !plan.obstacles.isEmpty {
            throw Refused(zh: "按现状不能应用，请先处理以上各项。", en: "It can't be applied as it is; see to the points above first.")
        }
    }

    /// The plan's sentences, then what stands in its way.
    static func tell(_ plan: DeclarationPlan) {
        for sentence in plan.sentences { Terminal.say(Words(zh: "· " + sentence.zh, en: "· " + sentence.en)) }
        for obstacle in plan.obstacles { Terminal.say(Words(zh: "✗ " + obstacle.zh, en: "✗ " + obstacle.en)) }
        if plan.isEmpty { Terminal.say(zh: "声明没有变化。", en: "The declarations have not changed.") }
    }
}

extension Book {
    /// What applying the declarations in a site's folder would do.
    func plan(_ folder: URL) throws -> DeclarationPlan {
        let sources = try Sources(folder: folder.appendingPathComponent("declarations", isDirectory: true))
        return try Declarations(self).plan(sources)
    }
}
