import Storage

/// 疫苗接种 and 核酸检测 of 2021 and 2022 by unit: numbers only.
struct EpidemicHealth {
    let content: SampleContent
    let seed: UInt64

    private static let counts = ["2021-06-30", "2021-12-31", "2022-06-30", "2022-12-30"]
    /// Each round with its days: two in 2021, four in 2022.
    private static let rounds: [(year: Int, round: Int, days: [String])] = [
        (2021, 1, ["2021-10-28", "2021-10-29"]), (2021, 2, ["2021-11-05", "2021-11-06"]), (2022, 1, ["2022-03-16", "2022-03-17", "2022-03-18"]),
        (2022, 2, ["2022-07-13", "2022-07-14", "2022-07-15"]), (2022, 3, ["2022-09-20", "2022-09-21", "2022-09-22"]),
        (2022, 4, ["2022-10-26", "2022-10-27", "2022-10-28"]),
    ]

    func events() throws -> [TimelineEvent] { try vaccinations() + tests() }

    private func vaccinations() throws -> [TimelineEvent] {
        let columns: [Name] = ["unit", "enterprise", "above_scale", "counted", "roster", "deferred", "done", "evidence"]
        return try Self.counts.compactMap { Day(iso: $0) }.map { day in
            var rows: [[String]] = []
            for firm in content.enterprises where firm.isHere(day) {
                rows.append(cells(firm.short, roster(firm, day), day, ["enterprise", firm.code, firm.isAboveScale(in: MonthOf(day)) ? "是" : "否"]))
            }
            rows.append(cells("管委会", try committee(day), day, ["committee", "", ""]))
            return TimelineEvent(
                at: SiteTime.at(day, hour: 16, minute: 40), subject: "综合办公室督查岗", reason: "疫苗接种汇总", register: "vaccination",
                act: .add(SampleTable(columns, rows)))
        }
    }

    /// In June 2021 many were still waiting, at the end of that year a few; in 2022 all who may be were vaccinated.
    private func cells(_ name: String, _ roster: Int64, _ day: Day, _ head: [String]) -> [String] {
        var draw = SplitMix64(seed, "vaccination \(name)")
        let deferred = name == "管委会" ? 0 : roster * draw.whole(0...15) / 1000
        let should = roster - deferred
        let done =
            switch (day.year, day.month) {
            case (2021, 6): should * draw.whole(380...620) / 1000
            case (2021, _): should * draw.whole(965...1000) / 1000
            default: should
            }
        return head + [day.iso, "\(roster)", "\(deferred)", "\(done)", Start.evidence]
    }

    private func tests() throws -> [TimelineEvent] {
        let columns: [Name] = ["round", "kind", "enterprise", "day", "roster", "tested", "person_times", "positives", "helpers", "evidence"]
        return try Self.rounds.flatMap { round -> [TimelineEvent] in
            let days = round.days.compactMap { Day(iso: $0) }
            guard let first = days.first else { return [] }
            var rows: [Day: [[String]]] = [:]
            for (place, firm) in content.enterprises.filter({ $0.isHere(first) }).enumerated() {
                let day = days[place % days.count]
                rows[day, default: []].append(test(round.round, "enterprise", firm.code, day, roster(firm, day), firm.short))
            }
            rows[first, default: []].append(test(round.round, "committee", "", first, try committee(first), "管委会"))
            return rows.sorted { $0.key < $1.key }.map { day, rows in
                // Results come the next evening.
                let known = SiteTime.at(day.adding(days: 1) ?? day, hour: 20)
                return TimelineEvent(
                    at: known, subject: "综合办公室督查岗", reason: "第\(round.round)轮核酸检测结果", register: "nucleic_test",
                    act: .add(SampleTable(columns, rows)))
            }
        }
    }

    /// Everybody is tested; a few samples had to be taken again.
    private func test(_ round: Int, _ kind: String, _ enterprise: String, _ day: Day, _ roster: Int64, _ name: String) -> [String] {
        var draw = SplitMix64(seed, "test \(round) \(day.year) \(name)")
        let again = draw.once(in: 5) ? draw.whole(1...max(1, roster / 200 + 1)) : 0
        let helpers = kind == "committee" ? 0 : draw.whole(1...3)
        return ["\(round)", kind, enterprise, day.iso, "\(roster)", "\(roster)", "\(roster + again)", "0", "\(helpers)", Start.evidence]
    }

    /// Whom a firm employs in a year; those that file nothing are small or still building.
    private func roster(_ firm: Enterprise, _ day: Day) -> Int64 {
        if let employees = firm.years[day.year]?.employees, employees > 0 { return employees }
        var draw = SplitMix64(seed, "roster \(firm.short)")
        return draw.whole(6...32)
    }

    /// The posts of the committee that were filled on a day.
    private func committee(_ day: Day) throws -> Int64 {
        guard let staff = content.records.first(where: { $0.register == "staff" }) else { return 0 }
        var posts: Set<String> = []
        for row in staff.content.rows where !row["*post"].isEmpty {
            if let posted = try row.day("posted"), posted <= day { posts.insert(row["*post"]) }
        }
        return Int64(posts.count)
    }
}
