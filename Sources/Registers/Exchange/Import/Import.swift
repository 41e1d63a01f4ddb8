import Crypto
public import Storage
import Formats

/// A file that is brought into a register: tried first, then written as one change, or not at all.
///
/// Everything is read and checked outside the transaction and written inside, so a file of any size holds up nobody and
/// an import that is stopped leaves nothing. The same file brought in the same way changes nothing.
public struct Import: Sendable {
    public let book: Book
    public let register: Register
    public let permission: Permission
    public let file: ImportFile
    public let map: ImportMap
    public let options: ImportOptions
    /// Whether usual rows may take the short way; both ways must come to the same.
    var takesShortWay = true

    public init(
        _ file: ImportFile, into register: Register, of book: Book, _ permission: Permission, map: ImportMap = .none,
        options: ImportOptions = ImportOptions()
    ) {
        self.file = file
        self.register = register
        self.book = book
        self.permission = permission
        self.map = map
        self.options = options
    }

    /// Reads and checks every row and writes nothing. Throws `Invalid` where the file as a whole can't be read, and `Refused`.
    public func dryrun(_ progress: (ImportProgress) -> Void = { _ in }) throws -> ImportOutcome {
        try permission.demandWriting(register)
        if let earlier = try repeated() { return earlier }
        let checked = try book.store.read { try check(in: $0, keepsRows: false, progress) }
        var outcome = checked.outcome
        outcome.columns = checked.matching.columns
        outcome.isDryrun = true
        return outcome
    }

    /// Writes a workbook of the rows that are not taken, with the reasons, and nothing into the book.
    public func fileReturned(to path: String, at moment: Moment) throws {
        try permission.demandWriting(register)
        let checked = try book.store.read { try check(in: $0, keepsRows: true) { _ in } }
        try ReturnedWorkbook(checked.matching, file.name).write(checked.returned, to: path, at: moment, offset: book.store.offset)
    }

    /// Writes the file as one change at a moment. Throws `Invalid` where the file as a whole can't be read, and `Refused`; rows that are
    /// wrong are told in the outcome.
    public func run(at moment: Moment, _ progress: (ImportProgress) -> Void = { _ in }) throws -> ImportOutcome {
        try permission.demandWriting(register)
        if let earlier = try repeated() { return earlier }
        let checked = try book.store.read { try check(in: $0, keepsRows: true, progress) }
        var outcome = checked.outcome
        if outcome.isStopped { return outcome }
        if outcome.returned > 0, let path = returnedPath {
            progress(ImportProgress(phase: .filing, done: 0, total: outcome.returned))
            try ReturnedWorkbook(checked.matching, file.name).write(checked.returned, to: path, at: moment, offset: book.store.offset)
            outcome.returnedPath = path
        }
        do {
            try write(checked, as: &outcome, at: moment, progress)
        } catch {
            if let path = outcome.returnedPath { try? ReturnedWorkbook.remove(path) }
            throw error
        }
        return outcome
    }

    private func write(_ checked: CheckedFile, as outcome: inout ImportOutcome, at moment: Moment, _ progress: (ImportProgress) -> Void) throws {
        var batch = checked.batch
        progress(ImportProgress(phase: .writing, done: 0, total: outcome.accepted))
        let reason = options.reason ?? "导入“\(register.name.zh)”：\(file.name)"
        // Rows that were returned may be good once the book has what they refer to; then it is another import.
        let wanted = outcome.returned == 0 ? key : "\(key)+\(outcome.accepted)"
        let key = try book.store.read { try standing(wanted, $0).key }
        let intent = Intent(subject: permission.subject.name, reason: reason, kind: "import", key: key, at: moment)
        let committed = try book.store.write(intent) { writing in
            try checked.lane?.write(in: writing)
            _ = try batch?.write(checked.rows, in: writing)
        }
        outcome.wasRepeated = committed.wasRepeated
        if committed.wasRepeated || outcome.added + outcome.changed > 0 { outcome.change = committed.change.number }
        progress(ImportProgress(phase: .writing, done: outcome.accepted, total: outcome.accepted))
    }

    /// What makes two imports the same: content, register, map and options.
    var key: String {
        var hash = SHA256()
        hash.update(data: file.digest)
        for part in [register.id.text, map.text, options.isPartial ? "partial" : "all"] {
            hash.update(data: Array("\(part.utf8.count):\(part)".utf8))
        }
        return "import-" + hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The outcome where the same was imported before.
    private func repeated() throws -> ImportOutcome? {
        guard let change = try book.store.read({ try standing(self.key, $0).change }) else { return nil }
        var outcome = ImportOutcome()
        outcome.wasRepeated = true
        outcome.change = change.number
        return outcome
    }

    /// The key under which this import would be written now, and the change that bears it already. An import that was undone
    /// may be made again, under another key.
    private func standing(_ first: String, _ reading: Reading) throws -> (key: String, change: Change?) {
        var key = first
        while let change = try reading.change(key: key) {
            guard let undo = try undoing(change, reading) else { return (key, change) }
            key = "\(first)-after-\(undo)"
        }
        return (key, nil)
    }

    /// The change that undid another, which replaces all that the other wrote.
    private func undoing(_ change: Change, _ reading: Reading) throws -> Int64? {
        let table = register.table
        guard try reading.value("SELECT count(*) FROM \(table.current) WHERE since = \(change.number)") == 0 else { return nil }
        let untils = try reading.rows(
            "SELECT DISTINCT until FROM \(table.past) WHERE since = \(change.number) \(reading.dialect.limit(2, offset: 0))")
        guard untils.count == 1, let number = untils.first?.integer(at: 0) else { return nil }
        return try reading.change(number: number)?.kind == "undo" ? number : nil
    }

    /// Where the workbook of returned rows goes: where it was told, or beside the input under a name that is free.
    private var returnedPath: String? {
        options.returnedPath ?? file.path.map { ReturnedWorkbook.free(beside: $0) }
    }
}
