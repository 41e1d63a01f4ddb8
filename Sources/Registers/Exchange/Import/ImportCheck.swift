import Formats
import Storage

/// What the reading of a file came to: the rows that may be written, and those that may not.
struct CheckedFile {
    var outcome = ImportOutcome()
    var matching = Matching()
    /// Rows that are good, where they are kept.
    var rows: [PreparedRow] = []
    /// What writes them: it has looked up the references already.
    var batch: RecordBatch?
    /// The rows that went the short way.
    var lane: BulkLane?
    /// Rows that are returned, with their cells where they are kept.
    var returned: [ReturnedRow] = []
}

extension Import {
    /// Reads and checks the whole file on one snapshot of the book.
    func check(in reading: Reading, keepsRows: Bool, _ progress: (ImportProgress) -> Void) throws -> CheckedFile {
        do {
            let sheet = try file.opened(sheet: map.sheet)
            let matcher = Matcher(register, map, permission)
            let header = try Header.find(
                in: sheet.reader, told: map.headerRow, knows: matcher.knows, wanted: matcher.wanted.map(\.name), file: file.name)
            let merged = header.texts.contains(where: \.isEmpty) ? try sheet.merged(in: header.row) : []
            let matching = try matcher.match(header, merged: merged)
            var checker = try RowChecker(self, matching, header, keepsRows: keepsRows, sheet: sheet, in: reading)
            func advance() {
                if checker.count % 5000 == 0 { progress(ImportProgress(phase: .checking, done: checker.count, total: nil)) }
            }
            progress(ImportProgress(phase: .checking, done: 0, total: nil))
            for row in header.waiting { try checker.take(row) }
            switch sheet {
            case .text(let reader):
                try reader.forEachRow { row in
                    try checker.take(row)
                    advance()
                }
            case .workbook(_, let reader):
                while let row = try reader.next() {
                    try checker.take(usual: row)
                    advance()
                }
            }
            let checked = try checker.finished()
            progress(ImportProgress(phase: .checking, done: checked.outcome.read, total: checked.outcome.read))
            return checked
        } catch let error as FormatError {
            throw Invalid(error, file: file.name)
        }
    }
}
