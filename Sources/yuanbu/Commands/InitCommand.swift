import ArgumentParser
import Foundation
import Registers
import SamplePark
import Storage

/// Makes a site: a folder with the declarations, which the site then owns, and an empty book; with `--sample`, the sample park in it.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "init", abstract: "新建站点。Make a new site.")

    @OptionGroup var argument: SiteArgument
    @Flag(help: "装入虚构的示例园区。Fill it with the fictional sample park.") var sample = false

    func run() async throws {
        let settings = try Settings()
        let files = FileManager.default
        let folder = argument.folder
        if let present = try? files.contentsOfDirectory(atPath: folder.path), !present.isEmpty {
            throw Refused(
                zh: "“\(argument.site)”里已经有东西。请换一个空文件夹，已有的站点不会被覆盖。",
                en: "“\(argument.site)” is not empty. Choose an empty folder; a site is never overwritten.")
        }
        // Made beside its place and moved there when it is whole, so that a broken start leaves nothing half done.
        let making = folder.deletingLastPathComponent().appendingPathComponent(
            ".\(folder.lastPathComponent).making-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? files.removeItem(at: making) }
        try files.createDirectory(at: making, withIntermediateDirectories: true)
        try files.copyItem(at: settings.declarations, to: making.appendingPathComponent("declarations"))
        let started = Date()
        try fill(making, settings)
        if files.fileExists(atPath: folder.path) { try files.removeItem(at: folder) }
        try files.moveItem(at: making, to: folder)
        let seconds = Int(Date().timeIntervalSince(started).rounded())
        Terminal.say(
            zh: "站点已建好：\(argument.site)（用时 \(seconds) 秒）。打开它：yuanbu serve \(argument.site)",
            en: "The site is ready: \(argument.site) (\(seconds) s). Open it: yuanbu serve \(argument.site)")
    }

    private func fill(_ folder: URL, _ settings: Settings) throws {
        let empty = try Book.open(site: folder)
        let begun = sample ? Timeline.begins : .now()
        let book = try Declarations(empty).apply(
            try empty.plan(folder), intent: Intent(subject: "console", reason: "新建站点", kind: "apply", at: begun))
        Terminal.say(
            zh: "已装入声明：\(book.catalogue.registers.count) 个台账。", en: "Declarations are in: \(book.catalogue.registers.count) registers.")
        guard sample else { return }
        let files = Files(folder: folder.appendingPathComponent("files").path)
        try Timeline.fill(book, samples: settings.samples, files: files) { done, total in
            Terminal.progress(Words(zh: "示例园区 \(done)/\(total)", en: "sample park \(done)/\(total)")(Terminal.language))
        }
        Terminal.endProgress()
        let accounts = Accounts(book)
        try accounts.prepare()
        try TrialPosts(accounts).make(try SamplePosts.posts(book), at: .now())
        Terminal.say(zh: "已装入示例园区（虚构）。", en: "The fictional sample park is in.")
    }
}
