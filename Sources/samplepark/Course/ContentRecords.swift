import Storage

/// The registers whose records are written by hand in `Samples/records`: what stands in a row was entered on its day;
/// a later row with the same key changes the record.
///
/// Heads tell what a column is: `*name` belongs to the key, `host:firm` holds firms by their short names, `#at` and other
/// words with `#` are about the entry itself.
struct ContentRecords {
    let content: SampleContent

    /// What others refer to is entered before the working day begins.
    private static let early: Set<String> = [
        "industry", "org_unit", "staff", "document", "grid", "branch", "meeting", "agenda_item", "incoming", "instruction", "task_list",
        "env_list", "inspection",
    ]

    func events() throws -> [TimelineEvent] {
        try content.records.flatMap { file in
            guard let register = Name(file.register) else {
                throw SampleError("records/\(file.register).csv", 0, zh: "文件名要是台账的代号。", en: "The file's name is the name of a register.")
            }
            let columns = try file.content.heads.filter { !$0.hasPrefix("#") }.map { try Column($0, in: file.content.name) }
            guard columns.contains(where: \.isKey) else {
                throw SampleError(file.content.name, 1, zh: "没有用 * 标出关键栏。", en: "No column is marked as the key by *.")
            }
            return try events(register, columns, file.content.rows)
        }
    }

    private func events(_ register: Name, _ columns: [Column], _ rows: [ContentRow]) throws -> [TimelineEvent] {
        let key = columns.filter(\.isKey).map(\.name)
        var events: [TimelineEvent] = []
        var known: Set<[String]> = []
        var began: Set<Day> = []
        for row in rows {
            guard let day = try row.day("#at") else { throw SampleError(row.file, row.line, zh: "没有写登记日期。", en: "The day is missing.") }
            let values = try values(row, columns)
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

    private func values(_ row: ContentRow, _ columns: [Column]) throws -> [Name: String] {
        var values: [Name: String] = [:]
        for column in columns {
            guard let cell = row.cells[column.head] else { continue }
            if cell == "@" {
                values[column.name] = Start.evidence
            } else if column.isFirm {
                guard let firm = content.enterprise(cell) else {
                    throw SampleError(row.file, row.line, zh: "没有“\(cell)”这家企业。", en: "There is no such firm.")
                }
                values[column.name] = firm.code
            } else {
                values[column.name] = cell
            }
        }
        return values
    }

    /// A head of such a file, and what its marks say.
    private struct Column {
        let head: String
        let name: Name
        let isKey: Bool
        let isFirm: Bool

        init(_ head: String, in file: String) throws {
            self.head = head
            isKey = head.hasPrefix("*")
            isFirm = head.hasSuffix(":firm")
            guard let name = Name(String(head.dropFirst(isKey ? 1 : 0).dropLast(isFirm ? 5 : 0))) else {
                throw SampleError(file, 1, zh: "“\(head)”不是栏名。", en: "“\(head)” is no column.")
            }
            self.name = name
        }
    }
}
