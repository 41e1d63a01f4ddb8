/// A run of years in which a condition held (连续n年).
public struct Run: Sendable, Hashable, Codable {
    /// How many years in a row, the last one included; 0 where it doesn't hold in the last year.
    public var count: Int
    /// The first year of the run.
    public var first: Int?
    /// The year before the run, if it couldn't be decided there: the run may be longer.
    public var undecided: Int?

    public init(count: Int, first: Int?, undecided: Int?) {
        self.count = count
        self.first = first
        self.undecided = undecided
    }
}
