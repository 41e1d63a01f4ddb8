/// The slots of the annual report and its printed facts of a year, recomputed from exported rows with loops and nothing else.
struct Recomputation {
    let ledgers: Ledgers
    let year: Int

    /// What each slot should print.
    func slots() -> [String: String] {
        let parts = [
            economy(),
            directory(),
            projects(),
            science(),
            factors(),
            epidemic(),
            service(),
            safety(),
            plan(),
            rural(),
            party(),
            office(),
        ]
        return parts.reduce(into: [:]) { $0.merge($1) { $1 } }
    }

    var from: String { "\(year)-01-01" }
    var to: String { "\(year)-12-31" }

    func isInYear(_ day: String?, _ year: Int? = nil) -> Bool { day?.hasPrefix("\(year ?? self.year)-") ?? false }

    /// The last row of the year by each value of a head.
    func latest(_ rows: [[String: String]], _ head: String, _ year: Int) -> [String: [String: String]] {
        var latest: [String: [String: String]] = [:]
        for row in rows {
            guard isInYear(row["月份"], year), let name = row[head] else { continue }
            if let known = latest[name], (known["月份"] ?? "") >= (row["月份"] ?? "") { continue }
            latest[name] = row
        }
        return latest
    }

    /// A cell added up over rows.
    func sum(_ rows: some Sequence<[String: String]>, _ head: String, _ places: Int = 2) -> Int128 {
        var sum: Int128 = 0
        for row in rows { sum += Exact.units(row[head], places) }
        return sum
    }

    /// Different values of a head.
    func distinct(_ rows: [[String: String]], _ head: String) -> Int {
        var seen: Set<String> = []
        for row in rows { if let value = row[head], !value.isEmpty { seen.insert(value) } }
        return seen.count
    }

    /// The reference statistic of a year.
    func reference(_ area: String, _ item: String, _ year: Int? = nil) -> [String: String]? {
        var found: [String: String]?
        for row in ledgers["ref_stat"] where row["地区"] == area && row["指标"] == item && isInYear(row["截至月份"], year) {
            if let known = found, (known["截至月份"] ?? "") >= (row["截至月份"] ?? "") { continue }
            found = row
        }
        return found
    }
}
