public import Formats
import Foundation
public import Indicators
import Registers
public import Storage

/// 数据来源: for every cell that was filled, which figure it is, of what period and scope, out of which records, as known at which change;
/// and below them the cells that stayed blank, with whose they are.
public struct FilledSources {
    private let form: FilledForm
    private let catalogue: Catalogue

    public init(_ form: FilledForm, _ figures: Figures) {
        self.form = form
        catalogue = figures.book.catalogue
    }

    static let columns: [(title: String, width: Double)] = [
        ("工作表", 12), ("单元格", 8), ("行", 28), ("列", 24), ("填入", 14), ("指标", 24), ("表达式", 30), ("所指记录", 24), ("期间", 14), ("统计范围", 12), ("指标值（未舍入）", 22),
        ("单位", 10), ("性质", 14), ("记录", 22), ("截至变更号", 12), ("对应依据", 12), ("说明", 36), ("责任部门", 16),
    ]

    /// As a sheet to put behind those of the form.
    public var sheet: FormAddedSheet {
        FormAddedSheet("数据来源", widths: FilledSources.columns.map(\.width), rows: [FilledSources.columns.map { .text($0.title) }] + rows)
    }

    /// As a workbook of its own. Throws `Invalid` where it can't be written.
    public func write(to path: String, made day: Day) throws {
        do {
            let writer = try XLSXWriter(path: path, title: "数据来源", author: "园簿", made: (day.year, day.month, day.day))
            try writer.sheet("数据来源", FilledSources.columns.map { XLSXColumn($0.title, width: $0.width) })
            for row in rows { try writer.row(row) }
            try writer.close()
        } catch let error as FormatError {
            throw Invalid(error, file: URL(fileURLWithPath: path).lastPathComponent)
        }
    }

    private var rows: [[SheetCell]] {
        (form.filled + form.gaps).map { cell in
            let scope = cell.rule.isNothing ? "" : catalogue.scope(cell.rule.scope)?.name.zh ?? cell.rule.scope.text
            let records = cell.records.map { "\(cell.register?.zh ?? "") \($0) 条" } ?? ""
            let change = cell.value == nil ? "" : String(form.asOf ?? form.change)
            let notes = [cell.gap?.words.zh, cell.gap == nil ? nil : cell.why?.zh, cell.completeness?.zh].compactMap { $0 }
            return [
                .text(cell.sheet), .text(cell.place.description), .text(cell.row), .text(cell.column), .text(cell.written),
                .text(cell.name?.zh ?? ""),
                .text(cell.rule.measure), .text(cell.member ?? ""), .text(cell.period?.words.zh ?? ""), .text(scope),
                exact(cell), .text(cell.exactUnit), .text(cell.status?.words.zh ?? ""), .text(Narrow.trimmed(records)),
                .text(change), .text(cell.certainty.words.zh), .text(notes.joined(separator: "；")), .text(cell.owner?.zh ?? ""),
            ].map { $0 == .text("") ? .empty : $0 }
        }
    }

    private func exact(_ cell: FilledCell) -> SheetCell {
        Amount(cell.exact) == nil ? .text(cell.exact) : .number(cell.exact)
    }
}
