import ArgumentParser
import Foundation
import Indicators
import Registers
import Reports
import Storage
import Web

/// Serves the pages of a site on this machine's loopback.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "打开网页。Serve the pages on this machine; a proxy opens them to others.")

    @OptionGroup var argument: SiteArgument
    @Option(help: "端口。The port.") var port = 8080
    @Option(
        name: .customLong("public"),
        help: "园区代理对外的域名，如 book.park.gov.cn；代理负责 TLS。The name under which the park's proxy serves it; the proxy speaks TLS.")
    var published: String?

    func validate() throws {
        if !(1...65_535).contains(port) { throw ValidationError("端口在 1 到 65535 之间。A port is from 1 to 65535.") }
        if let published, published.isEmpty || !published.utf8.allSatisfy({ Set("abcdefghijklmnopqrstuvwxyz0123456789.-:".utf8).contains($0) }) {
            throw ValidationError("域名写成 book.park.gov.cn。Write the name as book.park.gov.cn.")
        }
    }

    func run() async throws {
        let declared = try Declared.book(in: argument.folder, readOnly: false)
        let accounts = Accounts(declared.book)
        try accounts.prepare()
        let links = try accounts.begin(at: .now())
        let base = published.map { "https://\($0)" } ?? "http://127.0.0.1:\(port)"
        let site = WebSite(
            book: declared.book, indicators: declared.indicators, reports: declared.reports, checks: declared.checks.catalogue,
            admission: .accounts(accounts), published: published, filesFolder: argument.folder.appendingPathComponent("files", isDirectory: true))
        try await site.serve(port: port) { port in
            OfficerLinks.say(links, base: base, days: declared.catalogue.site.access.linkDays)
            Terminal.say(zh: "园簿已打开：http://127.0.0.1:\(port)（Ctrl-C 结束）", en: "Yuanbu is open: http://127.0.0.1:\(port) (Ctrl-C ends it)")
        }
    }
}
