import Storage

/// 会议议题: which item of the deciding body passed what was done afterwards.
struct Decisions {
    private let items: [(subject: String, held: Day, code: String)]

    init(_ content: SampleContent) throws {
        var held: [String: Day] = [:]
        for row in content.rows(of: "meeting") where row["kind"] == "party_group" {
            if let day = try row.day("held") { held[row["*name"]] = day }
        }
        items = content.rows(of: "agenda_item").compactMap { row in
            guard row["outcome"] == "passed" else { return nil }
            return held[row["meeting"]].map { (row["subject"], $0, row["*code"]) }
        }
    }

    /// The last item on a subject at or before a day; nil where the book tells of no meeting so early.
    func last(_ subject: String, on day: Day) -> String? {
        items.filter { $0.subject.hasPrefix(subject) && $0.held <= day }.max { ($0.held, $0.code) < ($1.held, $1.code) }?.code
    }
}
