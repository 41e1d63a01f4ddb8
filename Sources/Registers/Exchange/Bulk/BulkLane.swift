import Formats
import Storage

/// The short way for rows as they usually are: new to the book, every cell plain, nothing to be said about them.
///
/// It takes a row straight from the bytes of the file and checks what `RecordBatch` checks; where anything is out of the ordinary
/// it leaves the row to that, so there is one place that says what is wrong. A test holds the two against each other.
struct BulkLane {
    private let layout: RecordLayout
    private let rules: RecordRules
    /// Whether more than a few fields that are always filled is asked of a row.
    private let hasRules: Bool
    private let required: [Int]
    private let directory: ReferenceDirectory
    private var columns: [BulkColumn]
    private var uniques: [BulkKeys]
    private var pinyin = Pinyin()
    private var naming: BulkNaming?
    private var text = BulkNaming.Text()
    private var row: [Value]
    private let beginning: [Value]
    private let keepsRows: Bool
    private var rows: BulkRows
    private var years: Set<Int> = []
    private var lastYear = 0

    /// Nil where the register, the map or the columns ask for more than the short way gives.
    init?(_ register: Register, _ catalogue: Catalogue, _ matching: Matching, keepsRows: Bool, in reading: Reading) throws {
        guard matching.rules.isEmpty, matching.statePlace == nil, BulkLane.isSuited(register) else { return nil }
        self.keepsRows = keepsRows
        let layout = RecordLayout(register)
        var directory = ReferenceDirectory()
        for target in Set(register.fields.compactMap(\.kind.target)) {
            if let target = catalogue.register(target) { try directory.load(target, in: reading) }
        }
        var columns: [BulkColumn] = []
        for column in matching.columns {
            guard let bulk = BulkColumn(column, layout, directory) else { return nil }
            columns.append(bulk)
        }
        var draft = RecordDraft(layout, row: layout.blank)
        for (index, slot) in layout.slots.enumerated() where !slot.field.initial.isEmpty && !slot.field.isRetired {
            draft.read(slot.field.initial, at: index, directory.context)
        }
        guard draft.faults.isEmpty else { return nil }
        if let first = register.states.first { draft.row[layout.state] = .text(first.id.text) }
        self.layout = layout
        self.directory = directory
        self.columns = columns
        rules = RecordRules(layout)
        uniques = try layout.uniques.map { try BulkKeys($0, layout, in: reading) }
        beginning = draft.row
        row = draft.row
        rows = BulkRows(width: layout.table.columns.count)
        required = layout.slots.filter { if case .always = $0.field.required { !$0.field.isRetired } else { false } }.map(\.position)
        hasRules = layout.slots.contains { slot in
            if slot.formula != nil || slot.field.check != nil { return true }
            if case .when = slot.field.required { return true }
            return false
        }
        naming = BulkNaming(layout)
    }

    /// A key is needed to tell new rows, and codes that the book numbers are given one by one.
    private static func isSuited(_ register: Register) -> Bool {
        guard !register.key.isEmpty else { return false }
        return !register.fields.contains { field in
            guard let code = field.kind as? CodeField, case .pattern = code.scheme else { return false }
            return true
        }
    }

    /// Takes a row of text if it is of the usual kind; otherwise nothing has happened.
    mutating func take(_ cells: CSVRow) -> Bool {
        start()
        for index in columns.indices {
            guard let value = columns[index].value(cells[columns[index].place].bytes) else { return false }
            row[columns[index].position] = value
        }
        return finish(number: cells.number)
    }

    /// The same of a row of a workbook.
    mutating func take(_ cells: SheetRow) -> Bool {
        start()
        for index in columns.indices {
            guard let value = columns[index].value(of: cells[columns[index].place]) else { return false }
            row[columns[index].position] = value
        }
        return finish(number: cells.number)
    }

    private mutating func start() {
        for position in beginning.indices { row[position] = beginning[position] }
    }

    private mutating func finish(number: Int) -> Bool {
        for position in required where row[position].isNull { return false }
        for index in uniques.indices {
            if uniques[index].holder(row) != nil || (uniques[index].unique.isKey && !uniques[index].isWhole(row)) { return false }
        }
        if hasRules {
            var faults: [Invalid.Item] = []
            rules.complete(&row, failed: [], number: nil, faults: &faults)
            guard faults.isEmpty else { return false }
        }
        keep(number: number)
        return true
    }

    private mutating func keep(number: Int) {
        for index in uniques.indices { uniques[index].hold(row, number: number) }
        for position in layout.dayPositions {
            guard let day = row[position].integer, Int(day / 10_000) != lastYear else { continue }
            lastYear = Int(day / 10_000)
            years.insert(lastYear)
        }
        guard keepsRows else { return }
        if naming?.name(row, directory, &pinyin, into: &text) ?? false {
            rows.append(row, title: (layout.title, text.title), search: (layout.search, text.search))
        } else {
            rules.name(&row, directory, &pinyin)
            rows.append(row)
        }
    }

    /// Says of a good row that went the long way which row before it is the same record, or else remembers it.
    mutating func meet(_ prepared: PreparedRow) -> Fault? {
        if let fault = earlier(prepared.values) { return fault }
        for index in uniques.indices { uniques[index].hold(prepared.values, number: prepared.row) }
        return nil
    }

    /// The same of a row that is wrong already, as far as its key can be read.
    func earlier(_ inputs: [Input]) -> Fault? {
        var row = beginning
        for (input, column) in zip(inputs, columns) where uniques.contains(where: { $0.unique.positions.contains(column.position) }) {
            row[column.position] = column.value(input) ?? .null
        }
        return earlier(row)
    }

    private func earlier(_ row: [Value]) -> Fault? {
        for index in uniques {
            guard let earlier = index.holder(row), earlier != 0 else { continue }
            return Fault(zh: "与第 \(earlier) 行是同一条，请合并。", en: "It is the same record as row \(earlier); merge the two.")
        }
        return nil
    }

    /// Adds the rows that were taken.
    func write(in writing: Writing) throws {
        guard rows.count > 0 else { return }
        do {
            try writing.append(to: layout.table, columns: layout.table.columns.map(\.name)) { try rows.add(to: $0) }
        } catch let error as StoreError {
            guard case .unique = error.cause else { throw error }
            throw Invalid(Fault(zh: "导入期间有人登记了同样的记录，请重新导入。", en: "Somebody entered one of these records meanwhile; import the file again."))
        }
        Records.move(counters: layout.register.id, years, in: writing)
    }
}
