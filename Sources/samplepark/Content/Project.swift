import Storage

/// A project of the sample park: its days, and what was invested in it by year.
struct Project {
    let row: ContentRow
    let code: String
    let name: String
    let found: Day
    let talked: Day?
    let intended: Day?
    let signed: Day?
    let landed: Day?
    let opened: Day?
    let started: Day?
    let completed: Day?
    let commissioned: Day?
    let due: Day?
    let keyFrom: Day?
    let keyTo: Day?
    let statisticsFrom: Day?
    let ended: Day?
    /// Hundredths of 万元.
    let planned: Int64
    let dispatched: [Int: Int64]
    let statutory: [Int: Int64]

    init(_ row: ContentRow) throws {
        self.row = row
        code = try row.text("code")
        name = try row.text("name")
        guard let found = try row.day("found") else { throw SampleError(row.file, row.line, zh: "没有线索登记日期。", en: "The day of the lead is missing.") }
        self.found = found
        talked = try row.day("first_talk")
        intended = try row.day("intended")
        signed = try row.day("signed")
        landed = try row.day("landed")
        opened = try row.day("opened")
        started = try row.day("started")
        completed = try row.day("completed")
        commissioned = try row.day("commissioned")
        due = try row.day("due")
        keyFrom = try row.day("key_from")
        keyTo = try row.day("key_to")
        statisticsFrom = try row.day("statistics_from")
        ended = try row.day("ended")
        planned = try row.hundredths("planned")
        var dispatched: [Int: Int64] = [:]
        var statutory: [Int: Int64] = [:]
        for year in 2018...2022 {
            dispatched[year] = try row.hundredths("d\(year)")
            statutory[year] = try row.hundredths("s\(year)")
        }
        (self.dispatched, self.statutory) = (dispatched, statutory)
    }

    /// Works of the committee itself and works that began before the book have no lead and no contract in it.
    var isTakenOver: Bool { row["category"] == "infrastructure" || row["category"] == "carried" }
    var isReserve: Bool { row["reserve"] == "是" }
    var isLight: Bool { row["asset"] == "light" }
    /// The day on which it comes into the book.
    var entered: Day { max(isTakenOver ? (started ?? found) : found, Start.day) }

    /// A project of the time before its entry, on the key list already.
    var isListedAtEntry: Bool { isTakenOver && (keyFrom.map { $0 <= entered } ?? false) }
    /// The title of its only phase, by which forms name it.
    var phase: String { name + " 一期" }
}
