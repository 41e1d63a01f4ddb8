import Storage

/// A row that was read and checked and only has to be written.
public struct PreparedRow: Sendable {
    /// What writing it will do.
    public enum Effect: Sendable, Hashable { case adds, changes, leaves }

    /// Its number in what was brought in.
    public let row: Int
    public let effect: Effect
    /// The record that it changes or leaves as it is; nil where it adds one.
    public let id: Int64?
    /// The change since which that record is as it was found.
    let since: Int64
    let before: [Value]?
    let values: [Value]
    let layout: RecordLayout

    /// The record's name for people.
    public var title: String { values[layout.title].text ?? "" }

    /// The fields that will differ, as stored; for a new record everything that it holds.
    public var changes: [FieldChange] { RecordDraft.changes(layout, from: before ?? layout.blank, to: values) }
}

/// How many rows a batch wrote.
public struct BatchOutcome: Sendable, Hashable {
    public var added = 0
    public var changed = 0
    /// Rows that say what the book holds already.
    public var unchanged = 0

    public init(added: Int = 0, changed: Int = 0, unchanged: Int = 0) {
        self.added = added
        self.changed = changed
        self.unchanged = unchanged
    }
}
