import Formats
import Foundation
import Registers
public import Storage

/// Writes a comparison to a workbook: its rows, and a second sheet that says in words what they are.
public struct ComparedWorkbook {
    private let compared: Compared
    private let language: Language

    public init(_ compared: Compared, _ language: Language = .zh) {
        self.compared = compared
        self.language = language
    }

    /// Throws `Invalid` where the workbook can't be written.
    public func write(to path: String, made day: Day) throws {
        let isChinese = language == .zh
        let unit = compared.unit.map { isChinese ? "（\($0.symbol)）" : " (\($0.symbol))" } ?? ""
        do {
            let writer = try XLSXWriter(
                path: path, title: compared.name(language) + (isChinese ? "对数单" : ", compared"), author: "园簿", made: (day.year, day.month, day.day))
            try writer.sheet(
                isChinese ? "对数单" : "Comparison",
                [
                    XLSXColumn(compared.key(language), width: 24), XLSXColumn(isChinese ? "名称" : "Name", width: 36),
                    XLSXColumn((isChinese ? "我方" : "Ours") + unit, width: 18), XLSXColumn((isChinese ? "对方" : "Theirs") + unit, width: 18),
                    XLSXColumn((isChinese ? "差额" : "Difference") + unit, width: 18), XLSXColumn(isChinese ? "情况" : "Standing", width: 20),
                ])
            for row in compared.result.rows {
                try writer.row([
                    .text(row.key.uppercased()), .text(row.title), cell(row.ours), cell(row.theirs), cell(row.difference),
                    .text(row.standing.words(language)),
                ])
            }
            try writer.row([
                .text(isChinese ? "合计" : "Total"), .empty, cell(compared.result.ours), cell(compared.result.theirs),
                cell(compared.result.difference), .empty,
            ])
            try writer.sheet(isChinese ? "说明" : "About", [XLSXColumn(isChinese ? "说明" : "About", width: 100)])
            for line in try compared.summary() { try writer.row([.text(line(language))]) }
            try writer.close()
        } catch let error as FormatError {
            throw Invalid(error, file: URL(fileURLWithPath: path).lastPathComponent)
        }
    }

    private func cell(_ amount: Amount?) -> SheetCell {
        guard let amount else { return .empty }
        let text = amount.description
        return text.contains("/") ? .text(text) : .number(text)
    }
}
