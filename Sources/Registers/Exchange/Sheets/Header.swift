import Formats
import Storage

/// The row that names the columns, found below whatever title a ledger has above it.
struct Header: Sendable {
    /// The row as a spreadsheet counts it, from 1.
    let row: Int
    let texts: [HeaderText]
    /// Units that a line above gives for the whole table.
    let units: TableUnits
    /// The rows that were read and come after it.
    let waiting: [SheetRow]

    /// How many rows are looked at.
    static let depth = 20

    /// Reads to the row of which most cells are known names. Throws `Invalid` where there is none.
    static func find(in reader: any SheetReader, told: Int?, knows: (HeaderText) -> Bool, wanted: [Words], file: String) throws -> Header {
        var rows: [SheetRow] = []
        while rows.last.map({ $0.number < max(depth, told ?? 0) }) ?? true, let row = try reader.next() { rows.append(row) }
        guard let first = rows.first else {
            throw Invalid(Fault(zh: "文件“\(file)”里没有内容。", en: "There is nothing in the file “\(file)”."))
        }
        var best: (place: Int, known: Int)?
        for (place, row) in rows.enumerated() where told.map({ $0 == row.number }) ?? (row.number <= depth) {
            let known = row.cells.count { cell in
                guard case .text(let text) = cell, text.utf8.count <= longest else { return false }
                return knows(HeaderText(text))
            }
            if known > best?.known ?? (told == nil ? 0 : -1) { best = (place, known) }
        }
        guard let best else { throw Invalid(missing(first, told: told, wanted: wanted)) }
        var units = TableUnits()
        for row in rows[..<best.place] {
            for case .text(let text) in row.cells where text.utf8.count <= longest { units.read(text) }
        }
        return Header(
            row: rows[best.place].number, texts: rows[best.place].cells.map { HeaderText(String($0.plain.prefix(longest))) }, units: units,
            waiting: Array(rows[(best.place + 1)...]))
    }

    /// Whether a row says the same as the header: pasted ledgers repeat theirs.
    func isRepeated(in row: SheetRow) -> Bool {
        guard row.cells.count == texts.count else { return false }
        return zip(row.cells, texts).allSatisfy { cell, text in
            switch cell {
            case .text(let written): Narrow.trimmed(written) == text.written || HeaderText(written) == text
            case .empty: text.isEmpty
            default: false
            }
        }
    }

    /// No label is longer than this, in bytes.
    private static let longest = 400

    private static func missing(_ first: SheetRow, told: Int?, wanted: [Words]) -> Fault {
        let found = first.cells.filter { !$0.isBlank }.prefix(8).map { String($0.plain.prefix(20)) }
        let place =
            told.map { ("第 \($0) 行不是表头", "Row \($0) is no header") } ?? ("前 \(depth) 行里没有认出表头", "No header was found in the first \(depth) rows")
        return Fault(
            zh: "\(place.0)。第 \(first.number) 行是：\(found.joined(separator: "、"))。表头应写栏目名称，至少要有：\(wanted.map(\.zh).joined(separator: "、"))。",
            en:
                "\(place.1). Row \(first.number) reads: \(found.joined(separator: ", ")). A header names the columns; it needs at least: \(wanted.map(\.en).joined(separator: ", "))."
        )
    }
}
