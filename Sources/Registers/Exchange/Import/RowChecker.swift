import Formats
import Storage

/// Takes the rows of a file one after another: makes inputs of their cells, has them checked, and keeps what came of it.
struct RowChecker {
    private let task: Import
    private let matching: Matching
    private let header: Header
    private let keepsRows: Bool
    /// Whether cells beyond the header mean that a row is shifted, as commas do in tables of text.
    private let isText: Bool
    private let columns: [BatchColumn]
    /// Where the fields that rules set stand among the columns.
    private let rules: [(rule: MapRule, place: Int?, column: Int)]
    private let skipped: Set<String>
    private let reading: Reading
    /// Made for the first row that needs it.
    private var batch: RecordBatch?
    private var lane: BulkLane?
    private let firstHeader: [UInt8]
    private var result = CheckedFile()

    init(_ task: Import, _ matching: Matching, _ header: Header, keepsRows: Bool, sheet: OpenSheet, in reading: Reading) throws {
        self.task = task
        self.matching = matching
        self.header = header
        self.reading = reading
        self.keepsRows = keepsRows
        firstHeader = Array((header.texts.first?.written ?? "").utf8)
        if case .text = sheet { isText = true } else { isText = false }
        var columns = matching.columns.map { BatchColumn($0.field.id, unit: $0.unit) }
        if matching.statePlace != nil { columns.append(BatchColumn(Register.stateColumn)) }
        var rules: [(rule: MapRule, place: Int?, column: Int)] = []
        for (rule, place) in matching.rules {
            let column = columns.firstIndex { $0.field == rule.field.id } ?? columns.count
            if column == columns.count { columns.append(BatchColumn(rule.field.id)) }
            rules.append((rule, place, column))
        }
        self.columns = columns
        self.rules = rules
        skipped = Set(task.map.skipped)
        if task.takesShortWay, task.map.skipped.isEmpty {
            lane = try BulkLane(task.register, task.book.catalogue, matching, keepsRows: keepsRows, in: reading)
        }
        result.matching = matching
        result.outcome.notes = matching.notes
    }

    /// Stands for a cell that could not be read: no kind of field takes it, so the row can't pass for a good one.
    private static let refused = Input.text("\u{0}\n\u{0}")

    /// How many rows were read.
    var count: Int { result.outcome.read }

    /// Takes a row from its bytes.
    mutating func take(_ row: CSVRow) throws {
        if row.count <= header.texts.count, !row[0].bytes.elementsEqual(firstHeader), lane?.take(row) ?? false {
            result.outcome.accepted += 1
            result.outcome.added += 1
            return
        }
        var cells = (0..<row.count).map { row[$0].isEmpty ? SheetCell.empty : .text(row[$0].string) }
        while cells.last == .empty { cells.removeLast() }
        try take(SheetRow(number: row.number, line: row.line, cells: cells))
    }

    /// Takes a row of a workbook, the short way where that is possible.
    mutating func take(usual row: SheetRow) throws {
        if row[0].plain != header.texts.first?.written, lane?.take(row) ?? false {
            result.outcome.accepted += 1
            result.outcome.added += 1
        } else {
            try take(row)
        }
    }

    /// Takes a row.
    mutating func take(_ row: SheetRow) throws {
        if row.cells.allSatisfy(\.isBlank) { return }
        if isPassedOver(row) {
            result.outcome.passed += 1
            return
        }
        if isText, row.cells.count > header.texts.count {
            // Its cells stand under the wrong headers; whatever else is wrong with them says nothing.
            return giveBack(row, [ReturnedRow.Reason(place: nil, header: nil, shown: "", fault: shifted(row))])
        }
        var reasons: [ReturnedRow.Reason] = []
        var inputs: [Input] = []
        inputs.reserveCapacity(columns.count)
        for column in matching.columns {
            let cell = row[column.place]
            do throws(Fault) {
                inputs.append(try column.reading.input(cell, rounded: &result.outcome.rounded))
            } catch {
                inputs.append(RowChecker.refused)
                reasons.append(reason(column, cell, error))
            }
        }
        if let place = matching.statePlace { inputs.append(row[place].isBlank ? .empty : .text(row[place].plain)) }
        while inputs.count < columns.count { inputs.append(.empty) }
        apply(row, &inputs)
        try settle(row, inputs, reasons)
    }

