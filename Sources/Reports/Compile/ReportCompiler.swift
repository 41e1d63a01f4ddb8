import Indicators
import Registers
import Storage

/// Puts a declared report together on one bench.
struct ReportCompiler {
    let declaration: ReportDeclaration
    let bench: Bench

    func compile() throws -> CompiledReport {
        let findings = try declaration.claims.map { try $0.find(bench) }
        var composer = Composer(bench, findings, declaration.slots)
        var unsourced: [Unsourced] = []
        let blocks = try blocks(&composer, &unsourced)
        let filler = SlotFiller(bench: bench, findings: composer.findings, shown: composer.shown)
        let filled = try declaration.slots.map { (isSlot: $0.isSlot, figure: try filler.fill($0)) }
        let title = blocks.first { if case .title = $0.kind { true } else { false } }?.text
        let catalogue = bench.figures.book.catalogue
        let last = try bench.asOf.flatMap { try bench.reading.change(number: $0) } ?? bench.reading.lastChange()
        return CompiledReport(
            id: declaration.id, title: title ?? declaration.title, organisation: catalogue.site.organisation,
            period: bench.period, asOf: bench.asOf, lastChange: last, blocks: blocks, figures: filled.filter(\.isSlot).map(\.figure),
            printedFacts: filled.filter { !$0.isSlot }.map(\.figure), claims: findings, leftOut: composer.leftOut, unsourced: unsourced,
            remarks: composer.remarks)
    }

    private func blocks(_ composer: inout Composer, _ unsourced: inout [Unsourced]) throws -> [ReportBlock] {
        var blocks: [ReportBlock] = []
        var counters = [0, 0, 0, 0]
        var item = 0
        var charts = 0
        let scan = UnsourcedScan(period: bench.period)
        for line in declaration.text.lines {
            if case .table(let table) = line.kind {
                blocks.append(try self.table(table, &composer))
                continue
            }
            if case .chart(let chart) = line.kind {
                charts += 1
                blocks.append(ReportBlock(kind: .chart(try self.chart(chart, number: charts, &composer)), runs: []))
                continue
            }
            if case .rows(let rows) = line.kind {
                if let block = try self.rows(rows) { blocks.append(block) }
                continue
            }
            if line.pieces.count == 1, case .list(let list, let entry, let none)? = line.pieces.first, line.kind == .paragraph || line.kind == .bullet
            {
                blocks += try self.list(list, entry, none, as: line.kind == .bullet ? .bullet : .paragraph, &composer, scan, &unsourced)
                continue
            }
            if case .heading = line.kind { item = 0 }
            let (runs, found) = scan.scan(try composer.paragraph(line.pieces).finished(item: &item))
            guard !runs.isEmpty else { continue }
            unsourced += found
            switch line.kind {
            case .title: blocks.append(ReportBlock(kind: .title, runs: runs))
            case .heading(let level, let number):
                counters[level - 1] = number ?? counters[level - 1] + 1
                for lower in level..<4 { counters[lower] = 0 }
                let text = HeadingNumber.text(level: level, counters[level - 1])
                blocks.append(ReportBlock(kind: .heading(level: level, number: text), runs: runs))
            case .paragraph: blocks.append(ReportBlock(kind: .paragraph, runs: runs))
            case .bullet: blocks.append(ReportBlock(kind: .bullet, runs: runs))
            case .addressee: blocks.append(ReportBlock(kind: .addressee, runs: runs))
            case .table, .rows, .chart: break
            }
        }
        return blocks
    }

    /// A list that has a line of its own: a line for each record, and one for those that are left out.
    private func list(
        _ list: WrittenList, _ entry: [Piece], _ none: [Piece]?, as kind: ReportBlock.Kind, _ composer: inout Composer, _ scan: UnsourcedScan,
        _ unsourced: inout [Unsourced]
    ) throws -> [ReportBlock] {
        let found = try ListComposer(list, Piece.asked(entry), bench)
        var item = 0
        var blocks: [ReportBlock] = []
        func add(_ runs: [ReportRun]) {
            let (runs, numbers) = scan.scan(runs)
            unsourced += numbers
            if !runs.isEmpty { blocks.append(ReportBlock(kind: kind, runs: runs)) }
        }
        guard !found.found.rows.isEmpty else {
            if let none { add(try composer.paragraph(none).finished(item: &item)) }
            return blocks
        }
        for row in found.found.rows { add(try found.entry(row, entry).finished(item: &item)) }
        if found.left > 0 {
            add([
                ReportRun("另有\(found.left)\(list.counter)，见台账", .vouched),
                ReportRun(found.register.name.zh, .figure(FigureMark(record: nil, of: found.register.id, bench)), place: list.place),
                ReportRun("。", .vouched),
            ])
        }
        return blocks
    }

