import ArgumentParser
import Indicators
import Registers
import Reports
import Storage

/// The figures of a report for their departments to confirm before it is released: lists them, or takes a department's answer.
struct ConfirmCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "核数单：列出各部门待核的数，或记下表态。List the figures to confirm, or take an answer.")

    @OptionGroup var argument: SiteArgument
    @OptionGroup var which: ReportArgument
    @Option(help: "责任部门的岗位名，如 economy_office；none 是未定部门的。The department's role; none for those without.") var owner: String?
    @Option(help: "某个数，可多次：'#37'。A figure; may be repeated.") var figure: [String] = []
    @Option(help: "谁表态，写岗位；写了就记下。The post that answers; with it the answer is recorded.") var by: String?
    @Option(help: "confirmed 确认（默认）、remarked 确认并说明、other_source 换口径。") var answer: String = "confirmed"
    @Option(help: "说明。The remark.") var remark = ""

    func run() throws {
        let declared = try Declared.book(in: argument.folder, readOnly: by == nil)
        let drafts = Drafts(declared.figures, declared.reports)
        let (id, period) = (try which.id(declared), try which.asked())
        if let by { return try take(by.trimmed, drafts, id, period, declared) }
        let sheet = try declared.book.store.read { reading in
            try Confirmations(drafts).sheet(try drafts.report(id, period, in: reading), in: reading)
        }
        let owner = try role(declared)
        Terminal.say(
            zh: "应核数据 \(sheet.count) 个，已核 \(sheet.confirmed) 个。", en: "\(sheet.confirmed) of \(sheet.count) figures are confirmed.")
        for department in sheet.departments {
            if let owner, department.owner != owner { continue }
            let name = department.owner?.text ?? "none"
            Terminal.say(
                zh: "\(department.name.zh)（\(name)）：\(department.confirmed)/\(department.lines.count)",
                en: "\(department.name.en) (\(name)): \(department.confirmed)/\(department.lines.count)")
            guard self.owner != nil else { continue }
            for line in department.lines { print(told(line, Terminal.language)) }
        }
    }

    private func take(_ by: String, _ drafts: Drafts, _ id: Name, _ period: Period, _ declared: Declared) throws {
        guard let answer = Confirmation.Answer(rawValue: answer) else {
            let all = Confirmation.Answer.allCases.map(\.rawValue).joined(separator: "、")
            throw Refused(zh: "--answer 写 \(all) 之一。", en: "--answer is one of \(all).")
        }
        guard owner == nil || figure.isEmpty, owner != nil || !figure.isEmpty else {
            throw Refused(zh: "写 --owner（该部门全部待核的数）或 --figure，写一样。", en: "Give either --owner (all that it has to confirm) or --figure.")
        }
        let chosen: Confirmations.Chosen = figure.isEmpty ? .department(try role(declared) ?? nil) : .figures(figure)
        let (count, change) = try Confirmations(drafts).answer(id, period, chosen, answer, by: by, remark: remark.trimmed, at: .now())
        Terminal.say(
            zh: "已记下 \(count) 个数：\(answer.words.zh)，第 \(change.number) 号变更。", en: "\(count) figures: \(answer.words.en), change \(change.number).")
    }

    /// The role that was asked for; nil where none was, nil inside for those without a department.
    private func role(_ declared: Declared) throws -> Name?? {
        guard let owner else { return nil }
        if owner == "none" { return .some(nil) }
        if let role = declared.catalogue.roles.first(where: { $0.id.text == owner || $0.name.zh == owner }) { return role.id }
        let all = declared.catalogue.roles.map(\.id.text).joined(separator: "、")
        throw Refused(zh: "没有岗位“\(owner)”，有：\(all)。", en: "There is no role “\(owner)”; there are \(all).")
    }

    private func told(_ line: ConfirmationSheet.Line, _ language: Language) -> String {
        let printed = line.printed
        var text = "  \(printed.id)  \(printed.figure.name(language))  \(printed.said)  \(line.standing.words(language))"
        if let said = line.confirmation {
            text += "  \(said.by) \(said.on.iso)"
            if line.standing == .changed { text += language == .zh ? "  核时印 \(said.printed)" : "  then \(said.printed)" }
            if !said.remark.isEmpty { text += "  \(said.remark)" }
        }
        if let released = line.released { text += language == .zh ? "  签发版印 \(released)" : "  released as \(released)" }
        return text
    }
}
