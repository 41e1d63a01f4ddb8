import Registers
import Storage

/// A firm of the sample park as its content describes it.
struct Enterprise {
    /// What a year came to, in hundredths of 万元.
    struct Year {
        var output: Int64 = 0
        /// Nil where the firm files no finance.
        var profit: Int64?
        var tax: Int64 = 0
        var refunded: Int64 = 0
        /// People employed at its end.
        var employees: Int64 = 0
    }

    let short: String
    let name: String
    /// 统一社会信用代码, with right check digits and of a region that doesn't exist.
    let code: String
    let row: ContentRow
    let commissioned: Day?
    let movedIn: Day?
    let movedOut: Day?
    /// Whether it files the monthly forms.
    let files: Bool
    /// Its days in the directory of above-scale firms.
    let admitted: Day?
    let firstReport: MonthOf?
    let leftDirectory: Day?
    /// The last month for which a firm that left has filed.
    let lastForm: MonthOf?
    let predecessor: String?
    /// The zone in which it stood before a month.
    let formerZone: (zone: String, until: MonthOf)?
    var years: [Int: Year] = [:]

    init(_ row: ContentRow, number: Int) throws {
        self.row = row
        short = try row.text("short")
        name = try row.text("name")
        let digits = String(10_000 + number * 37 % 89_989)
        guard let code = CreditCode.make(head: "91629801", body: "MA7" + digits) else {
            throw SampleError(row.file, row.line, zh: "编不出统一社会信用代码。", en: "No credit code can be made.")
        }
        self.code = code
        commissioned = try row.day("commissioned")
        movedIn = try row.day("moved_in")
        movedOut = try row.day("moved_out")
        files = row["forms"] == "yes"
        admitted = try row.day("admitted")
        firstReport = try row.month("first_report")
        lastForm = try row.month("last_form")
        leftDirectory = try row.day("left_directory")
        predecessor = row.cells["predecessor"]
        formerZone = try row.month("moved_zone").map { (row["former_zone"], $0) }
    }

    /// The zone in which it stood in a month: one firm moved into the core zone.
    func zone(in month: MonthOf) -> String {
        if let before = formerZone, month < before.until { return before.zone }
        return row["zone"]
    }

    /// Whether it is in the park on a day.
    func isHere(_ day: Day) -> Bool {
        guard row["outside"] != "是", let movedIn, movedIn <= day else { return false }
        return movedOut.map { $0 >= day } ?? true
    }

    /// Whether it reports as an above-scale firm for a month.
    func isAboveScale(in month: MonthOf) -> Bool {
        guard let firstReport, firstReport <= month else { return false }
        return leftDirectory.map { MonthOf($0) >= month } ?? true
    }

    /// The months of a year for which it has forms to file.
    func months(of year: Int) -> ClosedRange<Int>? {
        guard files, years[year].map({ $0.output > 0 }) == true else { return nil }
        let first = commissioned.flatMap { $0.year == year ? $0.month : $0.year > year ? nil : 1 }
        guard let first else { return nil }
        let last = lastForm.map { $0.year > year ? 12 : $0.year == year ? $0.month : 0 } ?? 12
        return first <= last ? first...last : nil
    }
}
