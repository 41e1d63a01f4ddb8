import Formats
import Foundation
import Storage

/// Writes returned rows as they came, with a column that says why and the faulty cells marked, so that they can be put right and imported.
struct ReturnedWorkbook {
    private let matching: Matching
    private let file: String

    /// The header of the added column; an import passes over it.
    static let reasonHeader = "退回原因"

    init(_ matching: Matching, _ file: String) {
        self.matching = matching
        self.file = file
    }

    /// Throws `Invalid` where the workbook can't be written.
    func write(_ rows: [ReturnedRow], to path: String, at moment: Moment, offset: Int) throws {
        let day = moment.day(offset: offset) ?? .first
        do {
            let writer = try XLSXWriter(path: path, title: "\(file) 退回的行", author: "园簿", made: (day.year, day.month, day.day))
            let width = max(matching.headers.count, rows.map(\.cells.count).max() ?? 0)
            let titles = (0..<width).map { matching.headers.indices.contains($0) ? matching.headers[$0] : "" }
            let isAgain = titles.last == ReturnedWorkbook.reasonHeader
            let kept = isAgain ? width - 1 : width
            try writer.sheet("退回的行", titles.prefix(kept).map { XLSXColumn($0) } + [XLSXColumn(ReturnedWorkbook.reasonHeader, width: 60)])
            for row in rows {
                var cells = (0..<kept).map { row.cells.indices.contains($0) ? cut(row.cells[$0]) : .empty }
                cells.append(.text(String(row.reasons.map { $0.text(.zh) }.joined(separator: "\n").prefix(8000))))
                var faults: [Int: String] = [:]
                for reason in row.reasons {
                    guard let place = reason.place, place < kept else { continue }
                    faults[place] = String(((faults[place].map { $0 + "\n" } ?? "") + reason.fault.words.zh).prefix(1000))
                }
                try writer.row(cells, faults: faults)
            }
            try writer.close()
        } catch let error as FormatError {
            throw Invalid(error, file: URL(fileURLWithPath: path).lastPathComponent)
        }
    }

    /// A text that a workbook's cell can take.
    private func cut(_ cell: SheetCell) -> SheetCell {
        guard case .text(let text) = cell, text.utf8.count > 32_000 else { return cell }
        return .text(String(text.unicodeScalars.prefix(32_000)))
    }

    /// A name beside the input that nothing bears yet: `台账-退回.xlsx`, `台账-退回2.xlsx`.
    static func free(beside path: String) -> String {
        let stem = URL(fileURLWithPath: path).deletingPathExtension().path
        for number in 1...1000 {
            let candidate = "\(stem)-退回\(number == 1 ? "" : String(number)).xlsx"
            if !FileManager.default.fileExists(atPath: candidate) { return candidate }
        }
        return "\(stem)-退回.xlsx"
    }

    static func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: path) }
}
