public import Storage

/// What undoing a change would do, or why it can't be done.
public struct UndoPlan: Sendable {
    /// What one register gets.
    struct Part: Sendable {
        let register: Register
        /// Records that the change added, which are voided.
        let added: [Int64]
        /// Records that the change replaced, which are put back as they were.
        let replaced: [Int64]
    }

    public let change: Change
    let parts: [Part]
    /// Why it can't be undone, with the records that stand in the way; empty where it can.
    public let obstacles: [Words]

    /// How many records are voided because the change added them.
    public var voids: Int { parts.reduce(0) { $0 + $1.added.count } }
    /// How many records are put back as they were.
    public var restores: Int { parts.reduce(0) { $0 + $1.replaced.count } }

    /// What would be done, for whoever decides on it.
    public var words: Words {
        Words(zh: "作废新增的 \(voids) 条，恢复改动的 \(restores) 条。", en: "Voids \(voids) added record(s) and puts back \(restores) changed one(s).")
    }
}
