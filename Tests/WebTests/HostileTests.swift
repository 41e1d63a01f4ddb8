import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Storage
import Testing

@testable import Web

@Suite("An address that somebody bent")
struct HostileTests {
    @Test("names that are not declared are not found")
    func unknown() async throws {
        let site = try Site()
        let addresses = [
            "/nowhere", "/registers/nothing", "/registers/Sales", "/registers/change", "/registers/sqlite_master", "/registers/sales/99",
            "/registers/sales/0",
            "/registers/sales/-1", "/registers/sales/9223372036854775807", "/registers/sales/9223372036854775808", "/registers/sales/abc",
            "/registers/sales/8?asof=99", "/registers/sales/8?asof=2", "/registers/sales?asof=0", "/indicators/nothing",
            "/indicators/output?scope=nothing", "/reports/annual/1066", "/reports/annual/99999999999999999999", "/reports/nothing/2022",
            "/reports/annual/2022.exe", "/reports/annual/2022-05", "/reports/monthly/2022", "/reports/monthly/2022-13", "/reports/monthly/1066-01",
            "/assets/nothing", "/assets/../../etc/passwd", "/registers/sales%27--",
        ]
        try await site.ask(addresses) { address, answer in
            #expect(answer.status == 404, "\(address)")
            #expect(answer.text.contains("没有"), "\(address)")
        }
    }

    @Test("what can't be read is told in plain words")
    func broken() async throws {
        let site = try Site()
        let addresses = [
            "/?year=0", "/registers/sales?asof=x", "/indicators/output?asof=2022-02-30", "/?year=abc", "/?year=99999999999999999999",
            "/registers/sales?q=%", "/registers/sales?q=%G0", "/registers/sales?q=%FF",
            "/search?q=%00",
            "/indicators/output?period=nonsense", "/indicators/output?period=2022-13", "/indicators/output?page=0",
            "/indicators/output?page=99999999999999999999",
            "/indicators/output?page=-1", "/registers/sales/export?format=exe", "/registers/sales/export?nothing=1",
            "/indicators/last_month?of=output%20%2B",
            "/indicators/output?of=nothing.growth",
        ]
        try await site.ask(addresses) { address, answer in
            #expect(answer.status == 400, "\(address): \(answer.status)")
        }
    }

    @Test("a list leaves out what it can't take, says so, and shows the rest")
    func ignored() async throws {
        let site = try Site()
        let addresses = [
            "/registers/sales?nothing=1", "/registers/sales?id)%20OR%201=1--", "/registers/sales?output.above=abc",
            "/registers/sales?page=99999999999999999999",
            "/registers/sales?sort=1;DROP%20TABLE%20r_sales", "/registers/sales?output=99999999999999999999999999",
            "/registers/sales?enterprise=%27%27",
            "/registers/sales?output.between=1", "/registers/sales?page=0",
        ]
        try await site.ask(addresses) { address, answer in
            #expect(answer.status == 200, "\(address)")
            #expect(answer.text.contains("没有采用"), "\(address)")
            #expect(answer.text.contains("9 条"), "\(address)")
        }
    }

    @Test("numbers at the edge of 64 bits are numbers like others")
    func edges() async throws {
        let site = try Site()
        let addresses = [
            "/registers/sales?enterprise=9223372036854775807", "/registers/sales?page=1000000", "/registers/sales?output.above=92233720368547758.07",
            "/registers/sales?columns=" + String(repeating: "output,", count: 200), "/registers/sales?q=" + String(repeating: "a", count: 3000),
            "/indicators/output?period=9999", "/indicators/output?period=0001", "/indicators/output?period=2022&page=100000",
            "/search?q=%25%27%22%5C_",
        ]
        try await site.ask(addresses) { address, answer in
            #expect(answer.status == 200, "\(address): \(answer.status)")
        }
    }

    @Test("a name that was bent to this machine is refused, whatever it asks for")
    func rebinding() {
        let names = HostNames()
        for host in ["127.0.0.1:8080", "localhost:8080", "[::1]:8080", "localhost"] { #expect(names.admit(host), "\(host)") }
        for host in [nil, "", "evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example:80"] {
            #expect(!names.admit(host), "\(host ?? "nil")")
        }
        names.open(port: 8080)
        for host in ["127.0.0.1:8080", "localhost:8080", "[::1]:8080"] { #expect(names.admit(host), "\(host)") }
        for host in ["127.0.0.1", "127.0.0.1:8081", "localhost:80", "evil.example:8080", "127.0.0.1:8080.evil.example"] {
            #expect(!names.admit(host), "\(host)")
        }
    }

    @Test("what goes wrong inside is an id, and never its own words")
    func inside() async throws {
        let site = try Site()
        try site.break()
        let answer = try await site.page("/registers/member")
        #expect(answer.status == 500)
        #expect(answer.text.contains("编号：") && !answer.text.lowercased().contains("sql") && !answer.text.contains("r_member"))
    }

    @Test("every answer tells browsers what they may not do")
    func headers() async throws {
        let site = try Site()
        try await site.ask(["/", "/nowhere", "/assets/yuanbu.css", "/registers/sales/export?format=csv"]) { address, answer in
            let policy = HTTPField.Name("Content-Security-Policy").flatMap { answer.headers[$0] } ?? ""
            #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), "\(address)")
            #expect(HTTPField.Name("X-Content-Type-Options").flatMap { answer.headers[$0] } == "nosniff", "\(address)")
            #expect(HTTPField.Name("Referrer-Policy").flatMap { answer.headers[$0] } == "same-origin", "\(address)")
        }
    }

    @Test("the style sheet is kept by browsers until it changes")
    func assets() async throws {
        let site = try Site()
        let kept = try await site.page(Assets.style.address)
        #expect(kept.status == 200 && kept.headers[.cacheControl]?.contains("immutable") == true)
        var headers: HTTPFields = [:]
        headers[.ifNoneMatch] = kept.headers[.eTag]
        #expect(try await site.page("/assets/yuanbu.css", headers: headers).status == 304)
        #expect(try await site.page("/").headers[.cacheControl] == "private, no-cache")
    }
}
