import Foundation
import Registers
import Storage
import Testing

/// Every register as CSV, as it leaves the book, read back by hand: rows of cells by the heads' labels, nothing computed.
struct Ledgers {
    private let tables: [String: [[String: String]]]

    init(_ park: OpenPark, asOf: Int64? = nil) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("export-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var tables: [String: [[String: String]]] = [:]
        for register in park.book.catalogue.registers {
            let path = folder.appendingPathComponent("\(register.id.text).csv").path
            var query = Query(register)
            query.asOf = asOf
            _ = try Export(query, of: park.book, .console).write(to: path, as: .csv, at: ExportDay.end)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            tables[register.id.text] = Ledgers.read(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
        }
        self.tables = tables
    }

    subscript(register: String) -> [[String: String]] { tables[register] ?? [] }

    /// Reads commas, quotes and line ends, and drops the unit from each head.
    static func read(_ text: String) -> [[String: String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        var wasQuote = false
        for character in text {
            if isQuoted {
                if character == "\"" { (isQuoted, wasQuote) = (false, true) } else { cell.append(character) }
                continue
            }
            if character == "\"" {
                if wasQuote { cell.append("\"") }
                (isQuoted, wasQuote) = (true, false)
                continue
            }
            wasQuote = false
            switch character {
            case ",":
                row.append(cell)
                cell = ""
            case "\n", "\r\n", "\r":
                rows.append(row + [cell])
                (row, cell) = ([], "")
            default: cell.append(character)
            }
        }
        if !cell.isEmpty || !row.isEmpty { rows.append(row + [cell]) }
        guard let heads = rows.first?.map({ head in String(head.prefix { $0 != "（" }) == "" ? head : Ledgers.label(head) }) else { return [] }
        return rows.dropFirst().map { cells in Dictionary(zip(heads, cells)) { first, _ in first } }
    }

    /// `工业总产值（万元）` is 工业总产值; 区域（当时） stays.
    private static func label(_ head: String) -> String {
        let units = [
            "万元", "亿元", "元", "%", "家", "人", "年", "个", "批", "亩", "平方米", "万吨", "万千瓦时", "万立方米", "立方米", "吨标准煤", "名", "头", "只", "人次", "公斤", "公顷",
            "个月", "亩", "千瓦", "分钟", "次", "届",
        ]
        for unit in units where head.hasSuffix("（\(unit)）") { return String(head.dropLast(unit.count + 2)) }
        return head
    }
}

enum ExportDay {
    /// When the exports are dated; it doesn't matter.
    static let end = Moment(milliseconds: 1_675_209_600_000)
}
