import ArgumentParser
import Foundation
import Registers
import Reports
import Storage

/// Lists the editions of a site.
struct EditionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "editions", abstract: "列出签发版。List the editions.")

    @OptionGroup var argument: SiteArgument
    @Argument(help: ArgumentHelp("只列这份报告的。Those of one report.", valueName: "report")) var report: String?
    @Flag(help: "以 JSON 输出。As JSON.") var json = false

    func run() throws {
        let declared = try Declared.book(in: argument.folder, readOnly: true)
        var name: Name?
        if let report {
            guard let found = Name(report) else { throw Refused(zh: "没有报告“\(report)”。", en: "There is no report “\(report)”.") }
            name = found
        }
        let editions = try declared.book.store.read { try Editions(declared.book).list(name, in: $0) }
        guard !json else {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(editions.map { Line($0) }), as: UTF8.self))
            return
        }
        if editions.isEmpty { Terminal.say(zh: "还没有签发过。", en: "Nothing has been released yet.") }
        for edition in editions {
            let language = Terminal.language
            var line =
                "\(edition.report.text)  \(edition.period)  \(edition.words(language))  \(edition.title)  \(edition.released.iso) \(edition.releasedBy)"
            line += "  \(edition.standing(language))"
            if edition.isRedacted { line += language == .zh ? "  脱敏版" : "  redacted" }
            if let corrects = edition.corrects { line += language == .zh ? "  更正第\(corrects)版" : "  corrects edition \(corrects)" }
            line += language == .zh ? "  核数 \(edition.confirmed)/\(edition.confirmable)" : "  \(edition.confirmed)/\(edition.confirmable) confirmed"
            print(line + "  " + edition.digest.prefix(16))
        }
    }

    /// An edition as programs get it.
    private struct Line: Encodable {
        var report: String
        var period: String
        var number: Int
        var title: String
        var released: String
        var releasedBy: String
        var state: String
        var redacted: Bool
        var corrects: Int?
        var draft: Int?
        var confirmed: Int
        var confirmable: Int
        var digest: String
        var change: Int64

        init(_ edition: Edition) {
            report = edition.report.text
            period = edition.period.description
            number = edition.number
            title = edition.title
            released = edition.released.iso
            releasedBy = edition.releasedBy
            state = edition.withdrawn == nil ? "released" : "withdrawn"
            redacted = edition.isRedacted
            corrects = edition.corrects
            draft = edition.draft
            confirmed = edition.confirmed
            confirmable = edition.confirmable
            digest = edition.digest
            change = edition.head
        }
    }
}
