import Storage

/// One row of content, its empty cells left out.
struct ContentRow {
    let file: String
    let line: Int
    let cells: [String: String]

    /// The cell, empty where there is none.
    subscript(_ head: String) -> String { cells[head] ?? "" }

    /// The cell, which must be filled.
    func text(_ head: String) throws -> String {
        guard let cell = cells[head] else { throw missing(head) }
        return cell
    }

    /// A day, nil where the cell is empty.
    func day(_ head: String) throws -> Day? {
        guard let cell = cells[head] else { return nil }
        guard let day = Day(iso: cell) else { throw SampleError(file, line, zh: "“\(head)”不是日期。", en: "“\(head)” is no day.") }
        return day
    }

    /// A month written `2022-03`, nil where the cell is empty.
    func month(_ head: String) throws -> MonthOf? {
        guard let cell = cells[head] else { return nil }
        guard let day = Day(iso: cell + "-01") else { throw SampleError(file, line, zh: "“\(head)”不是月份。", en: "“\(head)” is no month.") }
        return MonthOf(day)
    }

    /// Hundredths, 0 where the cell is empty.
    func hundredths(_ head: String) throws -> Int64 {
        guard let cell = cells[head] else { return 0 }
        guard let value = Hundredths.value(cell) else { throw SampleError(file, line, zh: "“\(head)”不是数。", en: "“\(head)” is no number.") }
        return value
    }

    /// A whole number, 0 where the cell is empty.
    func whole(_ head: String) throws -> Int64 {
        guard let cell = cells[head] else { return 0 }
        guard let value = Int64(cell) else { throw SampleError(file, line, zh: "“\(head)”不是整数。", en: "“\(head)” is no whole number.") }
        return value
    }

    private func missing(_ head: String) -> SampleError { SampleError(file, line, zh: "“\(head)”没有填。", en: "“\(head)” is empty.") }
}
