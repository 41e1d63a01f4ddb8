public import Storage

/// The view on `staff` that `person` fields and accounts go by: a post, and since when somebody holds it.
public struct StaffWindow: Window {
    public static let register: Name = "staff"
    public static let panes = [
        WindowPane("post", ["text"]), WindowPane("posted", ["day"]), WindowPane("released", ["day"], isRequired: false),
    ]

    /// The number of the record.
    public let id: Int64
    public let post: String
    public let posted: Day?
    public let released: Day?

    public init(_ record: Record) {
        id = record.id
        post = record["post"].text ?? record.title
        posted = record["posted"].integer.flatMap { Day(number: $0) }
        released = record["released"].integer.flatMap { Day(number: $0) }
    }

    /// Whether somebody held the post on a day; the last day counts.
    public func isHeld(on day: Day) -> Bool {
        guard let posted, posted <= day else { return false }
        return released.map { day <= $0 } ?? true
    }
}
