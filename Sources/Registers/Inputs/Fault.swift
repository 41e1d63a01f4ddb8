public import Storage

/// Why one value can't be taken: what is wrong and what to do.
public struct Fault: Error, Sendable, Hashable {
    public var words: Words

    public init(_ words: Words) { self.words = words }
    public init(zh: String, en: String) { words = Words(zh: zh, en: en) }
}

/// What a person gave is wrong: by field, and by row where there are rows. All of it at once.
public struct Invalid: Error, Sendable {
    /// One thing that is wrong.
    public struct Item: Sendable, Hashable {
        /// The row of the file or of the pasted table, from 1; nil for a form.
        public var row: Int?
        /// The field, or nil where the whole record is meant.
        public var field: Name?
        /// The field's label, for people.
        public var label: Words?
        public var fault: Fault

        public init(row: Int? = nil, field: Name? = nil, label: Words? = nil, fault: Fault) {
            self.row = row
            self.field = field
            self.label = label
            self.fault = fault
        }

        /// `第 3 行 产值：…`
        public func text(_ language: Language) -> String {
            let place = row.map { language == .zh ? "第 \($0) 行 " : "row \($0) " } ?? ""
            let name = label.map { $0(language) + (language == .zh ? "：" : ": ") } ?? ""
            return place + name + fault.words(language)
        }
    }

    public var items: [Item]

    public init(_ items: [Item]) { self.items = items }
}

/// Not allowed, or the state forbids it: says why, and who may.
public struct Refused: Error, Sendable, Hashable {
    public var words: Words

    public init(_ words: Words) { self.words = words }
    public init(zh: String, en: String) { words = Words(zh: zh, en: en) }
}