    /// A table with a row a record; nil where there is none.
    private func rows(_ written: WrittenRows) throws -> ReportBlock? {
        let found = try ListComposer(written.list, written.columns, bench)
        guard !found.found.rows.isEmpty else { return nil }
        var rows = [try written.columns.map { [ReportRun(try found.head($0), .vouched)] }]
        for row in found.found.rows {
            rows.append(try written.columns.enumerated().map { [try found.cell($1, row, isFirst: $0 == 0)] })
        }
        return ReportBlock(kind: .table(rows), runs: [])
    }

    /// A group of bars a period, over the periods that a table would show.
    private func chart(_ written: WrittenTable, number: Int, _ composer: inout Composer) throws -> ReportChart {
        let periods = written.parts.map { bench.period.parts($0.kind) } ?? last(written.periods)
        let series = try written.columns.map { column -> ReportChart.Series in
            let figure = try bench.figure(column)
            let points = try periods.map {
                ReportChart.Point(amount: try bench.figure(column, of: $0).value.amount, run: try composer.cell(column, $0))
            }
            return ReportChart.Series(name: figure.name.zh, places: figure.places, points: points)
        }
        let names = periods.map { period in written.parts.map { PeriodForm.part(period, $0) } ?? PeriodForm.full.words(period) }
        let unit = try written.columns.first.flatMap { try bench.figure($0).unit }.map { "（\($0)）" } ?? ""
        return ReportChart(
            title: "图\(number) \(span(periods, names))\(series.map(\.name).joined(separator: "、"))\(unit)", categories: names, series: series)
    }

    /// 2018—2022年, 2022年1月—2022年5月.
    private func span(_ periods: [Period], _ names: [String]) -> String {
        guard let first = periods.first, let last = periods.last, periods.count > 1 else { return names.first ?? "" }
        return first.kind == .year ? "\(first.year)—\(last.year)年" : "\(names[0])—\(names[names.count - 1])"
    }

    /// One row a period of the report's rhythm, its own last, none of a year before the book; or one row for each part of the period,
    /// and one for the whole of it.
    private func table(_ written: WrittenTable, _ composer: inout Composer) throws -> ReportBlock {
        let periods = written.parts.map { bench.period.parts($0.kind) } ?? last(written.periods)
        var header: [[ReportRun]] = [[ReportRun(bench.period.kind == .year && written.parts == nil ? "年份" : "期间", .vouched)]]
        for column in written.columns {
            let figure = try bench.figure(column)
            header.append([ReportRun("\(figure.name.zh)\(figure.unit.map { "（\($0)）" } ?? "")", .vouched)])
        }
        var rows = [header]
        for period in periods {
            let name = written.parts.map { PeriodForm.part(period, $0) } ?? PeriodForm.full.words(period)
            var row: [[ReportRun]] = [[ReportRun(name, .vouched)]]
            for column in written.columns { row.append([try composer.cell(column, period)]) }
            rows.append(row)
        }
        if written.parts != nil {
            var row: [[ReportRun]] = [[ReportRun("合计", .vouched)]]
            for column in written.columns {
                row.append([try composer.cell(column, bench.period)])
                try composer.addUp(column, periods)
            }
            rows.append(row)
        }
        return ReportBlock(kind: .table(rows), runs: [])
    }

    private func last(_ count: Int) -> [Period] {
        var periods = [bench.period]
        while periods.count < count, let before = periods[0].previous, before.year >= bench.since { periods.insert(before, at: 0) }
        return periods
    }
}

extension Composer {
    /// A cell of a table: the figure of a period.
    fileprivate mutating func cell(_ formula: Formula, _ period: Period) throws -> ReportRun {
        let figure = try bench.figure(formula, of: period)
        let key = bench.text(formula)
        let text = figure.value == .nothing ? "—" : figure.printed(.zh)
        return ReportRun(text, .figure(FigureMark(figure, expression: key, slot: nil, bench)), place: formula.place)
    }

    /// Remarks where the parts of a table don't come to the whole: what was counted more than once, or a form that tells of no part.
    fileprivate mutating func addUp(_ formula: Formula, _ parts: [Period]) throws {
        let whole = try bench.figure(formula)
        let sum = try parts.reduce(Amount.zero) { try $0.adding(bench.figure(formula, of: $1).value.amount ?? .zero) }
        guard let amount = whole.value.amount, amount != sum else { return }
        remark(
            Remark(
                rule: "parts",
                message: Words(
                    zh: "“\(whole.name.zh)”各段之和是 \(AmountText.rounded(sum, places: whole.places))，与合计 \(whole.printed(.zh)) 不等，不宜分段列。",
                    en:
                        "The parts of “\(whole.name.en)” come to \(AmountText.rounded(sum, places: whole.places)) and not to \(whole.printed(.en)); it is no column for such a table."
                ),
                place: formula.place))
    }
}
