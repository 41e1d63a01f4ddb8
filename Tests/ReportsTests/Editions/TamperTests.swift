import Registers
import Storage
import Testing

@testable import Reports

@Suite("An edition that somebody altered")
struct TamperTests {
    /// Alters every cell of every frozen table in turn and sees that the edition is handed out no more.
    @Test("Whatever frozen cell is altered, the edition is refused")
    func cells() throws {
        let released = try ReleasedPark()
        let edition = try released.release()
        #expect(try released.frozen().faults.isEmpty)
        var tried = 0
        for table in EditionTables.all {
            for column in table.columns where column.name != "edition" && column.name != "n" {
                let first = try released.park.book.store.read { reading in
                    try reading.rows("SELECT \(column) FROM \(table) WHERE edition = \(edition.id) LIMIT 1").first?.values.first
                }
                guard let first else { continue }
                tried += 1
                try set(column, of: table, to: altered(first, of: column), in: released)
                #expect(!isIntact(released), "\(table.name.text).\(column.name.text)")
                try restore(column, of: table, first, in: released)
            }
        }
        #expect(tried > 40)
        #expect(isIntact(released))
    }

    @Test(
        "A frozen row that is taken out shows",
        arguments: ["edition_figure", "edition_claim", "edition_evidence", "edition_block", "edition_source", "edition_note"])
    func rows(_ table: String) throws {
        let released = try ReleasedPark()
        try released.release()
        let found = try #require(EditionTables.all.first { $0.name.text == table })
        try write(released) { try $0.execute("DELETE FROM \(found) WHERE n = 1") }
        #expect(!isIntact(released))
    }

    @Test("A record that says something else of an edition shows, and the text can't be had")
    func record() throws {
        let released = try ReleasedPark()
        let edition = try released.release()
        let register = try #require(released.park.book.catalogue.register("edition"))
        try write(released) { writing in
            try writing.execute("UPDATE \(register.table.current) SET \(register.column(of: "released_by")) = '别人' WHERE id = \(edition.id)")
        }
        let frozen = try released.frozen()
        #expect(throws: Refused.self) { try frozen.demandIntact() }
    }

    private func altered(_ value: Value, of column: Column) -> Value {
        switch value {
        case .integer(let number): .integer(number + 1)
        case .text(let text): .text(text + " ")
        case .null: column.kind == .integer ? .integer(1) : .text("")
        case .data: .text("")
        }
    }

    private func set(_ column: Column, of table: Table, to value: Value, in released: ReleasedPark) throws {
        try write(released) { writing in
            if table.column("n") == nil {
                try writing.execute("UPDATE \(table) SET \(column) = \(value)")
            } else {
                try writing.execute("UPDATE \(table) SET \(column) = \(value) WHERE n = (SELECT min(n) FROM \(table))")
            }
        }
    }

    private func restore(_ column: Column, of table: Table, _ value: Value, in released: ReleasedPark) throws {
        try set(column, of: table, to: value, in: released)
    }

    private func write(_ released: ReleasedPark, _ body: (Writing) throws -> Void) throws {
        try released.park.book.store.write(LittlePark.intent("edit")) { try body($0) }
    }

    private func isIntact(_ released: ReleasedPark) -> Bool {
        do {
            try released.frozen().demandIntact()
            return true
        } catch { return false }
    }
}
