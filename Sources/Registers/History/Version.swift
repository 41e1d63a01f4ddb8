public import Storage

/// A record between two changes: how it was, which change made it so, and what that change did to it.
public struct Version: Sendable {
    public let record: Record
    /// The change that made it so: who, when and why.
    public let change: Change
    /// Whether the record began here.
    public let isFirst: Bool
    /// The fields that differ from the version before, `state` and `void` among them. Fields that may not be seen are left out.
    public let changes: [FieldChange]
    /// What was done, a sentence each: “期限由 2022-12-01 改为 2022-12-09”.
    public let sentences: [Words]
}
