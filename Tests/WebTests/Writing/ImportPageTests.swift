import Foundation
import Registers
import Storage
import Testing

@testable import Web

@Suite("A table is brought in by the page")
struct ImportPageTests {
    private static let path = "/registers/sales/import"

    @Test("a good table is tried first, then written as one change by whoever sent it, and not twice")
    func good() async throws {
        let desked = try Desked()
        let before = try desked.changes()
        let table = "企业,月份,产值（亿元）\n云川重工,2022-01,0.25\nE3,2022年2月,1\n"
        try await desked.visit { browser in
            try await browser.get(ImportPageTests.path)
            let tried = try await browser.fill(ImportPageTests.path, file: ("file", "一月.csv", table))
            #expect(tried.status == 200)
            #expect(tried.text.contains("读入 2 行：接受 2 行，退回 0 行"))
            #expect(tried.text.contains("3 列对上了字段"))
            #expect(try desked.changes() == before)
            let done = try await browser.fill(ImportPageTests.path + "/run")
            #expect(done.status == 200)
            #expect(done.text.contains("新增 2 条"))
            #expect(done.text.contains("/changes/\(before + 1)/undo"))
            #expect(try desked.changes() == before + 1)
            // 0.25 亿元 are 2500 万元, kept with two places.
            #expect(try desked.record(10, "sales")["output"] == 250_000)
            #expect(try desked.record(11, "sales")["enterprise"] == 3)
            let again = try await browser.fill(ImportPageTests.path, file: ("file", "一月.csv", table))
            #expect(again.text.contains("已经用同样的办法导入过"))
            #expect(try desked.changes() == before + 1)
        }
    }

    @Test("a table with faults says them row by row, gives the rows back as a workbook, and takes the good ones where that is wished")
    func faulty() async throws {
        let desked = try Desked()
        let before = try desked.changes()
        let table = "企业,月份,产值\n云川重工,2022-01,100\n没有这家<b>,2022-01,5\n恒川新材料,二月,x\n"
        try await desked.visit { browser in
            try await browser.get(ImportPageTests.path)
            let tried = try await browser.fill(ImportPageTests.path, file: ("file", "表 <i>.csv", table))
            #expect(tried.status == 422)
            #expect(tried.text.contains("第 3 行") && tried.text.contains("第 4 行"))
            #expect(tried.text.contains("没有找到“没有这家&lt;b&gt;”"))
            #expect(try desked.changes() == before)
            let page = browser.last
            let book = try await browser.fill(ImportPageTests.path + "/returned")
            #expect(book.status == 200)
            #expect(book.headers[.contentDisposition].map { $0.contains("filename*=UTF-8''") } == true)
            browser.last = page
            // The same page has the form that takes the good row.
            let done = try await browser.fill(ImportPageTests.path + "/run")
            #expect(done.text.contains("新增 1 条"))
        }
        #expect(try desked.changes() == before + 1)
        #expect(try desked.count("sales") == 10)
    }

    @Test("another's table isn't read by naming its digest, and who doesn't write the register brings nothing in")
    func guarded() async throws {
        let desked = try Desked()
        let digest = desked.site.papers[1]
        let token = Token.form(of: "everybody")
        try await desked.visit { browser in
            for step in ["/run", "/returned"] {
                let answer = try await browser.post(
                    ImportPageTests.path + step, [("held", digest), ("name", "x.csv"), ("proof", token)], token: token)
                #expect(answer.status == 403)
            }
        }
        let reading = try Desked(roles: ["chief"], as: "chief")
        try await reading.visit { browser in
            let shown = try await browser.get(ImportPageTests.path)
            #expect(shown.status == 403)
            let sent = try await browser.post(ImportPageTests.path, [], token: token)
            #expect(sent.status == 403)
        }
    }

    @Test("what is no table is said to be none")
    func none() async throws {
        let desked = try Desked()
        try await desked.visit { browser in
            try await browser.get(ImportPageTests.path)
            for (name, text) in [("空.csv", ""), ("图.xlsx", "PK\u{3}\u{4}坏"), ("字.csv", "随便写的一句话")] {
                let answer = try await browser.fill(ImportPageTests.path, file: ("file", name, text))
                #expect(answer.status == 422, "\(name)")
                #expect(answer.text.contains("没有导入："), "\(name)")
            }
        }
    }
}
