import Storage
import Testing

@testable import Registers

@Suite("The access log")
struct AccessLogTests {
    private let staffed: Staffed
    private var store: Store { staffed.park.book.store }

    init() throws {
        staffed = try Staffed()
        try staffed.make("zhang")
    }

    @Test("is read by the audit officer alone")
    func readers() throws {
        for name in ["system", "security", "zhang"] {
            let permission = try staffed.permission(name)
            #expect(throws: Refused.self) { try store.read { (reading: Reading) throws in try AccessLog.entries(limit: 9, permission, in: reading) } }
        }
        let entries = try entries()
        #expect(entries.contains { $0.account == "security" && $0.kind == "roles" && $0.words.zh == "授权“zhang”：经济岗" })
        #expect(entries.contains { $0.account == "zhang" && $0.kind == "password" })
        #expect(entries.map(\.id) == entries.map(\.id).sorted(by: >))
    }

    @Test("tells what was altered, added or taken away behind the book's back")
    func altered() throws {
        #expect(try found().isEmpty)
        let entry = try #require(try entries().first { $0.kind == "roles" })
        try behind("UPDATE access_log SET zh = '授权“zhang”：安全岗' WHERE id = \(entry.id)")
        #expect(try found() == [entry.change])
        try behind("UPDATE access_log SET zh = \(entry.words.zh) WHERE id = \(entry.id)")
        #expect(try found().isEmpty)
        try behind("INSERT INTO access_log (change, at, account, kind, zh, en, from_where) VALUES (\(entry.change), 0, 'x', 'x', '', '', '')")
        #expect(try found() == [entry.change])
        try behind("DELETE FROM access_log WHERE change = \(entry.change)")
        #expect(try found() == [entry.change])
    }

    private func behind(_ sql: SQL) throws {
        try store.write(Intent(subject: "x", reason: "", kind: "edit", at: Staffed.now)) { try $0.execute(sql) }
    }

    private func found() throws -> [Int64] { try store.read { (reading: Reading) throws in try AccessLog.altered(in: reading) } }

    private func entries() throws -> [AccessLog.Entry] {
        let permission = try staffed.permission("audit")
        return try store.read { (reading: Reading) throws in try AccessLog.entries(limit: 99, permission, in: reading) }
    }
}
