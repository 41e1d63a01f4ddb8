import Formats
public import Storage

/// A list of records that is written to a file, whole, as its reader may see it.
///
/// Headers bear the units, and values are written so that an import reads back the very same: whoever exports a list and imports it
/// again changes nothing.
public struct Export: Sendable {
    /// What is written.
    public enum Form: String, Sendable, Hashable, CaseIterable {
        /// UTF-8 with the mark by which Excel knows it.
        case csv
        /// With a second sheet that says in words what the first one holds.
        case workbook = "xlsx"
    }

    public let book: Book
    public let permission: Permission
    /// Which records, in which order; where its page begins and ends doesn't count.
    public let query: Query
    /// The language of labels and options.
    public let language: Language

    public init(_ query: Query, of book: Book, _ permission: Permission, language: Language = .zh) {
        self.query = query
        self.book = book
        self.permission = permission
        self.language = language
    }

    /// Writes the file; nothing stands at the path before it is whole. Throws `Refused` where the register may not be seen, and
    /// `Invalid` where the file can't be written.
    public func write(to path: String, as form: Form, at moment: Moment, _ progress: (ImportProgress) -> Void = { _ in }) throws -> ExportOutcome {
        let register = query.register
        guard permission.sees(register) else {
            throw Refused(
                zh: "“\(permission.subject.name)”不能查看“\(register.name.zh)”。", en: "“\(permission.subject.name)” may not see “\(register.name.en)”.")
        }
        do {
            return try book.store.read { try write(to: path, as: form, at: moment, in: $0, progress) }
        } catch let error as FormatError {
            throw Invalid(error, file: path.split(separator: "/").last.map { String($0) } ?? path)
        }
    }

    private func write(to path: String, as form: Form, at moment: Moment, in reading: Reading, _ progress: (ImportProgress) -> Void) throws
        -> ExportOutcome
    {
        let columns = try ExportColumns(query.register, book, permission, language, in: reading)
        let rows = ExportRows(query, book.catalogue, permission)
        let total = try rows.count(in: reading)
        let day = moment.day(offset: book.store.offset) ?? .first
        let sheet: any ExportSheet =
            switch form {
            case .csv: try CSVExport(path: path)
            case .workbook: try WorkbookExport(path: path, title: query.register.name(language), made: day)
            }
        try sheet.begin(query.register.name(language), columns)
        var done = 0
        try rows.forEach(in: reading) { row in
            try sheet.row(columns.cells(row))
            done += 1
            if done % 5000 == 0 { progress(ImportProgress(phase: .filing, done: done, total: total)) }
        }
        let outcome = ExportOutcome(
            rows: done, about: try ExportWords(self, columns, rows: done, at: moment).about(in: reading), path: path)
        try sheet.end(outcome.about, language)
        progress(ImportProgress(phase: .filing, done: done, total: total))
        return outcome
    }
}

/// What an export came to.
public struct ExportOutcome: Sendable {
    /// How many records it holds.
    public let rows: Int
    /// What it holds, in words, line by line: register, condition, as-of, count, when and by whom, what is left out.
    public let about: [(name: Words, text: Words)]
    public let path: String

    /// `导出 1708 条：企业库，区域是核心区。`
    public var words: Words {
        let shown = about.prefix(2)
        return Words(
            zh: "导出 \(rows) 条：\(shown.map(\.text.zh).joined(separator: "，"))。",
            en: "Exported \(rows) records: \(shown.map(\.text.en).joined(separator: ", ")).")
    }
}
