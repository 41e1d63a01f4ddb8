import Storage

/// A locked form that its firm opened again: by how much too high it was published, and when and why that was put right.
struct Revision {
    let enterprise: String
    let month: MonthOf
    let more: Int64
    let on: Day
    let reason: String

    init(_ row: ContentRow) throws {
        enterprise = try row.text("enterprise")
        guard let month = try row.month("month"), let on = try row.day("revised") else {
            throw SampleError(row.file, row.line, zh: "要写月份和修订日期。", en: "The month and the day of the revision are needed.")
        }
        (self.month, self.on) = (month, on)
        more = try row.hundredths("published_more")
        reason = try row.text("reason")
    }
}
