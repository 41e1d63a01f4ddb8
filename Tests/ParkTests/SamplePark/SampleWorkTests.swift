import Registers
import Storage
import Testing

@testable import Web

/// What is late in the sample park, seen from each post.
@Suite("The sample park's overdue work")
struct SampleWorkTests {
    private let today = Day(number: 2023_02_01) ?? .first

    @Test("every number of what is overdue opens the list of exactly so many records, for every role")
    func numbersOpenTheirRecords() throws {
        let park = try SampleBook.shared()
        let catalogue = park.book.catalogue
        var seen = 0
        for role in catalogue.roles {
            let own: [Name: Set<Int64>] = role.of.map { [$0: [1, 2, 3]] } ?? [:]
            let records = Records(park.book, Permission(role.id.text, Duties([role.id.text], own: own, of: catalogue)))
            try park.book.store.read { reading in
                for part in try records.lateness(on: today, in: reading) {
                    let visit = Visit(
                        language: .zh, guest: .nobody, path: "",
                        query: try Address.pairs(LatePage.href(part).split(separator: "?").last.map(String.init)))
                    let (query, ignored) = ListAddress(visit).query(part.register, catalogue, today: today)
                    #expect(ignored.isEmpty, "\(role.id.text) \(part.register.id.text)")
                    let total = try records.listing(query, in: reading).total
                    #expect(total == part.count, "\(role.id.text) \(part.register.id.text) \(part.whose?.zh ?? "–")")
                    seen += 1
                }
            }
        }
        #expect(seen > 20)
    }

    @Test("a milestone that was due by the end of January and isn't reached is late with the office of its project")
    func milestones() throws {
        let park = try SampleBook.shared()
        let late = try park.book.store.read { try Records(park.book, .console).lateness(on: today, in: $0) }
        let counted = late.filter { $0.register.id.text == "milestone" }.reduce(0) { $0 + $1.count }
        let byHand = try Ledgers(park)["milestone"].filter { row in
            (row["完成日期"] ?? "").isEmpty && (row["计划日期"] ?? "9") < "2023-02-01" && row["办理状态"] == "未完成"
        }
        #expect(counted == byHand.count)
        #expect(counted > 0)
    }
}
