import ArgumentParser
import Foundation
import Registers
import Storage

/// Makes a one-time link for an officer who lost the password or the telephone. It is in the access log, as everything that the console does.
struct OfficersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "officers", abstract: "给三员之一开一次性链接。Make a one-time link for one of the three officers.")

    @OptionGroup var argument: SiteArgument
    @Argument(help: "账号：system、security 或 audit。The account.") var name: String
    @Option(help: "网址开头。Where the book is served.") var base = "http://127.0.0.1:8080"

    func run() async throws {
        let book = try Book.open(site: argument.folder)
        let accounts = Accounts(book)
        try accounts.prepare()
        let link = try accounts.renewOfficer(named: name, at: .now())
        OfficerLinks.say([link], base: base, days: book.catalogue.site.access.linkDays)
    }
}

/// The links of officers, as the console says them.
enum OfficerLinks {
    static func say(_ links: [(account: Account, token: String)], base: String, days: Int) {
        guard !links.isEmpty else { return }
        Terminal.say(
            zh: "下面的链接各用一次，\(days) 天内有效，请分别交给本人设置密码：", en: "Each link opens once within \(days) days; hand each to its officer to set a password:")
        for (account, token) in links { print("  \(account.title) \(account.name): \(base)/welcome/\(token)") }
    }
}
