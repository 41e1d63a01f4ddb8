import Storage

/// One drawn order: where, when and why; what was done is given to it afterwards.
struct MaintenanceOrder {
    let kind: String
    let network: String
    let day: Day
    let place: String
    let cause: String
    let reported: Moment
    let arrived: Moment
    let done: Moment
    let accepted: Day
    var leaks = 0
    var parts: [String: Int] = [:]
    /// Hundredths of a square metre.
    var patched: Int64 = 0
    private let rate: Int64

    init(_ kind: String, _ network: String, _ day: Day, draw: inout SplitMix64) {
        self.kind = kind
        self.network = network
        self.day = day
        place = Self.places[Int(draw.whole(0...Int64(Self.places.count - 1)))]
        let causes = Self.causes[network] ?? ["老化损坏"]
        cause = causes[Int(draw.whole(0...Int64(causes.count - 1)))]
        let isUrgent = kind == "emergency"
        let start = SiteTime.at(day, hour: Int(draw.whole(isUrgent ? 0...16 : 8...12)), minute: Int(draw.whole(0...59)))
        reported = start
        arrived = Self.later(start, minutes: draw.whole(isUrgent ? 15...60 : 40...150))
        done = Self.later(arrived, minutes: draw.whole(isUrgent ? 90...380 : 60...240))
        accepted = SiteTime.weekday(day.adding(days: Int(draw.whole(1...4))) ?? day)
        rate = draw.whole(900...1900)
    }

    /// Hundredths of 元: labour by the leak, parts, and the surface by the square metre.
    var cost: Int64 {
        let pieces = Int64(parts.values.reduce(0, +))
        return (600 + Int64(leaks) * rate + pieces * 420) * 100 + patched * 85
    }

    /// As a form writes a moment.
    func text(_ moment: Moment) -> String { moment.text(offset: SiteTime.offset) }

    private static func later(_ moment: Moment, minutes: Int64) -> Moment { Moment(milliseconds: moment.milliseconds + minutes * 60_000) }

    private static let places = [
        "核心区中央大道", "核心区一号路", "核心区二号路", "核心区铝加工组团", "核心区冶金组团", "东区三号路", "东区化工组团", "东区建材组团", "东区食品组团", "西区四号路", "西区六号路",
        "西区碳材料组团", "西区光伏产业园", "管委会办公区",
    ]

    private static let causes = [
        "water": ["接口老化渗漏", "管道冻裂", "施工碰损", "阀门井漏水", "地基沉降拉裂", "水表损坏"], "drain": ["管道淤堵", "井盖破损", "管道错口"], "road": ["重车碾压破损", "沉陷", "管沟回填沉降"],
    ]
}
