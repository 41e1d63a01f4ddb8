import Registers
import Storage

/// What waits for whoever asks, for programs.
enum WorkJSON {
    static func value(_ visit: Visit, _ desk: Desk, _ reading: Reading) throws -> JSON {
        let workload = try desk.records(visit).workload(on: desk.today, limit: 100, in: reading)
        return .of([
            ("total", .whole(workload.count)), ("late", .whole(workload.late)), ("items", .array(workload.items.map { item($0, visit) })),
        ])
    }

    private static func item(_ item: WorkItem, _ visit: Visit) -> JSON {
        let (light, days): (String, Int?) =
            switch item.light {
            case .none: ("none", nil)
            case .paused: ("paused", nil)
            case .onTime(let days): ("on_time", days)
            case .soon(let days): ("soon", days)
            case .late(let days): ("late", -days)
            }
        return .of([
            ("register", .string(item.register.id.text)), ("record", .whole(item.record.id)), ("title", .string(item.record.title)),
            ("state", .text(item.record.state?.text)), ("due", .text(item.due?.iso)), ("light", .string(light)),
            ("days_left", days.map { .whole($0) } ?? .null), ("whose", .text(item.whose.map { visit($0) })),
            ("moves", .array(item.deeds.moves.map { .string($0.id.text) })),
        ])
    }
}
