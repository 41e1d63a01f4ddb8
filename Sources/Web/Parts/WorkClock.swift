import Registers
import Storage

/// How something stands against its limit, as a light with its word: 按期, 临期, 超期, 暂停.
enum WorkClock {
    static func light(_ light: WorkLight, _ visit: Visit) -> HTML? {
        switch light {
        case .none: nil
        case .paused: "<span class=\"light held\">\(visit("暂停计时", "Paused"))</span>"
        case .onTime(let days): "<span class=\"light ok\">\(visit("还有 \(days) 天", "\(days) days left"))</span>"
        case .soon(0): "<span class=\"light soon\">\(visit("今天到期", "Due today"))</span>"
        case .soon(1): "<span class=\"light soon\">\(visit("明天到期", "Due tomorrow"))</span>"
        case .soon(let days): "<span class=\"light soon\">\(visit("还有 \(days) 天", "\(days) days left"))</span>"
        case .late(1): "<span class=\"light late\">\(visit("超期 1 天", "1 day late"))</span>"
        case .late(let days): "<span class=\"light late\">\(visit("超期 \(days) 天", "\(days) days late"))</span>"
        }
    }
}
