import ArgumentParser
import Registers
import Reports
import Storage

/// Says what a revision of a record would touch in the editions that stand, without making it.
struct RehearseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse", abstract: "改动预演：改这条记录会动到哪些签发版的哪些数。What a revision would touch, before it is made.")

    @OptionGroup var argument: SiteArgument
    @Argument(help: ArgumentHelp("台账，如 sales The register.", valueName: "register")) var register: String
    @Argument(help: ArgumentHelp("记录号，见其网页地址 The record's number, as in the address of its page.", valueName: "record")) var record: Int64
    @Argument(help: ArgumentHelp("要改的栏：output=1100 The fields to change.", valueName: "field=value")) var fields: [String]

    func run() throws {
        let declared = try Declared.book(in: argument.folder, readOnly: false)
        let register = try declared.book.register(register)
        var inputs: [Name: Input] = [:]
        for pair in fields {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { String($0).trimmed }
            guard parts.count == 2, let field = register.fields.first(where: { $0.id.text == parts[0] }) else {
                let names = register.fields.map(\.id.text).joined(separator: "、")
                throw Refused(zh: "“\(pair)”写成“栏=值”，栏有：\(names)。", en: "Write “\(pair)” as field=value; the fields are \(names).")
            }
            inputs[field.id] = parts[1].isEmpty ? .empty : .text(parts[1])
        }
        let rehearsal = try Rehearsal(Drafts(declared.figures, declared.reports), record, inputs, of: register, at: .now())
        Terminal.say(
            zh: "没有写入任何东西。有效的签发版 \(rehearsal.looked) 个，会动到 \(rehearsal.touched.count) 个。",
            en: "Nothing was written. Of \(rehearsal.looked) editions that stand, \(rehearsal.touched.count) would be touched.")
        for touched in rehearsal.touched { tell(touched) }
    }

    private func tell(_ touched: Rehearsal.Touched) {
        let edition = touched.edition
        Terminal.say(
            zh: "\(edition.title) \(edition.period.words.zh) \(edition.words.zh)：数 \(touched.moved.count) 个，正文 \(touched.places) 处",
            en:
                "\(edition.title), \(edition.period.words.en), \(edition.words.en): \(touched.moved.count) figures, \(touched.places) places of the text"
        )
        for one in touched.moved {
            Terminal.say(
                zh: "  \(one.id) \(one.name.zh)：签发 \(one.printed ?? "—")，现在 \(one.now ?? "—")，改后 \(one.then ?? "—")",
                en: "  \(one.id) \(one.name.en): released \(one.printed ?? "—"), now \(one.now ?? "—"), then \(one.then ?? "—")")
        }
        for one in touched.turned {
            Terminal.say(
                zh: "  \(one.id) \(one.text.zh)：\(one.now.words.zh) → \(one.then.words.zh)；\(one.reason.zh)",
                en: "  \(one.id) \(one.text.en): \(one.now.words.en) → \(one.then.words.en); \(one.reason.en)")
        }
    }
}
