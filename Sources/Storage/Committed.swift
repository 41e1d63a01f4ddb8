/// What a write came to.
public struct Committed<Result> {
    /// The change that was recorded; the last one before where nothing versioned was written.
    public let change: Change
    /// What the body answered; nil where the write was a repetition.
    public let value: Result?
    /// Whether a write with the same key had been committed before: then `change` is that one and nothing was written now.
    public let wasRepeated: Bool
}

extension Committed: Sendable where Result: Sendable {}
