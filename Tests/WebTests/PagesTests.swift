import HTTPTypes
import Hummingbird
import Storage
import Testing

@testable import Web

@Suite("Every page")
struct PagesTests {
    static let addresses = [
        "/", "/?year=2021", "/registers", "/registers/enterprise", "/registers/member", "/registers/sales",
        "/registers/sales?month.in_period=2022&sort=-output",
        "/registers/sales?enterprise=1&columns=enterprise,output", "/registers/sales?q=yczg", "/registers/sales?page=2", "/registers/sales?asof=3",
        "/registers/enterprise/1", "/registers/sales/8", "/registers/sales/8?asof=4", "/indicators", "/indicators?year=2021", "/indicators/output",
        "/indicators/output?period=2022-11", "/indicators/output?period=2022&scope=core", "/indicators/output?period=2022&asof=4",
        "/indicators/output?period=2022&by=enterprise&page=2", "/indicators/output?period=2022&of=output.growth",
        "/indicators/forms?period=2022&of=C1.count", "/indicators/forms",
        "/indicators/zone_output",
        "/indicators/share", "/indicators/last_month", "/indicators/output?period=1999", "/reports", "/reports/annual/2022",
        "/reports/annual/2021?asof=3", "/reports/monthly/2022-11", "/reports/monthly/2022-11?asof=3",
        "/permissions", "/promises", "/promises?year=2023", "/promises?year=2022&asof=3", "/checks", "/checks?year=2022&asof=4",
        "/reconcile", "/reconcile?year=2022", "/search", "/search?q=%E9%87%8D%E5%B7%A5", "/search?q=yczg", "/search?q=E2",
    ]

    @Test("opens in Chinese and in English, escapes what was typed, and has neither script nor style in it")
    func opens() async throws {
        let site = try Site()
        for language in ["zh", "en"] {
            var headers: HTTPFields = [:]
            headers[.cookie] = "lang=\(language)"
            try await site.ask(PagesTests.addresses, headers: headers) { address, answer in
                #expect(answer.status == 200, "\(address): \(answer.text.suffix(1500))")
                #expect(answer.text.contains(language == "zh" ? "<html lang=\"zh-CN\">" : "<html lang=\"en\">"), "\(address)")
                #expect(!answer.text.contains("<script>alert"), "\(address)")
                #expect(!answer.text.contains("检修<b>"), "\(address)")
                #expect(!answer.text.contains(" style=\"") && !answer.text.contains("<style"), "\(address)")
                #expect(answer.text.utf8.count < 100_000, "\(address)")
                #expect(answer.text.components(separatedBy: "<script").count == 2, "\(address)")
            }
        }
    }

    @Test("is never a page about somebody: what is personal is hidden and can't be asked for")
    func personal() async throws {
        let site = try Site()
        try await site.ask([
            "/registers/enterprise", "/registers/enterprise/1", "/registers/enterprise?columns=boss,name", "/search?q=%E5%8E%82%E9%95%BF",
        ]) { address, answer in
            #expect(!answer.text.contains("厂长岗"), "\(address)")
        }
        #expect(try await site.page("/registers/enterprise?boss=%E5%8E%82%E9%95%BF%E5%B2%97").status == 403)
        #expect(try await site.page("/registers/enterprise?sort=boss").status == 403)
    }

    @Test("is asked for by head too, without a body")
    func head() async throws {
        let site = try Site()
        try await site.ask(["/", "/registers/sales", "/assets/yuanbu.css"], method: .head) { address, answer in
            #expect(answer.status == 200 && answer.text.isEmpty, "\(address)")
        }
    }

    @Test("the language chosen in the address is kept in a cookie")
    func language() async throws {
        let site = try Site()
        let chosen = try await site.page("/registers?lang=en")
        #expect(chosen.text.contains("Registers"))
        #expect(chosen.headers[.setCookie]?.contains("lang=en") == true && chosen.headers[.setCookie]?.contains("HttpOnly") == true)
        #expect(try await site.page("/registers").text.contains("台账"))
        #expect(try await site.page("/registers?lang=tlh").text.contains("台账"))
    }
}
