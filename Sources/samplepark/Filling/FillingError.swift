public import Storage

/// An event of the story that the book doesn't take: the site's declarations have moved away from the sample's.
public struct FillingError: Error, Sendable, CustomStringConvertible {
    public let event: TimelineEvent
    /// What was wrong, at most five.
    public let faults: [Words]

    init(_ event: TimelineEvent, _ faults: [Words]) {
        self.event = event
        self.faults = faults
    }

    public var description: String {
        "\(event.at.text(offset: SiteTime.offset)) \(event.register.text) \(event.reason): \(faults.map(\.zh).joined(separator: "；"))"
    }
}
