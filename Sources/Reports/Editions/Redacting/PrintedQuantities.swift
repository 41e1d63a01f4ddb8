import Indicators
import Registers
import Storage

/// The numbers that a report prints, under names that are the same for the same number, and where each stands.
struct PrintedQuantities {
    /// A number of the report.
    struct Quantity {
        /// `gross_output@2022`; for what only a record says, where it stands.
        var name: String
        /// As people call it.
        var words: Words
        /// Its slots, or its expression.
        var ids: Set<String>
        /// As it is printed: 742.31; nil for a day, a name or a word.
        var value: Amount?
        /// How many decimals are printed.
        var places: Int
        /// Half of the last printed place; nought for what is counted.
        var half: Amount { places == 0 && unit != "%" ? .zero : Amount(units: 5, places: places + 1) }
        var unit: String?
        /// How many reported it; nil where nobody is expected.
        var reported: Int?
        /// Whether it says by itself that a number is nought or that there is none to compare with: 持平, 新增.
        var isTelling: Bool
        /// Where it first stands, counted.
        var order: Int
    }

    /// Where a stretch stands: the block, of a table or chart its row and cell, and the stretch in it.
    struct Place: Hashable {
        var block: Int
        var row = 0
        var cell = 0
        var run: Int
    }

    private(set) var all: [String: Quantity] = [:]
    /// The numbers of each sentence and of each row of a table.
    private(set) var groups: [[String]] = []
    /// The numbers of each column of a table, and those of one unit that a list says of its records.
    private(set) var columns: [[String]] = []
    private var names: [Place: String] = [:]

    init(_ report: CompiledReport) {
        for (index, block) in report.blocks.enumerated() {
            switch block.kind {
            case .table(let rows): take(rows, index, report)
            case .chart(let chart): take(chart.rows, index, report)
            default: take(block.runs, index, report)
            }
        }
    }

    /// The number at a place; nil where none stands there.
    func name(at place: Place) -> String? { names[place] }

    /// The number that a figure is.
    static func name(_ mark: FigureMark) -> String {
        name(mark.expression, mark.figure?.period ?? mark.period, mark.figure?.scope ?? "park")
    }

    /// The name of a number: whatever an expression says of its period has been done, since the period is that of the value.
    static func name(_ expression: String, _ period: Period, _ scope: Name = "park") -> String {
        "\(expression)@\(period)" + (scope == "park" ? "" : "@\(scope.text)")
    }

    /// The name of a figure that another was computed from.
    static func name(_ operand: Figure.Operand, _ scope: Name) -> String {
        name(operand.name.hasSuffix(".prior") ? String(operand.name.dropLast(6)) : operand.name, operand.period, scope)
    }

    // MARK: reading

    private mutating func take(_ runs: [ReportRun], _ block: Int, _ report: CompiledReport) {
        var sentence: [String] = []
        var lists: [String: [String]] = [:]
        for (index, run) in runs.enumerated() {
            if let name = take(run, Place(block: block, run: index), report) {
                sentence.append(name)
                let next = index + 1 < runs.count ? String(runs[index + 1].text.prefix(2)) : ""
                lists[next, default: []].append(name)
            } else if run.text.contains(where: { "。；！".contains($0) }) {
                groups.append(sentence)
                sentence = []
            }
        }
        groups.append(sentence)
        columns += lists.sorted { $0.key < $1.key }.map(\.value)
    }

    private mutating func take(_ rows: [[[ReportRun]]], _ block: Int, _ report: CompiledReport) {
        var down: [Int: [String]] = [:]
        for (row, cells) in rows.enumerated() {
            var across: [String] = []
            for (cell, runs) in cells.enumerated() {
                for (index, run) in runs.enumerated() {
                    guard let name = take(run, Place(block: block, row: row, cell: cell, run: index), report) else { continue }
                    across.append(name)
                    down[cell, default: []].append(name)
                }
            }
            groups.append(across)
        }
        columns += down.sorted { $0.key < $1.key }.map(\.value)
    }

    private mutating func take(_ run: ReportRun, _ place: Place, _ report: CompiledReport) -> String? {
        let at = "\(place.block).\(place.row).\(place.cell).\(place.run)"
        if let mark = run.figure {
            guard mark.record == nil else { return nil }
            var made = quantity(PrintedQuantities.name(mark), mark, run.text, report)
            // What a list says of each record bears the name of the whole, but not its value.
            if let known = all[made.name], known.value != made.value { made.name += "#\(at)" }
            all[made.name, default: made].ids.insert(report.printedID(mark))
            names[place] = made.name
            return made.name
        }
        guard case .vouched = run.kind, let value = Amount(run.text), run.text.contains(where: \.isNumber) else { return nil }
        let name = "#\(at)"
        let words = Words(zh: "所列的\(run.text)", en: "\(run.text) as listed")
        all[name] = Quantity(
            name: name, words: words, ids: [], value: value, places: value.neededPlaces, unit: nil, reported: nil,
            isTelling: false, order: all.count)
        names[place] = name
        return name
    }

    private func quantity(_ name: String, _ mark: FigureMark, _ text: String, _ report: CompiledReport) -> Quantity {
        let figure = mark.figure
        var value: Amount?
        var isWord = false
        switch figure?.value {
        case .amount(let amount): value = Amount(AmountText.rounded(amount, places: figure?.places ?? 0))
        case .word: isWord = true
        case nil: value = Amount(text)
        default: break
        }
        return Quantity(
            name: name, words: figure?.name ?? mark.finding.flatMap { report.claim($0)?.text } ?? Words(zh: mark.expression, en: mark.expression),
            ids: [], value: value, places: figure?.places ?? 0, unit: figure?.unit, reported: figure?.reported,
            isTelling: isWord || value?.isZero ?? false, order: all.count)
    }
}
