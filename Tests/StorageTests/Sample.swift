import Foundation
import Testing

@testable import Storage

/// A small book with one register, for the tests.
enum Sample {
    static let hazard = VersionedTable(
        "hazard",
        [Column("code", .text), Column("fund", .integer), Column("finding", .text), Column("photo", .data)],
        uniques: [["code"]], indexes: [["fund"]])

    static let visit = VersionedTable(
        "visit", [Column("hazard", .integer, references: "hazard"), Column("hours", .integer, initial: 1)])

    /// A plain table, without versions.
    static let session = Table("session", [Column("id", .integer, isKey: true), Column("token", .text, isRequired: true)], uniques: [["token"]])

    static func book() throws -> Store {
        let store = try Store.temporary()
        let plan = try store.plan(hazard.tables + visit.tables + [session])
        try store.write(intent("建库", kind: "apply")) { try $0.apply(plan) }
        return store
    }

    static func intent(_ reason: String = "试", kind: String = "edit", key: String? = nil, second: Int64 = 0) -> Intent {
        Intent(subject: "console", reason: reason, kind: kind, key: key, at: Moment(milliseconds: 1_669_000_000_000 + second * 1000))
    }

    /// A new empty folder; the caller removes it.
    static func folder() throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("storage-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }
}

extension Store {
    /// Runs a statement behind the book's back, as somebody with the file and a tool would.
    func tamper(_ statements: String...) throws {
        try driver.write { connection in
            for statement in statements { try connection.execute(statement, []) }
        }
    }

    func count(_ table: Table) throws -> Int64 { try read { try $0.value("SELECT count(*) FROM \(table)").integer ?? -1 } }
}

/// Expects that a body throws a `StoreError` of this cause.
func refused(_ cause: StoreError.Cause, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void) {
    do {
        try body()
        Issue.record("nothing was thrown instead of \(cause)", sourceLocation: sourceLocation)
    } catch {
        #expect((error as? StoreError)?.cause == cause, "\(error)", sourceLocation: sourceLocation)
    }
}
