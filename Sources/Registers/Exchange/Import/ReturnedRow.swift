public import Formats
public import Storage

/// A row that is not taken, with everything that is wrong with it.
public struct ReturnedRow: Sendable {
    /// One cell, or the row as a whole, and why.
    public struct Reason: Sendable, Hashable {
        /// The column from 0; nil where the row as a whole is meant.
        public let place: Int?
        /// What stands over the column.
        public let header: String?
        /// What the cell shows.
        public let shown: String
        public let fault: Fault

        /// `C 列“注册资金”“84()”：没有写单位 …`
        public func text(_ language: Language) -> String {
            guard let place, let header else { return fault.words(language) }
            let letters = Matching.letters(place)
            let value = shown.isEmpty ? "" : "“\(shown.prefix(40))”"
            return language == .zh ? "\(letters) 列“\(header)”\(value)：\(fault.words.zh)" : "column \(letters) “\(header)” \(value): \(fault.words.en)"
        }
    }

    /// The row as a spreadsheet counts it, from 1.
    public let row: Int
    public let reasons: [Reason]
    /// Its cells as they stand in the file; empty where they are not kept.
    public let cells: [SheetCell]
}
