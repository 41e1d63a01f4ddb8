import Storage

/// The registers whose records are written by hand in `Samples/records`: what stands in a row was entered on its day;
/// a later row with the same key changes the record.
struct ContentRecords {
    let content: SampleContent

    /// The natural keys, as the registers declare them.
    private static let keys: [String: [Name]] = [
        "accreditation": ["name"], "accreditation_event": ["accreditation", "date", "event"], "agreement": ["name", "signed"], "chain": ["name"],
        "contest_entry": ["contest", "year", "enterprise", "entry"], "contract": ["number"], "document": ["name", "doc_no"],
        "honor": ["name", "year", "subject"], "industry": ["code"], "org_unit": ["name"], "outreach": ["kind", "began", "topic"],
        "plan_review": ["name"], "platform": ["name"], "qualification": ["enterprise", "kind", "event", "applied"],
        "ref_stat": ["area", "item", "month"], "revival": ["enterprise", "surveyed"], "staff": ["post"],
        "target": ["year", "indicator", "scope", "subject"], "tech_contract": ["number"],
    ]
    /// What others refer to is entered before the working day begins.
    private static let early: Set<String> = ["industry", "org_unit", "staff", "document"]
    /// Columns in which firms stand by their short names.
    private static let firms: Set<String> = ["enterprise", "host"]

    func events() throws -> [TimelineEvent] {
        try content.records.flatMap { file in
            guard let register = Name(file.register), let key = Self.keys[file.register] else {
                throw SampleError("records/\(file.register).csv", 0, zh: "不认识这个台账。", en: "This register isn't known here.")
            }
            return try events(register, key, file.rows)
        }
    }

    private func events(_ register: Name, _ key: [Name], _ rows: [ContentRow]) throws -> [TimelineEvent] {
        var events: [TimelineEvent] = []
        var known: Set<[String]> = []
        var began: Set<Day> = []
        for row in rows {
            guard let day = try row.day("#at") else { throw SampleError(row.file, row.line, zh: "没有写登记日期。", en: "The day is missing.") }
            let values = try values(row)
            let identity = key.map { values[$0] ?? "" }
            let keyed = values.filter { key.contains($0.key) }
            let act: TimelineEvent.Act
            let at: Moment
            if row["#void"] == "yes" {
                act = .void([keyed])
                at = SiteTime.at(day, hour: 17)
            } else if known.insert(identity).inserted {
                let columns = values.keys.sorted { $0.text < $1.text }
                act = .add(SampleTable(columns, [columns.map { values[$0] ?? "" }]))
                began.insert(day)
                at =
                    day == Start.day || Self.early.contains(register.text)
                    ? SiteTime.at(day, hour: 8, minute: 10) : SiteTime.during(day, register.text)
            } else {
                let state = row.cells["state"].flatMap { Name($0) }
                act = .change([SampleStep(keyed, values.filter { !key.contains($0.key) && $0.key != "state" }, to: state)])
                at = began.contains(day) ? SiteTime.at(day, hour: 18) : SiteTime.during(day, register.text)
            }
            events.append(TimelineEvent(at: at, subject: try row.text("#by"), reason: try row.text("#why"), register: register, act: act))
        }
        return events
    }

    private func values(_ row: ContentRow) throws -> [Name: String] {
        var values: [Name: String] = [:]
        for (head, cell) in row.cells where !head.hasPrefix("#") {
            guard let name = Name(head) else { throw SampleError(row.file, row.line, zh: "“\(head)”不是栏名。", en: "“\(head)” is no column.") }
            if cell == "@" {
                values[name] = Start.evidence
            } else if Self.firms.contains(head) {
                guard let firm = content.enterprise(cell) else {
                    throw SampleError(row.file, row.line, zh: "没有“\(cell)”这家企业。", en: "There is no such firm.")
                }
                values[name] = firm.code
            } else {
                values[name] = cell
            }
        }
        return values
    }
}
