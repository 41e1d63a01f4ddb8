import Formats
import Foundation

/// One CSV file of the sample park's content, its first row the heads.
struct ContentFile {
    let name: String
    let heads: [String]
    let rows: [ContentRow]

    init(_ folder: URL, _ name: String) throws {
        self.name = name
        let reader = try CSVReader(path: folder.appendingPathComponent(name).path, encoding: .utf8, separator: .comma)
        var heads: [String]?
        var rows: [ContentRow] = []
        try reader.forEachRow { row in
            guard let heads else {
                heads = row.strings
                return
            }
            guard row.count == heads.count else {
                throw SampleError(name, row.line, zh: "有 \(row.count) 格，表头有 \(heads.count) 栏。", en: "\(row.count) cells under \(heads.count) heads.")
            }
            var cells: [String: String] = [:]
            for (head, cell) in zip(heads, row.strings) where !cell.isEmpty { cells[head] = cell }
            rows.append(ContentRow(file: name, line: row.line, cells: cells))
        }
        self.heads = heads ?? []
        self.rows = rows
    }
}
