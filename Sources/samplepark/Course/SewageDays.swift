import Storage

/// 出水日均值 of both sewage stations in 2021 and 2022, brought in month by month.
struct SewageDays {
    let content: SampleContent
    let seed: UInt64

    private static let columns: [Name] = [
        "station", "day", "flow", "cod", "ammonia", "phosphorus", "nitrogen", "ph_least", "ph_most", "temperature", "flag", "cause",
    ]

    /// What a station makes of a day's water, in tenths and hundredths.
    private struct Station {
        let name: String
        let flow: ClosedRange<Int64>
        let cod: ClosedRange<Int64>
        let nitrogen: ClosedRange<Int64>
    }

    private static let stations = [
        Station(name: "云川污水处理厂", flow: 24_000...31_500, cod: 221...382, nitrogen: 812...1_265),
        Station(name: "园区污水处理站", flow: 3_600...5_200, cod: 248...415, nitrogen: 905...1_340),
    ]

    /// Days that are not judged, by station: (from, to, flag, cause). The membranes were replaced in spring 2022, line by line.
    private static let apart: [(station: String, from: String, to: String, flag: String, cause: String)] = [
        ("园区污水处理站", "2022-05-17", "2022-05-19", "m", "超滤膜组件更换"), ("园区污水处理站", "2022-06-14", "2022-06-15", "c", "在线监测设备更换后比对校准"),
        ("云川污水处理厂", "2021-09-07", "2021-09-08", "m", "生化池检修"), ("云川污水处理厂", "2022-08-23", "2022-08-23", "c", "在线监测季度校准"),
        ("园区污水处理站", "2021-12-02", "2021-12-02", "b", "数采仪通讯中断"),
    ]

    /// The one day of the two years on which a mean lay above its limit.
    private static let exceeded = (station: "园区污水处理站", day: "2021-11-18", nitrogen: "15.86", cause: "进水冲击，碳源投加不足，次日恢复")

    func events() -> [TimelineEvent] {
        MonthOf.through(MonthOf(2021, 1), MonthOf(2022, 12)).map { month in
            let days = (1...Day.length(ofMonth: month.month, in: month.year)).map { month.day($0) }
            let rows = Self.stations.flatMap { station in days.map { cells(station, $0) } }
            return TimelineEvent(
                at: SiteTime.at(SiteTime.weekday(month.next.day(4)), hour: 11, minute: 15), subject: "建设管理部安全环保岗",
                reason: "\(month.year)年\(month.month)月出水日均值", register: "wastewater_day", act: .add(SampleTable(Self.columns, rows)))
        }
    }

    private func cells(_ station: Station, _ day: Day) -> [String] {
        var draw = SplitMix64(seed, "sewage \(station.name) \(day.iso)")
        let warmth: [Int64] = [86, 92, 112, 138, 166, 189, 204, 207, 188, 158, 124, 97]
        let temperature = warmth[day.month - 1] + draw.whole(-9...9)
        // Cold water nitrifies badly; its limit is another.
        let ammonia = temperature < 121 ? draw.whole(180...430) : draw.whole(35...190)
        let phosphorus = draw.whole(14...41)
        let least = draw.whole(690...742)
        let apart = Self.apart.first { $0.station == station.name && $0.from <= day.iso && day.iso <= $0.to }
        let isOver = Self.exceeded.station == station.name && Self.exceeded.day == day.iso
        let nitrogen = Hundredths.text(draw.whole(station.nitrogen))
        let values = [
            "\(draw.whole(station.flow))", tenths(draw.whole(station.cod)), Hundredths.text(ammonia), Hundredths.text(phosphorus),
            isOver ? Self.exceeded.nitrogen : nitrogen, Hundredths.text(least), Hundredths.text(least + draw.whole(12...46)), tenths(temperature),
        ]
        if let apart { return [station.name, day.iso, values[0]] + Array(repeating: "", count: 7) + [apart.flag, apart.cause] }
        return [station.name, day.iso] + values + ["n", isOver ? Self.exceeded.cause : ""]
    }

    private func tenths(_ value: Int64) -> String { "\(value / 10).\(value % 10)" }
}
