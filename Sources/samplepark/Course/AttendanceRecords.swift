import Storage

/// 出勤: what the general office writes down in the afternoon of each working day; a miscount is put right afterwards.
struct AttendanceRecords {
    let content: SampleContent
    let days: OfficeDays

    private static let subject = "综合办公室督查岗"

    func events() throws -> [TimelineEvent] {
        var events: [TimelineEvent] = []
        for day in days.days {
            let miscounts = try content.miscounts.filter { try $0.day("day") == day }
            let rows = try days.lines(on: day).map { line in
                try miscounts.first { $0["unit"] == line.unit }.map { try miscounted(line, $0).cells } ?? line.cells
            }
            events.append(event(SiteTime.at(day, hour: 17, minute: 40), "当日出勤", .add(SampleTable(Presence.columns, rows))))
            for row in miscounts { events += try corrected(day, row) }
        }
        return events
    }

    /// As it was entered: more late, fewer away on duty where there were enough, else fewer in time.
    private func miscounted(_ line: Presence, _ row: ContentRow) throws -> Presence {
        let excess = try row.whole("excess")
        guard row["column"] == "late", 0 < excess, excess <= line.normal else {
            throw SampleError(row.file, row.line, zh: "误记只能是多记了迟到。", en: "Only more late than there were can be miscounted.")
        }
        var entered = line
        entered.late += excess
        if excess <= line.away { entered.away -= excess }
        return entered
    }

    private func corrected(_ day: Day, _ row: ContentRow) throws -> [TimelineEvent] {
        guard let on = try row.day("corrected"), let line = days.lines(on: day).first(where: { $0.unit == row["unit"] }) else { return [] }
        let key: [Name: String] = ["day": day.iso, "unit": line.unit]
        let values: [Name: String] = [
            "normal": "\(line.normal)", "late": "\(line.late)", "away": "\(line.away)", "note": try row.text("reason"),
        ]
        return [event(SiteTime.at(on, hour: 9, minute: 20), "更正出勤", .change([SampleStep(key, values)]))]
    }

    private func event(_ at: Moment, _ reason: String, _ act: TimelineEvent.Act) -> TimelineEvent {
        TimelineEvent(at: at, subject: Self.subject, reason: reason, register: "attendance", act: act)
    }
}
