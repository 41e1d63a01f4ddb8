import Storage

/// 维修工单: each year's orders of a kind, drawn over the year so that leaks, parts and patched surface come to the year's results.
///
/// Orders that the story tells one by one stand in `records/maintenance.csv`; their numbers are left free here.
struct MaintenanceOrders {
    let content: SampleContent
    let seed: UInt64

    private static let columns: [Name] = [
        "code", "kind", "network", "place", "reported", "arrived", "done", "cause", "leaks", "parts", "patched", "cost", "contractor", "contract",
        "accepted", "accepted_by", "verdict", "state",
    ]
    private static let parts = ["meter", "valve", "flange", "box", "hydrant", "flow"]

    func events() throws -> [TimelineEvent] {
        var orders: [MaintenanceOrder] = []
        for row in content.upkeep { orders += try drawn(row) }
        let taken = Set(content.rows(of: "maintenance").map { $0["*code"] })
        var numbers: [Int: Int] = [:]
        var events: [TimelineEvent] = []
        for order in orders.sorted(by: { ($0.reported.milliseconds, $0.place) < ($1.reported.milliseconds, $1.place) }) {
            let year = order.day.year
            var code = ""
            repeat {
                numbers[year, default: 0] += 1
                let number = String(numbers[year] ?? 0)
                code = "WX\(year)-\(String(repeating: "0", count: max(0, 4 - number.count)))\(number)"
            } while taken.contains(code)
            events.append(try entry(order, code))
        }
        return events
    }

    private func drawn(_ row: ContentRow) throws -> [MaintenanceOrder] {
        let (kind, network, year) = (try row.text("kind"), try row.text("network"), Int(try row.whole("year")))
        var draw = SplitMix64(seed, "upkeep \(kind) \(network) \(year)")
        let count = Int(try row.whole("orders"))
        guard count > 0, let first = Day(year, 1, 4) else { return [] }
        var orders = try (0..<count).map { _ in
            guard let day = first.adding(days: Int(draw.whole(0...352))) else {
                throw SampleError(row.file, row.line, zh: "年份不对。", en: "The year is wrong.")
            }
            return MaintenanceOrder(kind, network, day, draw: &draw)
        }
        // Every repair of a pipe mends one place at least; some find more.
        let leaks = Int(try row.whole("leaks"))
        for number in 0..<leaks { orders[number < count ? number : Int(draw.whole(0...Int64(count - 1)))].leaks += 1 }
        for part in Self.parts {
            for _ in 0..<Int(try row.whole(part)) { orders[Int(draw.whole(0...Int64(count - 1)))].parts[part, default: 0] += 1 }
        }
        let weights = orders.map { _ in draw.once(in: 3) ? 0 : draw.whole(40...160) }
        for (number, surface) in Shares.split(try row.hundredths("patched"), weights).enumerated() { orders[number].patched = surface }
        return orders
    }

    /// Friday's entry of an order that is done and accepted.
    private func entry(_ order: MaintenanceOrder, _ code: String) throws -> TimelineEvent {
        let contract = try content.rows(of: "outsourcing").first { row in
            guard row["service"] == "infrastructure", let from = try row.day("starts"), let to = try row.day("ends") else { return false }
            return from <= order.day && order.day <= to
        }
        let parts = Self.parts.compactMap { part in order.parts[part].map { "\(part)|\($0)" } }.joined(separator: "\n")
        let cells = [
            code, order.kind, order.network, order.place, order.text(order.reported), order.text(order.arrived), order.text(order.done), order.cause,
            order.leaks > 0 ? "\(order.leaks)" : "", parts, order.patched > 0 ? Hundredths.text(order.patched) : "", Hundredths.text(order.cost),
            contract?["provider"] ?? "", contract?["*number"] ?? "", order.accepted.iso, "建设管理部副部长", "合格", "passed",
        ]
        return TimelineEvent(
            at: SiteTime.weekly(order.accepted, hour: 15), subject: "建设管理部基础设施岗", reason: "本周维修工单", register: "maintenance",
            act: .add(SampleTable(Self.columns, [cells])))
    }
}
