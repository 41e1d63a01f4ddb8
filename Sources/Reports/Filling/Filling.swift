public import Formats
public import Indicators
import Registers
public import Storage

/// Fills a superior's blank workbook out of the book (来表回填): every blank cell is matched to a figure by the labels beside and above
/// it. What a person confirmed goes first, then what the labels say word for word; anything less is proposed and stays blank.
public struct Filling {
    private let figures: Figures
    private let memory: FormMemory

    public init(_ figures: Figures) {
        self.figures = figures
        memory = FormMemory(figures.book, figures.permission)
    }

    /// What a form's cells come to in a period. Nothing is written.
    ///
    /// - Parameters:
    ///   - told: what a person says of cells with certain labels; it goes before what is remembered.
    ///   - asOf: the change up to which the book was known; nil for now.
    ///
    /// Throws `Refused` where the workbook is no form.
    public func fill(
        _ workbook: FormWorkbook, file: String, _ period: Period, told: [FormRule.Key: FormRule] = [:], asOf: Int64? = nil, in reading: Reading
    ) throws -> FilledForm {
        let remembered = try memory.rules(in: reading)
        let matching = FormMatching(
            figures: figures, period: period, names: IndicatorNames(figures), records: try NamedRecords(figures, asOf: asOf, in: reading))
        let computing = CellFigures(figures, asOf: asOf, reading)
        var (cells, titles, notes): ([FilledCell], [String], [Words]) = ([], [], [])
        var taken: Set<String> = []
        for sheet in workbook.sheets where !sheet.isHidden && sheet.last.row > 0 {
            let grid = try FormGrid(sheet)
            let title = FormTitle(grid, period)
            titles.append(title.written)
            if title.isOther {
                notes.append(
                    Words(
                        zh: "“\(sheet.name)”的标题是“\(title.written)”，所填期间是\(period.words.zh)，请核对。",
                        en: "The title of “\(sheet.name)” is “\(title.written)”, but \(period.words.en) is filled; see whether that is meant."))
            }
            // Two sheets under one title are told apart by their tabs.
            let form = taken.insert(title.lasting).inserted ? title.lasting : "\(title.lasting) / \(HeaderText.folded(sheet.name))"
            var count: [FormRule.Key: Int] = [:]
            for place in grid.blanks {
                let labels = CellLabels(place, in: grid)
                guard !labels.isAside, !labels.rows.isEmpty || !labels.columns.isEmpty else { continue }
                guard cells.count < Filling.most else { throw Filling.tooMany }
                let match = matching.match(labels, title: title)
                var key = Filling.key(labels, form, match.member, period)
                count[key, default: 0] += 1
                if match.member == nil, let number = count[key], number > 1 { key.column += "#\(number)" }
                let known = told[key].map { ($0, Certainty.told) } ?? remembered[key].map { ($0, Certainty.remembered) }
                // A lone label says little, and rows without any are there to be written into.
                if labels.rows.isEmpty || labels.columns.isEmpty, known == nil, match.certainty == .unknown { continue }
                if labels.rows.isEmpty, !labels.isFirst { continue }
                var cell = FilledCell(
                    sheet: sheet.name, place: place, row: labels.rows.joined(separator: " / "), column: labels.columns.joined(separator: " / "),
                    key: key, rule: known?.0 ?? match.rule, certainty: known?.1 ?? match.certainty, why: known == nil ? match.why : nil,
                    member: match.member?.title)
                try settle(&cell, sheet, match, period, computing)
                cells.append(cell)
            }
        }
        if cells.isEmpty {
            notes.append(Words(zh: "表里没有找到要填的空格。", en: "No blank cell to fill was found."))
        }
        return FilledForm(
            file: file, titles: titles, period: period, asOf: asOf, change: try reading.lastChange().number, cells: cells, notes: notes)
    }

    private func settle(_ cell: inout FilledCell, _ sheet: FormSheet, _ match: FormMatch, _ period: Period, _ computing: CellFigures) throws {
        if let formula = try? FormulaParser.formula(cell.rule.measure, at: Place(file: "fill", line: 1, column: 1)) {
            computing.describe(&cell, nil, formula)
        }
        guard cell.certainty.fills else {
            cell.gap = cell.certainty == .proposed ? .proposed : .unknown
            return
        }
        let look = sheet.cell(cell.place).look
        if sheet.hiddenRows.contains(cell.place.row) || sheet.isHidden(column: cell.place.column) {
            (cell.gap, cell.why) = (.closed, Words(zh: "所在的行或列是隐藏的", en: "its row or column is hidden"))
        } else if sheet.isProtected, look.isLocked {
            (cell.gap, cell.why) = (.closed, Words(zh: "工作表有保护，这一格是锁定的", en: "the sheet is protected and the cell is locked"))
        } else {
            try computing.fill(&cell, look, match.member, period)
        }
    }

    /// By what a cell is known next month: rows that name records are all alike.
    private static func key(_ labels: CellLabels, _ form: String, _ member: NamedRecord?, _ period: Period) -> FormRule.Key {
        func lasting(_ texts: [String]) -> String {
            let text = texts.map { LabelWords.lasting($0, period) }.joined(separator: " / ")
            return text.isEmpty ? FormMemory.none : String(text.prefix(FormMemory.longest))
        }
        let parent = labels.parent.map { LabelWords.lasting($0, period) + ">" } ?? ""
        let row = member.map { "{\($0.register.text)}" } ?? parent + lasting(labels.rows)
        return FormRule.Key(
            form: String(form.prefix(FormMemory.longest)), row: String(row.prefix(FormMemory.longest)), column: lasting(labels.columns))
    }

    /// No form that people fill has more blank cells.
    private static let most = 20_000
    private static let tooMany = Refused(
        zh: "要填的空格超过 \(most) 个，不像人填的报表；请分开处理。", en: "There are over \(most) blank cells to fill, which is no form for people; split it.")

    /// Remembers the rules of a form that somebody stands for; answers how many are new or differ.
    public func remember(_ form: FilledForm, by name: String, in writing: Writing) throws -> Int {
        try memory.remember(form.rules, by: name, in: writing)
    }
}
