public import Foundation
import Indicators
import Storage

/// A filled form for programs: every cell with what was matched, how surely, what was put there, and why others stayed blank. Numbers
/// are decimal strings, never binary ones.
public struct FilledJSON {
    private let form: FilledForm

    public init(_ form: FilledForm) { self.form = form }

    /// The JSON, its keys in order.
    public func data() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(
            Whole(
                file: form.file, titles: form.titles, period: form.period.description, asOf: form.asOf, change: form.change,
                filled: form.filled.count, gaps: form.gaps.count, notes: form.notes, cells: form.cells.map { Cell($0) }))
    }

    private struct Whole: Encodable {
        var file: String
        var titles: [String]
        var period: String
        var asOf: Int64?
        var change: Int64
        var filled: Int
        var gaps: Int
        var notes: [Words]
        var cells: [Cell]
    }

    private struct Cell: Encodable {
        var sheet, cell, row, column, measure, scope, certainty: String
        var by, member, unit, value, exact, exactUnit, period: String?
        var status: FigureStatus?
        var records: Int?
        var gap: FilledCell.Gap?
        var why, name, owner, register, completeness: Words?

        init(_ cell: FilledCell) {
            (sheet, self.cell, row, column) = (cell.sheet, cell.place.description, cell.row, cell.column)
            (measure, scope, certainty) = (cell.rule.measure, cell.rule.scope.text, cell.certainty.rawValue)
            (by, member) = (cell.rule.by?.text, cell.member)
            unit = cell.rule.unit.isEmpty ? nil : cell.rule.unit
            value = cell.value == nil ? nil : cell.written
            exact = cell.exact.isEmpty ? nil : cell.exact
            exactUnit = cell.exactUnit.isEmpty ? nil : cell.exactUnit
            period = cell.period?.description
            (status, records, gap, why) = (cell.status, cell.records, cell.gap, cell.why)
            (name, owner, register, completeness) = (cell.name, cell.owner, cell.register, cell.completeness)
        }
    }
}
