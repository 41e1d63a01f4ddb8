import Indicators
import Registers
import Storage

/// A report without what was hidden: its text alone, with nothing behind it that could be opened, unrolled or added up again.
struct RedactedReport {
    private let report: CompiledReport
    private let hidden: Set<String>
    private let quantities: PrintedQuantities
    private var names: NameMasks?
    /// The printed forms of hidden numbers, where a writer typed one by hand.
    private let typed: Set<String>

    /// What stands for every hidden number, however many digits it has.
    static let mask = "***"

    init(_ report: CompiledReport, hiding plan: MaskPlan, _ quantities: PrintedQuantities, names: NameMasks?) {
        self.report = report
        self.names = names
        self.quantities = quantities
        hidden = plan.names
        typed = Set(
            plan.names.compactMap { quantities.all[$0] }.compactMap { number in
                number.value.flatMap { value in number.unit.map { AmountText.rounded(value, places: value.neededPlaces) + $0 } }
            })
    }

    /// The names that were masked.
    var named: [NameMasks.Named] { names?.used ?? [] }

    /// Puts the report together again.
    mutating func made() -> CompiledReport {
        var made = report
        made.title = masked(report.title)
        made.blocks = report.blocks.enumerated().map { block($1, $0) }
        made.figures = report.figures.filter(\.isInText).map { figure($0) }
        made.printedFacts = report.printedFacts.filter(\.isInText).map { figure($0) }
        made.claims = []
        made.leftOut = []
        made.unsourced = []
        made.remarks = []
        made.edition = nil
        made.draft = nil
        return made
    }

    private mutating func block(_ block: ReportBlock, _ index: Int) -> ReportBlock {
        var made = block
        made.runs = block.runs.enumerated().map { run($1, .init(block: index, run: $0)) }
        switch block.kind {
        case .table(let rows):
            var cells: [[[ReportRun]]] = []
            for (row, columns) in rows.enumerated() {
                cells.append(
                    columns.enumerated().map { cell, runs in
                        runs.enumerated().map { run($1, .init(block: index, row: row, cell: cell, run: $0)) }
                    })
            }
            made.kind = .table(cells)
        case .chart(let chart): made.kind = .chart(self.chart(chart, index))
        default: break
        }
        return made
    }

    private mutating func chart(_ chart: ReportChart, _ index: Int) -> ReportChart {
        var made = chart
        made.title = masked(chart.title)
        made.categories = chart.categories.map { masked($0) }
        for (column, series) in chart.series.enumerated() {
            made.series[column].name = masked(series.name)
            for (row, point) in series.points.enumerated() {
                // As in the chart's own table: the head above, the category before.
                let place = PrintedQuantities.Place(block: index, row: row + 1, cell: column + 1, run: 0)
                // The height of a bar tells no more than its number.
                let height = isHidden(place) ? nil : point.amount.flatMap { Amount(AmountText.rounded($0, places: series.places)) }
                made.series[column].points[row] = ReportChart.Point(amount: height, run: run(point.run, place))
            }
        }
        return made
    }

    private func isHidden(_ place: PrintedQuantities.Place) -> Bool { quantities.name(at: place).map(hidden.contains) ?? false }

    private mutating func run(_ run: ReportRun, _ place: PrintedQuantities.Place) -> ReportRun {
        if isHidden(place) { return ReportRun(RedactedReport.covered(run.text), .vouched) }
        if case .unsourced = run.kind, typed.contains(run.text) { return ReportRun(RedactedReport.covered(run.text), .vouched) }
        return ReportRun(masked(run.text), .vouched)
    }

    private mutating func masked(_ text: String) -> String { names?.masked(text) ?? text }

    private mutating func figure(_ figure: SlotFigure) -> SlotFigure {
        var made = figure
        made.figures = []
        made.operands = []
        made.rows = 0
        made.expected = nil
        made.reported = nil
        let isHidden = hidden.contains { quantities.all[$0]?.ids.contains(figure.slot) ?? false }
        if isHidden {
            made.value = nil
            made.word = RedactedReport.mask
            made.printed = RedactedReport.covered(figure.printed)
            made.unit = figure.unit
        } else {
            made.printed = masked(figure.printed)
            made.value = figure.value.map { _ in made.printed }
            made.word = figure.word.map { masked($0) }
        }
        return made
    }

    /// Every number in a stretch as the same mask; a word that says how two numbers compare becomes one that doesn't.
    static func covered(_ text: String) -> String {
        guard text.contains(where: { $0.isASCII && $0.isNumber }) else {
            return text.contains { "平增降亏盈".contains($0) } ? "变动\(mask)" : mask
        }
        var result = ""
        var isNumber = false
        for letter in text {
            let isPart = letter.isASCII && letter.isNumber || isNumber && letter == "." || letter == "-" || letter == ","
            if isPart, !isNumber { result += mask }
            if !isPart { result.append(letter) }
            isNumber = isPart
        }
        return result
    }
}
