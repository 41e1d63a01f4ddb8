import Registers
import Storage

/// Writes events into a book, one change each, through the one door to the records.
struct TimelineFiller {
    let book: Book
    let records: Records
    private var finder: RecordFinder

    init(_ book: Book) {
        self.book = book
        records = Records(book, .console)
        finder = RecordFinder(book.catalogue)
    }

    mutating func write(_ event: TimelineEvent) throws {
        guard let register = book.catalogue.register(event.register) else { return }
        let intent = Intent(subject: event.subject, reason: event.reason, kind: TimelineFiller.kind(event.act), at: event.at)
        var finder = finder
        try book.store.write(intent) { writing in
            switch event.act {
            case .add(let table): try add(table, register, in: writing)
            case .change(let steps): for step in steps { try change(step, register, &finder, in: writing) }
            case .void(let keys): for key in keys { try records.void(try finder.id(register, key, in: writing), of: register, in: writing) }
            }
        }
        self.finder = finder
    }

    /// A few rows are entered one by one; a month's forms are brought in together.
    private func add(_ table: SampleTable, _ register: Register, in writing: Writing) throws {
        guard table.rows.count > 3 else {
            for row in table.rows {
                var inputs = Dictionary(zip(table.columns, row.map { Input.text($0) })) { first, _ in first }
                let state = inputs.removeValue(forKey: "state").flatMap { Name($0.shown) }
                try records.add(inputs.filter { !$0.value.isEmpty }, to: register, state: state, in: writing)
            }
            return
        }
        var batch = try RecordBatch(register, book, .console, in: writing)
        let columns = table.columns.map { BatchColumn($0) }
        let prepared = try table.rows.enumerated().map { number, row in
            try batch.prepare(cells: row.map { $0.isEmpty ? .empty : .text($0) }, columns: columns, row: number + 1).get()
        }
        try batch.write(prepared, in: writing)
    }

    private func change(_ step: SampleStep, _ register: Register, _ finder: inout RecordFinder, in writing: Writing) throws {
        let id = try finder.id(register, step.key, in: writing)
        var inputs = step.values.mapValues { Input.text($0) }
        let state = try writing.value("SELECT \(Register.stateColumn) FROM \(Register.tableName(register.id)) WHERE id = \(id)").text
        guard let to = step.to, let from = state.flatMap({ Name($0) }), from != to else {
            try records.edit(id, inputs, of: register, in: writing)
            return
        }
        for move in try TimelineFiller.moves(register, from: from, to: to) {
            try records.move(id, by: move, inputs, of: register, in: writing)
            inputs = [:]
        }
    }

    /// The fewest moves that lead from one state to another. Throws `Refused` where none do.
    static func moves(_ register: Register, from: Name, to: Name) throws -> [Move] {
        var ways: [Name: [Move]] = [from: []]
        var ahead = [from]
        while !ahead.isEmpty {
            let state = ahead.removeFirst()
            let way = ways[state] ?? []
            if state == to { return way }
            for move in register.moves where move.from.contains(state) && ways[move.to] == nil {
                ways[move.to] = way + [move]
                ahead.append(move.to)
            }
        }
        throw Refused(
            zh: "“\(register.name.zh)”从“\(from.text)”到不了“\(to.text)”。", en: "In “\(register.name.en)” no move leads from \(from.text) to \(to.text).")
    }

    private static func kind(_ act: TimelineEvent.Act) -> String {
        switch act {
        case .add(let table): table.rows.count > 3 ? "import" : "add"
        case .change: "edit"
        case .void: "void"
        }
    }
}
