import Foundation
@testable import Storage
import Testing

@Suite("Opening a book")
struct OpeningTests {
    private let china = 28_800

    private func within(_ body: (_ folder: String) throws -> Void) throws {
        let folder = try Sample.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    @Test("what was written is there again")
    func again() throws {
        try within { (folder) throws in
            let path = folder + "/book.sqlite"
            var store: Store? = try Store.open(at: path, timeZone: china)
            let change = try store?.write(Sample.intent()) { try $0.apply($0.plan([Sample.session])) }.change
            store = nil
            let opened = try Store.open(at: path, timeZone: china)
            #expect(try opened.read { try $0.lastChange() } == change)
            #expect(opened.offset == china)
        }
    }

    @Test("a file that is something else is refused and stays as it was")
    func somethingElse() throws {
        try within { (folder) throws in
            let path = folder + "/letter.txt"
            let letter = Data(String(repeating: "这不是数据库。", count: 200).utf8)
            try letter.write(to: URL(fileURLWithPath: path))
            refused(.notADatabase) { _ = try Store.open(at: path, timeZone: china) }
            #expect(FileManager.default.contents(atPath: path) == letter)
        }
    }

    @Test("somebody else's database is refused, without a table of ours")
    func foreign() throws {
        try within { (folder) throws in
            let path = folder + "/other.sqlite"
            let driver = try SQLiteDriver(path: path, readOnly: false)
            try driver.write { _ = try $0.execute("CREATE TABLE sales (n INTEGER)", []) }
            refused(.notADatabase) { _ = try Store.open(at: path, timeZone: china) }
            #expect(try driver.read { try !Reading(connection: $0, dialect: driver.dialect, offset: 0).exists("change") })
        }
    }

    @Test("a book of a newer release, or of another time zone, is refused")
    func newer() throws {
        try within { (folder) throws in
            let path = folder + "/book.sqlite"
            let store = try Store.open(at: path, timeZone: china)
            refused(.timeZone(book: china)) { _ = try Store.open(at: path, timeZone: 0) }
            try store.tamper("UPDATE book SET value = '2' WHERE name = 'format'")
            refused(.tooNew) { _ = try Store.open(at: path, timeZone: china) }
            try store.tamper("UPDATE book SET value = 'x' WHERE name = 'format'")
            refused(.notADatabase) { _ = try Store.open(at: path, timeZone: china) }
        }
    }

    @Test("for reading only, nothing can be written and nothing is made")
    func readOnly() throws {
        try within { (folder) throws in
            let path = folder + "/book.sqlite"
            #expect(throws: StoreError.self) { try Store.open(at: path, timeZone: china, readOnly: true) }
            #expect(!FileManager.default.fileExists(atPath: path))
            let store = try Store.open(at: path, timeZone: china)
            try store.write(Sample.intent()) { try $0.apply($0.plan([Sample.session])) }
            let reader = try Store.open(at: path, timeZone: china, readOnly: true)
            #expect(try reader.verify().last.number == 1)
            #expect(try reader.soundness().isEmpty)
            refused(.readOnly) { try reader.write(Sample.intent()) { try $0.insert(["token": "t"], into: Sample.session) } }
        }
    }

    @Test("two at once on one file take turns, and their changes are numbered without a gap")
    func two() async throws {
        let folder = try Sample.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/book.sqlite"
        let stores = [try Store.open(at: path, timeZone: china), try Store.open(at: path, timeZone: china)]
        try await stores[0].write(Sample.intent()) { try $0.apply($0.plan(Sample.hazard.tables)) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, store) in stores.enumerated() {
                group.addTask {
                    for number in 0..<20 {
                        _ = try await store.write(Sample.intent()) { try $0.add(["code": .text("\(index)-\(number)")], to: Sample.hazard) }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await stores[0].read { try $0.changes(limit: 1000) }.map(\.number) == Array(1...41))
        #expect(try stores[1].verify().firstBreak == nil)
    }

    @Test("whoever finds another writing waits, and then says so")
    func busy() throws {
        try within { (folder) throws in
            let path = folder + "/book.sqlite"
            let store = try Store.open(at: path, timeZone: china)
            let other = Store(driver: try SQLiteDriver(path: path, readOnly: false, patience: 0.1), offset: china)
            try store.write(Sample.intent()) { (writing) throws in
                try writing.note([1])
                refused(.busy) { try other.write(Sample.intent()) { try $0.note([2]) } }
            }
            #expect(try other.write(Sample.intent()) { try $0.note([2]) }.change.number == 2)
        }
    }

    @Test("after the process was killed in the middle of a write, nothing of it is there")
    func killed() throws {
        try within { (folder) throws in
            let path = folder + "/book.sqlite"
            let store = try Store.open(at: path, timeZone: china)
            try store.write(Sample.intent()) { try $0.apply($0.plan(Sample.hazard.tables)) }
            let kept = try store.write(Sample.intent()) { try $0.add(["code": "kept"], to: Sample.hazard) }.change
            let left = folder + "/left"
            try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
            try store.write(Sample.intent()) { (writing) throws in
                // So little memory that unfinished pages go to the log.
                try writing.execute("PRAGMA cache_size = 10")
                let before = try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
                try writing.append(to: Sample.hazard, columns: ["code"]) { appender in
                    for index in 0..<5000 { try appender.add([.text("YH-\(index)")]) }
                }
                let after = try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
                #expect((after ?? 0) > (before ?? 0) + 50_000, "the log holds unfinished pages")
                // What a killed process leaves: the files as they are at this moment.
                for ending in ["", "-wal"] { try FileManager.default.copyItem(atPath: path + ending, toPath: left + "/book.sqlite" + ending) }
            }
            let opened = try Store.open(at: left + "/book.sqlite", timeZone: china)
            #expect(try opened.read { try $0.lastChange() } == kept)
            #expect(try opened.count(Sample.hazard.current) == 1)
            #expect(try opened.verify().firstBreak == nil && opened.soundness().isEmpty)
            #expect(try store.count(Sample.hazard.current) == 5001)
        }
    }

    @Test("a copy is a whole book, and never overwrites a file")
    func copy() throws {
        try within { (folder) throws in
            let store = try Sample.book()
            try store.write(Sample.intent()) { try $0.add(["code": "a"], to: Sample.hazard) }
            let path = folder + "/copy.sqlite"
            try store.copy(to: path)
            refused(.exists(path: path)) { try store.copy(to: path) }
            try store.write(Sample.intent()) { try $0.add(["code": "b"], to: Sample.hazard) }
            let copy = try Store.open(at: path, timeZone: china)
            #expect(try copy.verify().last.number == 2 && copy.verify().firstBreak == nil)
            #expect(try copy.count(Sample.hazard.current) == 1)
        }
    }

    @Test("a temporary book goes with its store")
    func temporary() throws {
        var store: Store? = try Store.temporary()
        let path = try #require(try store?.read { try $0.value("SELECT file FROM pragma_database_list") }.text)
        #expect(FileManager.default.fileExists(atPath: path))
        store = nil
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
