import Storage

/// A visit to a firm by whoever answers for its area, and what it brought back.
struct Visit {
    let firm: Enterprise
    let day: Day
    let theme: String
    let isOpening: Bool

    /// The name that other records refer to it by.
    var title: String { "\(firm.name) \(day.iso)" }

    /// The responsibility for the firm's area on that day; two areas changed hands when the park was reformed.
    var grid: String {
        let areas = ["grid_1": "第一片区", "grid_2": "第二片区", "grid_3": "第三片区", "grid_4": "第四片区", "grid_5": "第五片区", "grid_6": "第六片区"]
        let code = firm.row["grid"]
        let isHanded = ["grid_4", "grid_6"].contains(code) && day.iso >= Visit.handed
        return "\(areas[code] ?? "")（\(isHanded ? Visit.handed : Visit.first)起）"
    }

    private static let first = "2020-03-02"
    private static let handed = "2022-07-01"
}
