import Registers
import Storage
import Testing

@testable import Web

/// Visits that have to be answered by a day, and a clerk who answers them.
@Suite("My work, and what is overdue")
struct WorkPagesTests {
    /// Visits with a limit; today is long after 2022.
    private func desked(_ roles: Set<String> = ["office"]) throws -> Desked {
        try Desked(
            roles: roles,
            visits: Desked.visits
                .replacing("time: day\n", with: "time: day\nwork: { due: due, met: done, whose: enterprise }\n")
                .replacing(
                    "  found: {",
                    with: "  due: { name: { zh: 期限, en: Due }, kind: day }\n  done: { name: { zh: 办结日, en: Done }, kind: day }\n  found: {"))
    }

    private func ask(_ browser: Browser, _ due: String) async throws {
        try await browser.get("/registers/visit/new")
        let answer = try await browser.fill("/registers/visit/new") { form in
            form["f.day"] = "2022-05-01"
            form["f.enterprise"] = "E1"
            form["f.due"] = due
        }
        #expect(answer.status == 303)
    }

    @Test("what waits stands there with its limit, whose it is and the step to take, and is gone when the step is taken")
    func mine() async throws {
        let desked = try desked()
        try await desked.visit { browser in
            // The site has a visit without a limit, which may be answered.
            try await browser.get("/work")
            #expect(browser.last.contains("共 1 件，没有超期"))
            try await ask(browser, "2022-06-01")
            try await ask(browser, "2999-01-01")
            try await browser.get("/work")
            #expect(browser.last.contains("共 3 件，其中超期 1 件"))
            #expect(browser.last.contains("/registers/visit/2/moves/answer_it"))
            #expect(browser.last.contains("<time datetime=\"2022-06-01\">"))
            try await browser.get("/registers/visit/2/moves/answer_it")
            let answer = try await browser.fill("/registers/visit/2/moves/answer_it") { $0["f.answer"] = "已答复" }
            #expect(answer.status == 303)
            try await browser.get("/work")
            #expect(browser.last.contains("共 2 件，没有超期"))
        }
    }

    @Test("what is overdue is counted by whose it is, and the number opens those very records")
    func late() async throws {
        let desked = try desked()
        try await desked.visit { browser in
            for due in ["2022-06-01", "2022-06-03", "2999-01-01"] { try await ask(browser, due) }
            try await browser.get("/work/late")
            let href = String(try #require(browser.last.firstMatch(of: #/<a class="figure" href="([^"]*)">2</a>/#)).1)
            try await browser.get(href.replacing("&amp;", with: "&"))
            #expect(browser.last.contains("2022-05-01"))
            #expect(browser.last.matches(of: #/\/registers\/visit\/[0-9]+"/#).count == 2)
        }
    }

    @Test("the first page says what waits and who is late")
    func home() async throws {
        let desked = try desked()
        try await desked.visit { browser in
            try await ask(browser, "2022-06-01")
            try await browser.get("/")
            #expect(browser.last.contains("谁超期了"))
            #expect(browser.last.contains("href=\"/work\""))
        }
    }
}
