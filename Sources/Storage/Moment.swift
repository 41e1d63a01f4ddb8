import Foundation

/// An instant, in milliseconds since 1970 in UTC.
///
/// A site has one time zone; a column that holds a moment has a sibling that holds its local day,
/// so that "in which year" never depends on the reader.
public struct Moment: Sendable, Hashable, Comparable, Codable {
    /// Since 1970 in UTC; negative before.
    public let milliseconds: Int64

    /// The instant so many milliseconds after the beginning of 1970 in UTC.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The instant of a wall clock that is `offset` seconds ahead of UTC.
    public init?(_ day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0, offset: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
            (-Moment.widest...Moment.widest).contains(offset)
        else { return nil }
        let days = Int64(day.ordinal - Moment.epoch)
        milliseconds = (days * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset)) * 1000
    }

    /// The present. Only the outermost storey calls this; everything else is handed a moment.
    public static func now() -> Moment { Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) }

    /// The local day at `offset` seconds ahead of UTC; nil outside years 1 to 9999.
    public func day(offset: Int) -> Day? {
        guard (-Moment.widest...Moment.widest).contains(offset) else { return nil }
        let (local, overflow) = milliseconds.addingReportingOverflow(Int64(offset) * 1000)
        guard !overflow else { return nil }
        return Day(ordinal: Int(floored(local, 86_400_000)) + Moment.epoch)
    }

    /// `2022-12-31 18:05` on the local clock.
    public func text(offset: Int) -> String {
        guard let day = day(offset: offset) else { return "" }
        let seconds = (milliseconds + Int64(offset) * 1000 - Int64(day.ordinal - Moment.epoch) * 86_400_000) / 1000
        let hour = Int(seconds / 3600)
        let minute = Int(seconds / 60 % 60)
        return "\(day.iso) \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    /// Whether the left moment comes first.
    public static func < (left: Moment, right: Moment) -> Bool { left.milliseconds < right.milliseconds }

    /// The ordinal of 1 January 1970.
    private static let epoch = 719_468
    /// The farthest that a clock may be from UTC, in seconds.
    private static let widest = 86_400

    private func floored(_ value: Int64, _ by: Int64) -> Int64 { value / by - (value % by < 0 ? 1 : 0) }
}