    private mutating func settle(_ row: SheetRow, _ inputs: [Input], _ reasons: [ReturnedRow.Reason]) throws {
        var reasons = reasons
        if batch == nil { batch = try RecordBatch(task.register, task.book, task.permission, in: reading) }
        switch batch?.prepare(cells: inputs, columns: columns, row: row.number) {
        case .success(let prepared)?:
            if reasons.isEmpty {
                guard let fault = lane?.meet(prepared) else { return accept(prepared) }
                reasons.append(ReturnedRow.Reason(place: nil, header: nil, shown: "", fault: fault))
            }
        case nil: break
        case .failure(let invalid)?:
            let earlier = lane?.earlier(inputs)
            let told = Set(reasons.compactMap(\.place))
            for item in invalid.items {
                let column = matching.columns.first { $0.field.id == item.field }
                if let column, told.contains(column.place) { continue }
                reasons.append(reason(column, item, row))
            }
            if let earlier, !reasons.contains(where: { $0.fault == earlier }) {
                reasons.append(ReturnedRow.Reason(place: nil, header: nil, shown: "", fault: earlier))
            }
        }
        giveBack(row, reasons)
    }

    private mutating func giveBack(_ row: SheetRow, _ reasons: [ReturnedRow.Reason]) {
        result.outcome.returned += 1
        let keepsCells = keepsRows && task.options.isPartial
        let returned = ReturnedRow(row: row.number, reasons: reasons, cells: keepsCells ? row.cells : [])
        if keepsCells || result.returned.count < ImportOutcome.faultsKept { result.returned.append(returned) }
    }

    private mutating func accept(_ prepared: PreparedRow) {
        result.outcome.accepted += 1
        switch prepared.effect {
        case .adds: result.outcome.added += 1
        case .changes: result.outcome.changed += 1
        case .leaves: result.outcome.unchanged += 1
        }
        if keepsRows { result.rows.append(prepared) }
    }

    /// The whole result. Throws `Invalid` where there was no row at all.
    func finished() throws(Invalid) -> CheckedFile {
        var result = result
        guard result.outcome.read + result.outcome.passed > 0 else {
            throw Invalid(Fault(zh: "“\(task.file.name)”只有表头，没有数据行。", en: "“\(task.file.name)” has a header and no rows."))
        }
        if keepsRows { (result.batch, result.lane) = (batch, lane) }
        result.outcome.isStopped = result.outcome.returned > 0 && !task.options.isPartial
        result.outcome.faults = Array(result.returned.prefix(ImportOutcome.faultsKept))
        return result
    }

    private func isPassedOver(_ row: SheetRow) -> Bool {
        if !skipped.isEmpty, let first = row.cells.first(where: { !$0.isBlank }), skipped.contains(Narrow.text(first.plain)) { return true }
        return row.cells.first.map { $0.plain == header.texts.first?.written } ?? false && header.isRepeated(in: row)
    }

    /// Sets what the map's rules say; of several rules for one field the first that holds.
    private func apply(_ row: SheetRow, _ inputs: inout [Input]) {
        var done: Set<Int> = []
        for (rule, place, column) in rules where !done.contains(column) {
            guard rule.condition.map({ $0.holds(place.map { row[$0].plain } ?? "") }) ?? true else { continue }
            inputs[column] = .text(rule.value)
            done.insert(column)
        }
    }

    private func reason(_ column: Matching.Column, _ cell: SheetCell, _ fault: Fault) -> ReturnedRow.Reason {
        ReturnedRow.Reason(place: column.place, header: column.header, shown: shown(cell), fault: fault)
    }

    private func reason(_ column: Matching.Column?, _ item: Invalid.Item, _ row: SheetRow) -> ReturnedRow.Reason {
        if let column { return reason(column, row[column.place], item.fault) }
        if item.field == Register.stateColumn, let place = matching.statePlace {
            return ReturnedRow.Reason(place: place, header: header.texts[place].written, shown: shown(row[place]), fault: item.fault)
        }
        let label = item.label
        let fault = Fault(
            zh: (label.map { "“\($0.zh)”：" } ?? "") + item.fault.words.zh, en: (label.map { "“\($0.en)”: " } ?? "") + item.fault.words.en)
        return ReturnedRow.Reason(place: nil, header: nil, shown: "", fault: fault)
    }

    private func shown(_ cell: SheetCell) -> String { String(cell.plain.prefix(80)) }

    private func shifted(_ row: SheetRow) -> Fault {
        Fault(
            zh: "这一行有 \(row.cells.count) 格，表头只有 \(header.texts.count) 列；可能多了逗号，内容错位。",
            en: "This row has \(row.cells.count) cells, but the header has \(header.texts.count); a comma too many shifts its content.")
    }
}
