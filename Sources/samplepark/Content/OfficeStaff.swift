import Storage

/// Who was in post in which office on a day, and of them how many were on leave.
struct OfficeStaff {
    private var posts: [String: [Day]] = [:]
    private var leaves: [String: [(from: Day, to: Day)]] = [:]
    /// In the order of the staff list.
    let units: [String]

    init(_ content: SampleContent) throws {
        let leadership = Set(content.rows(of: "org_unit").filter { $0["kind"] == "leadership" }.map { $0["*name"] })
        var unitOf: [String: String] = [:]
        var units: [String] = []
        for row in content.rows(of: "staff") {
            guard let posted = try row.day("posted"), !leadership.contains(row["unit"]) else { continue }
            let unit = try row.text("unit")
            if !units.contains(unit) { units.append(unit) }
            posts[unit, default: []].append(posted)
            unitOf[row["*post"]] = unit
        }
        self.units = units
        for row in content.rows(of: "leave") where row["state"] == "asked" {
            guard let unit = unitOf[row["post"]], let from = try row.day("begins"), let to = try row.day("ends") else { continue }
            let isRefused = content.rows(of: "leave").contains { $0["*code"] == row["*code"] && $0["state"] == "refused" }
            if !isRefused { leaves[unit, default: []].append((from, to)) }
        }
    }

    func expected(_ unit: String, _ day: Day) -> Int64 { Int64(posts[unit, default: []].count { $0 <= day }) }

    func onLeave(_ unit: String, _ day: Day) -> Int64 { Int64(leaves[unit, default: []].count { $0.from <= day && day <= $0.to }) }
}
