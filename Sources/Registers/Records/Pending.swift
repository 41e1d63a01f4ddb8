public import Storage

/// What was, what is and who wrote it.
public struct History: Sendable {
    public let book: Book
    public let permission: Permission
    public init(_ book: Book, _ permission: Permission) {
        self.book = book
        self.permission = permission
    }
    /// The versions of a record, newest first.
    public func versions(of id: Int64, in register: Register, _ reading: Reading) throws -> [Version] { [] }
    /// What a change did to the records, register by register.
    public func written(by change: Int64, limit: Int = 200, _ reading: Reading) throws -> [Version] { [] }
    /// What undoing a change would do, or why it can't be.
    public func undoing(_ change: Int64, _ reading: Reading) throws -> UndoPlan { throw StoreError(.other, detail: "not written yet") }
    /// Undoes a change as part of this one. Throws `Refused` with the list where it can't be. Answers how many records it touched.
    @discardableResult
    public func undo(_ change: Int64, in writing: Writing) throws -> Int { throw StoreError(.other, detail: "not written yet") }
}

/// A record between two changes.
public struct Version: Sendable {
    public let record: Record
    /// The change that made it so.
    public let change: Change
    /// Whether the record began here.
    public let isFirst: Bool
    /// The fields that differ from the version before, `state` and `void` among them.
    public let changes: [FieldChange]
    /// What was done, for people: “期限由 2022-12-01 改为 2022-12-09”.
    public let sentences: [Words]
}

/// What undoing a change would do.
public struct UndoPlan: Sendable {
    public let change: Change
    public let voids: Int
    public let restores: Int
    /// Why it can't be undone; empty where it can.
    public let obstacles: [Words]
}

/// A term as a sentence in both languages.
public struct TermSentence: Sendable {
    public let catalogue: Catalogue
    public init(_ catalogue: Catalogue) { self.catalogue = catalogue }
    /// “类别是规上工业 且 在期末有效”.
    public func words(_ term: Term) -> Words { Words(zh: "", en: "") }
}
