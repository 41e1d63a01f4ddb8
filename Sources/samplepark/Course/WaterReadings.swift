import Storage

/// 抄表记录: the volume of each stretch of a meter, spread over its months by the season; a dial that was misread is corrected later.
struct WaterReadings {
    let content: SampleContent
    let seed: UInt64

    private static let columns: [Name] = ["meter", "read", "use", "previous", "reading", "reader", "state"]
    private static let reader = "建设管理部基础设施岗"

    /// One reading as it was entered, and what the dial really showed.
    private struct Reading {
        let cells: [String]
        let shown: Int64
        let misread: ContentRow?

        var key: [Name: String] { ["meter": cells[0], "read": cells[1]] }
    }

    func events() throws -> [TimelineEvent] {
        var readings: [MonthOf: [Reading]] = [:]
        var dials: [String: Int64] = [:]
        for stretch in content.water {
            let number = try stretch.text("number")
            guard let from = try stretch.month("from"), let to = try stretch.month("to") else {
                throw SampleError(stretch.file, stretch.line, zh: "没有起止月份。", en: "The months are missing.")
            }
            if stretch.cells["start"] != nil { dials[number] = try stretch.whole("start") }
            let months = MonthOf.through(from, to)
            let volumes = Shares.split(try stretch.whole("volume"), weights(number, stretch["use"], months))
            for (month, volume) in zip(months, volumes) {
                let previous = dials[number] ?? 0
                let shown = previous + volume
                dials[number] = shown
                let misread = try misreading(number, month)
                let entered = shown + (try misread?.whole("excess") ?? 0)
                let state = month >= Filing.reviewedFrom ? "taken" : "checked"
                let cells = [number, day(month).iso, stretch["use"], "\(previous)", "\(entered)", Self.reader, state]
                readings[month, default: []].append(Reading(cells: cells, shown: shown, misread: misread))
            }
        }
        return try readings.sorted { $0.key < $1.key }.flatMap { month, readings in try entered(month, readings) + corrected(readings) }
    }

    /// How water is used over the year: green in the growing months, all else evenly.
    private func weights(_ number: String, _ use: String, _ months: [MonthOf]) -> [Int64] {
        guard let first = months.first else { return [] }
        var draw = SplitMix64(seed, "water \(number) \(first.text)")
        let season: [Int64] =
            use == "greening" ? [2, 2, 20, 110, 160, 175, 180, 172, 120, 90, 45, 4] : [88, 84, 98, 101, 104, 106, 108, 107, 103, 101, 98, 92]
        return months.map { season[$0.month - 1] * draw.whole(93...107) }
    }

    private func day(_ month: MonthOf) -> Day { month.day(28) }

    private func misreading(_ number: String, _ month: MonthOf) throws -> ContentRow? {
        try content.misreadings.first { try $0["number"] == number && $0.month("month") == month }
    }

    private func entered(_ month: MonthOf, _ readings: [Reading]) -> [TimelineEvent] {
        guard let next = day(month).adding(days: 1) else { return [] }
        let table = SampleTable(Self.columns, readings.map(\.cells))
        let entered = event(SiteTime.weekday(next), 10, "\(month.year)年\(month.month)月抄表", .add(table))
        guard month >= Filing.reviewedFrom, let checked = next.adding(days: 5) else { return [entered] }
        let steps = readings.map { SampleStep($0.key, to: "checked") }
        return [entered, event(SiteTime.weekday(checked), 15, "抄表复核", .change(steps))]
    }

    private func corrected(_ readings: [Reading]) throws -> [TimelineEvent] {
        try readings.flatMap { reading -> [TimelineEvent] in
            guard let row = reading.misread, let on = try row.day("corrected") else { return [] }
            let step = SampleStep(reading.key, ["reading": "\(reading.shown)", "reason": try row.text("reason")], to: "taken")
            return [
                event(on, 11, "更正读数", .change([step])), event(on, 16, "抄表复核", .change([SampleStep(reading.key, to: "checked")])),
            ]
        }
    }

    private func event(_ day: Day, _ hour: Int, _ reason: String, _ act: TimelineEvent.Act) -> TimelineEvent {
        TimelineEvent(at: SiteTime.at(day, hour: hour, minute: 35), subject: Self.reader, reason: reason, register: "water_reading", act: act)
    }
}
