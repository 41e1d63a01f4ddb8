import Foundation
import Indicators
import Registers
import Reports
import Storage
import Testing

@testable import Web

@Suite("The pages of an edition")
struct EditionPagesTests {
    /// A site that keeps editions, with the first one released and a record corrected since.
    private func released() throws -> Site {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        var more: [String: String] = [
            "groups.yaml": (Site.files["groups.yaml"] ?? "") + "reports: { zh: 报告, en: Reports }\n",
            "roles.yaml": (Site.files["roles.yaml"] ?? "") + "leader: { zh: 委领导, en: Leader }\ngeneral_office: { zh: 综合办公室, en: Office }\n",
        ]
        for name in ["edition", "confirmation"] {
            let file = root.appendingPathComponent("Declarations/registers/\(name).yaml")
            more["registers/\(name).yaml"] = try String(contentsOf: file, encoding: .utf8)
        }
        let site = try Site(more: more)
        var diagnostics = Diagnostics()
        let drafts = Drafts(site.figures, ReportCatalogue.read(site.figures, &diagnostics))
        var release = Release("annual", try #require(Period(year: 2022)), by: "主任<b>")
        release.acceptsUnconfirmed = true
        release.reason = "试验"
        release.explanations = ["12公顷": "绿化台账"]
        _ = try release.run(drafts, at: Moment(milliseconds: 1_673_500_000_000))
        // 100 万元 becomes 1100: 8108 万元 become 9108.
        let sales = try site.register("sales")
        try site.book.store.write(Site.intent("edit", 20)) {
            _ = try Records(site.book, .console).edit(8, ["output": .text("1100")], of: sales, in: $0)
        }
        return site
    }

    @Test("shows what was released beside what the records say now, with the change that moved it")
    func edition() async throws {
        let site = try released()
        let text = try await site.page("/reports/annual/2022?edition=1").text
        #expect(text.contains(">0.81</a>") && text.contains("<small class=\"beside\">现 0.91亿元</small>"))
        #expect(text.contains("<b>0.81亿元</b> → <b>0.91亿元</b>") && text.contains("经济岗"))
        #expect(!text.contains("主任<b>") && text.contains("主任&lt;b&gt;"))
        let live = try await site.page("/reports/annual/2022").text
        #expect(live.contains(">0.91</a>") && live.contains("<small class=\"beside\">第1版 0.81亿元</small>"))
        #expect(live.contains("href=\"/reports/annual/2022?edition=1\""))
        let plain = try await site.page("/reports/annual/2022.txt?edition=1").text
        #expect(plain.contains("产值0.81亿元"))
    }

    @Test("lays the draft of now over an edition")
    func blackline() async throws {
        let site = try released()
        let text = try await site.page("/reports/annual/2022?against=1").text
        #expect(text.contains("<del>0.81</del><ins>0.91</ins>亿元"))
        let same = try await site.page("/reports/annual/2022?edition=1&against=1").text
        #expect(!same.contains("<del>"))
    }

    @Test("isn't there for an edition that is not, and says so of one that was altered")
    func refused() async throws {
        let site = try released()
        for address in [
            "/reports/annual/2022?edition=2", "/reports/annual/2022?edition=x", "/reports/annual/2022?against=9",
            "/reports/annual/2022.txt?edition=7",
        ] {
            #expect(try await site.page(address).status == 404, "\(address)")
        }
        try alter(site)
        let page = try await site.page("/reports/annual/2022?edition=1")
        #expect(page.status == 400 && page.text.contains("被改动过") && !page.text.contains("9.99"))
        #expect(try await site.page("/reports/annual/2022").status == 200)
    }

    private func alter(_ site: Site) throws {
        try site.book.store.write(Site.intent("edit", 21)) { try $0.execute("UPDATE edition_figure SET printed = '9.99'") }
    }

    @Test("lists every department's figures to confirm")
    func confirmations() async throws {
        let text = try await released().page("/reports/annual/2022/confirmations").text
        #expect(text.contains("经济岗") && text.contains("已核 0/") && text.contains("0.91亿元<p>签发版印 0.81亿元</p>"))
    }
}
