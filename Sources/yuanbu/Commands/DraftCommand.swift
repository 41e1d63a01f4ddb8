import ArgumentParser
import Foundation
import Registers
import Reports
import Storage

/// The drafts of a report: lists them, writes the text to edit to a file, or keeps an edited file as the next draft.
struct DraftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft", abstract: "改稿：取出正文来改，改好存成下一稿，数和结论仍是活的。Edit the text of a report; its figures stay live.")

    @OptionGroup var argument: SiteArgument
    @OptionGroup var which: ReportArgument
    @Option(help: "把正文写到文件去改。The file to write the text to.") var out: String?
    @Option(name: .customLong("in"), help: "改好的文件，存成下一稿。The edited file, kept as the next draft.") var file: String?
    @Option(help: "谁改的，写岗位。The post that wrote it.") var by = ""
    @Option(help: "为什么；换了数的来源必须写。Why; needed where a figure is taken from another source.") var reason = ""

    func run() throws {
        let declared = try Declared.book(in: argument.folder, readOnly: file == nil)
        let drafts = Drafts(declared.figures, declared.reports)
        let (id, period) = (try which.id(declared), try which.asked())
        if let file {
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw Refused(zh: "读不到“\(file)”，或它不是 UTF-8 文本。", en: "“\(file)” can't be read, or is no UTF-8 text.")
            }
            let (draft, changes, report) = try drafts.write(text, as: id, period, by: by.trimmed, reason: reason.trimmed, at: .now())
            Terminal.say(
                zh: "已存为第\(draft.number)稿；换源 \(changes) 处，手工数字 \(report.unsourced.count) 个。",
                en: "Kept as draft \(draft.number); \(changes) figures from another source, \(report.unsourced.count) numbers typed by hand.")
            for number in report.unsourced {
                Terminal.say(zh: "  无来源：\(number.text)（…\(number.context)…）", en: "  unsourced: \(number.text) (…\(number.context)…)")
            }
            return
        }
        let (all, text) = try declared.book.store.read { (try drafts.written(id, period, in: $0), try drafts.source(id, period, in: $0)) }
        if let out {
            do { try Data(text.utf8).write(to: URL(fileURLWithPath: out), options: .atomic) } catch {
                throw Refused(zh: "写不进“\(out)”。", en: "“\(out)” can't be written.")
            }
            Terminal.say(
                zh: "已写入 \(out)：\(all.last.map { "第\($0.number)稿" } ?? "声明里的正文")。",
                en: "Written to \(out): \(all.last.map { "draft \($0.number)" } ?? "the declared text").")
            return
        }
        if all.isEmpty { Terminal.say(zh: "还没有草稿，用的是声明里的正文。", en: "There are no drafts; the declared text is used.") }
        for draft in all {
            Terminal.say(
                zh: "第\(draft.number)稿  \(draft.on.iso) \(draft.by)  \(draft.reason)",
                en: "draft \(draft.number)  \(draft.on.iso) \(draft.by)  \(draft.reason)")
        }
    }
}
