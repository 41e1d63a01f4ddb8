import Foundation
@testable import Storage
import Testing

@Suite("Writes that come together")
struct WriteQueueTests {
    private struct Stop: Error {}

    @Test("are each a change of their own, in an order, and one that throws leaves the others")
    func together() async throws {
        let store = try Sample.book()
        let hazard = Sample.hazard
        try await store.write(Sample.intent()) { try $0.add(["code": "sum", "fund": 0], to: hazard) }
        let outcomes = await withTaskGroup(of: Int64?.self) { group in
            for index in 0..<300 {
                group.addTask {
                    try? await store.write(Sample.intent("第\(index)笔")) { writing in
                        let fund = try writing.value("SELECT fund FROM \(hazard.current) WHERE id = 1").integer ?? 0
                        try writing.replace(1, with: ["fund": .integer(fund + 1)], in: hazard)
                        try writing.add(["code": .text("YH-\(index)")], to: hazard)
                        if index % 3 == 0 { throw Stop() }
                        return fund + 1
                    }.change.number
                }
            }
            return await group.reduce(into: [Int64?]()) { $0.append($1) }
        }
        let numbers = outcomes.compactMap { $0 }.sorted()
        #expect(numbers == Array(3...202))
        #expect(try await store.read { try $0.value("SELECT fund FROM \(hazard.current) WHERE id = 1") } == 200)
        #expect(try store.count(hazard.current) == 201)
        #expect(try store.verify().firstBreak == nil)
    }

    @Test("get their own errors and their own answers")
    func answers() async throws {
        let store = try Sample.book()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<60 {
                group.addTask {
                    switch index % 3 {
                    case 0:
                        await #expect(throws: Stop.self) { try await store.write(Sample.intent()) { _ in throw Stop() } }
                    case 1:
                        do {
                            try await store.write(Sample.intent()) { try $0.execute("INSERT INTO session (token) VALUES (NULL)") }
                            Issue.record("nothing was thrown")
                        } catch let error as StoreError {
                            #expect(error.cause == .required(table: "session", column: "token"))
                        }
                    default:
                        let committed = try await store.write(Sample.intent()) { (writing) throws in
                            try writing.insert(["token": .text("\(index)")], into: Sample.session)
                            return index
                        }
                        #expect(committed.value == index)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try store.count(Sample.session) == 20)
    }

    @Test("with one key are one change, whoever comes first")
    func oneKey() async throws {
        let store = try Sample.book()
        let numbers = try await withThrowingTaskGroup(of: (Int64, Bool).self) { group in
            for index in 0..<40 {
                group.addTask {
                    let committed = try await store.write(Sample.intent(key: "once")) { try $0.add(["code": .text("\(index)")], to: Sample.hazard) }
                    return (committed.change.number, committed.wasRepeated)
                }
            }
            return try await group.reduce(into: [(Int64, Bool)]()) { $0.append($1) }
        }
        #expect(numbers.allSatisfy { $0.0 == 2 } && numbers.filter { !$0.1 }.count == 1)
        #expect(try store.count(Sample.hazard.current) == 1)
    }

    @Test("are all done, however many waited", .timeLimit(.minutes(2)))
    func crowd() async throws {
        let store = try Sample.book()
        try await withThrowingTaskGroup(of: Void.self) { group in
            // All of them gather behind this one.
            group.addTask {
                try await store.write(Sample.intent()) { (writing) throws in
                    try writing.note([1])
                    usleep(300_000)
                }
            }
            for index in 0..<700 {
                group.addTask { try await store.write(Sample.intent()) { try $0.add(["code": .text("\(index)")], to: Sample.hazard) } }
            }
            try await group.waitForAll()
        }
        #expect(try store.count(Sample.hazard.current) == 700)
        #expect(try await store.read { try $0.lastChange().number } == 702)
    }

    @Test("wait for one that blocks, and readers wait for neither")
    func beside() async throws {
        let store = try Sample.book()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await store.write(Sample.intent()) { (writing) throws in
                    try writing.append(to: Sample.hazard, columns: ["code"]) { appender in
                        for index in 0..<20_000 { try appender.add([.text("b\(index)")]) }
                    }
                }
            }
            for index in 0..<50 {
                group.addTask {
                    let count = try await store.read { try $0.value("SELECT count(*) FROM \(Sample.hazard.current) WHERE code LIKE 'b%'") }
                    #expect(count == 0 || count == 20_000)
                    try await store.write(Sample.intent()) { try $0.add(["code": .text("s\(index)")], to: Sample.hazard) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try store.count(Sample.hazard.current) == 20_050)
        #expect(try store.verify().firstBreak == nil)
    }
}
