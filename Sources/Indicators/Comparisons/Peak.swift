/// A value beside those of the years before (历史新高).
public struct Peak: Sendable, Hashable, Codable {
    /// Whether it is above every other; nil where that can't be decided.
    public var isRecord: Bool?
    /// The figures that were compared, the oldest first, this one last.
    public var compared: [Figure]
    /// The years that have no figure.
    public var without: [Int]
}
