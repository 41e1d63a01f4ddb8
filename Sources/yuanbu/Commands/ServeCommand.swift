import ArgumentParser
import Foundation
import Indicators
import Registers
import Reports
import Storage
import Web

/// Serves the pages of a site on this machine's loopback.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "打开网页（只在本机）。Serve the pages, on this machine only.")

    @OptionGroup var argument: SiteArgument
    @Option(help: "端口。The port.") var port = 8080

    func validate() throws {
        if !(1...65_535).contains(port) { throw ValidationError("端口在 1 到 65535 之间。A port is from 1 to 65535.") }
    }

    func run() async throws {
        let declared = try Declared.book(in: argument.folder, readOnly: false)
        let site = WebSite(
            book: declared.book, indicators: declared.indicators, reports: declared.reports, checks: declared.checks.catalogue,
            filesFolder: argument.folder.appendingPathComponent("files", isDirectory: true))
        try await site.serve(port: port) { port in
            Terminal.say(zh: "园簿已打开：http://127.0.0.1:\(port)（Ctrl-C 结束）", en: "Yuanbu is open: http://127.0.0.1:\(port) (Ctrl-C ends it)")
        }
    }
}
