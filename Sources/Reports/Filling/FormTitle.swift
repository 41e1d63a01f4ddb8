import Formats
import Indicators
import Registers

/// What a form is called, without the month that it is for: by this it is known again.
struct FormTitle {
    /// As it stands there.
    let written: String
    /// Without dates, in the form in which labels are compared.
    let lasting: String
    /// The units that a line of the form gives for all of it.
    let units: TableUnits
    /// Words of time in the title.
    let words: LabelWords
    /// The month that the title names, where it is another one than is filled.
    let isOther: Bool

    /// How many rows a title may stand in.
    private static let depth = 8

    init(_ grid: FormGrid, _ period: Period) {
        var title: String?
        var units = TableUnits()
        for row in 1...max(1, min(FormTitle.depth, grid.last.row)) {
            for column in 1...max(1, grid.last.column) {
                let place = FormPlace(row: row, column: column)
                guard grid.anchor(place) == place, let label = grid.label(place) else { continue }
                units.read(label.text)
                if title == nil, label.text.count >= 4, label.text.count <= 60, !CellLabels.tellsUnit(label.text), !CellLabels.isNumbering(label.text)
                {
                    title = label.text
                }
            }
        }
        let name = title ?? grid.sheet.name
        written = name
        self.units = units
        words = LabelWords(name, period)
        let time = LabelTime(HeaderText.folded(name), period)
        isOther = time.isForeign || time.isPrior || (time.part != nil && period.kind == .month)
        var bare = time.rest
        for word in ["年度", "()", "(本月)", "(累计)"] { bare = bare.replacing(word, with: "") }
        lasting = bare.isEmpty ? HeaderText.folded(grid.sheet.name) : bare
    }
}
