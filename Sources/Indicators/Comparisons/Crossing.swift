/// A first crossing of a threshold (首次突破).
public struct Crossing: Sendable, Hashable, Codable {
    /// Who crossed it now and never before, the largest first.
    public var members: [Member]
    /// Who is at it now but was there before the book began, so that nobody can tell.
    public var undecided: [Member]
}
