import Formats
import Registers
import Storage

/// What stands beside and above a blank cell, the outermost first: by these it is known, and not by its place.
struct CellLabels: Hashable {
    var rows: [String]
    var columns: [String]
    /// The unit that a column of units gives the row.
    var rowUnit: String?
    /// It stands right below the head.
    var isFirst = false
    /// What a row of 其中 is a part of, as it stands above.
    var parent: String?
    /// The cell is in a column or a row that is not for figures: remarks, signatures.
    var isAside: Bool

    /// How many rows of a head, or columns of a stub, are looked at.
    private static let depth = 5

    init(_ place: FormPlace, in grid: FormGrid) {
        var found: [FormGrid.Label] = []
        let left = CellLabels.beside(place, in: grid)
        rowUnit = left.unit
        let stub = left.labels.last?.columns ?? left.labels.first?.columns
        var row = place.row - 1
        var headRow = 0
        while row >= 1, found.count < CellLabels.depth {
            let label = grid.label(FormPlace(row: row, column: place.column))
            // What goes over the stub as well is a section or the title, and a unit's line is no head.
            let isWide = label.map { label in label.columns.count > 1 && (stub.map { label.columns.lowerBound <= $0.lowerBound } ?? false) } ?? false
            if let label, !isWide, label.rows.contains(where: { grid.heads.contains($0) }), !CellLabels.isNumbering(label.text),
                !CellLabels.tellsUnit(label.text)
            {
                if found.last != label { found.append(label) }
                headRow = max(headRow, label.rows.upperBound)
            } else if headRow > 0 {
                break
            }
            row = (label?.rows.lowerBound ?? row) - 1
        }
        // Below a head may stand the numbers of its columns.
        isFirst = headRow > 0 && place.row <= headRow + 2
        columns = found.reversed().map(\.text)
        rows = left.labels.map(\.text)
        if let first = left.labels.last, CellLabels.isPart(first.text) {
            parent = (1..<max(place.row, 2)).reversed().lazy
                .compactMap { grid.label(FormPlace(row: $0, column: first.columns.lowerBound))?.text }.first { !CellLabels.isPart($0) }
        }
        isAside =
            columns.contains { CellLabels.asides.contains(HeaderText($0).whole) }
            || rows.contains { row in CellLabels.signatures.contains { HeaderText.folded(row).hasPrefix($0) } }
            || rows.contains { CellLabels.stubs.contains(HeaderText($0).whole) }
    }

    private static func beside(_ place: FormPlace, in grid: FormGrid) -> (labels: [FormGrid.Label], unit: String?) {
        var found: [FormGrid.Label] = []
        var unit: String?
        var column = place.column - 1
        var isStub = false
        while column >= 1, found.count < depth {
            let at = FormPlace(row: place.row, column: column)
            let label = grid.label(at)
            let isNumber = label == nil && !grid.sheet.cell(grid.anchor(at)).content.isBlank
            if let label, isNumbering(label.text) || tellsUnit(label.text) {
                column = label.columns.lowerBound - 1
                continue
            }
            if let label {
                if Unit(Narrow.text(label.text)) != nil || grid.unitColumns.contains(column) {
                    unit = unit ?? Narrow.text(label.text)
                } else if found.last != label {
                    found.append(label)
                }
                isStub = true
            } else if isStub, !isNumber {
                break
            }
            column = (label?.columns.lowerBound ?? column) - 1
        }
        return (found.reversed(), unit)
    }

    /// 甲, 乙, 01, (3), 3=1+2: the number of a row or a column.
    static func isNumbering(_ text: String) -> Bool {
        let folded = HeaderText.folded(text)
        if ["甲", "乙", "丙", "丁", "戊"].contains(folded) { return true }
        return !folded.isEmpty && folded.allSatisfy { $0.isASCII && !$0.isLetter } && folded.contains { $0.isNumber }
    }

    private static func isPart(_ text: String) -> Bool { HeaderText.folded(text).hasPrefix("其中") }

    static func tellsUnit(_ text: String) -> Bool {
        var units = TableUnits()
        units.read(text)
        let folded = HeaderText.folded(text)
        return !units.units.isEmpty || folded.hasPrefix("单位:") || folded.hasPrefix("计量单位:")
    }

    private static let asides: Set<String> = [
        "备注", "说明", "序号", "代码", "指标代码", "计量单位", "单位", "指标解释", "填报说明", "原因", "原因说明", "变动原因", "指标名称", "指标", "企业名称", "单位名称",
        "项目名称", "名称", "联系人", "联系电话", "责任单位", "责任部门",
    ]
    private static let signatures = [
        "单位负责人", "负责人", "统计负责人", "填表人", "制表人", "制表", "审核", "联系电话", "电话", "报出日期", "填报日期", "填报单位", "填报单位(盖章)", "填报时间", "说明:", "备注:",
        "注:", "注1", "主管领导", "分管领导", "联系人", "日期", "盖章", "复核", "报送单位", "表号", "制定机关", "批准机关", "批准文号", "有效期", "备案文号",
    ]
    private static let stubs: Set<String> = ["指标名称", "指标", "项目", "企业名称", "单位名称", "序号", "名称", "计量单位", "代码", "备注"]
}
