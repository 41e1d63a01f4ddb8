public import Storage

/// Records of a register in an order, with some of their fields as people read them: what the lists of a text are made of.
public struct RecordRows: Sendable {
    /// What is asked for.
    public struct Question: Sendable {
        public var register: Register
        public var filter: Term?
        /// Whether the filter asks for the state itself; otherwise records in a state that voids are left out.
        public var asksState: Bool
        public var order: [(field: FieldPath, descending: Bool)]
        public var fields: [FieldPath]
        /// How many at most; nil for as many as there may be at all.
        public var most: Int?
        /// The ends that the filter may name.
        public var period: (start: Day, end: Day)
        public var asOf: Int64?

        public init(
            _ register: Register, filter: Term?, asksState: Bool, order: [(field: FieldPath, descending: Bool)], fields: [FieldPath], most: Int?,
            period: (start: Day, end: Day), asOf: Int64?
        ) {
            self.register = register
            self.filter = filter
            self.asksState = asksState
            self.order = order
            self.fields = fields
            self.most = most
            self.period = period
            self.asOf = asOf
        }
    }

    /// One record.
    public struct Row: Sendable, Hashable {
        public let id: Int64
        public let title: String
        /// The stored values, in the order of the fields that were asked for; null where a field is empty or hidden.
        public let values: [Value]
        /// The same as people read them: options and states by their labels, references by the other record's title.
        public let texts: [String]
    }

    /// The most rows that a list may have.
    public static let greatest = 500

    /// In the order that was asked for.
    public let rows: [Row]
    /// How many meet the condition in all.
    public let total: Int
}

extension Records {
    /// The records that meet a condition. Throws `Refused` where the register may not be seen.
    public func rows(_ question: RecordRows.Question, in reading: Reading) throws -> RecordRows {
        try RowsReader(book: book, permission: permission, question: question, dialect: reading.dialect).read(in: reading)
    }
}

/// Reads the rows of one question.
private struct RowsReader {
    let book: Book
    let permission: Permission
    let question: RecordRows.Question
    let dialect: any Dialect

    private static let alias: Name = "t"

    func read(in reading: Reading) throws -> RecordRows {
        let register = question.register
        guard permission.sees(register) else {
            throw Refused(zh: "您的岗位不能查看“\(register.name.zh)”的明细。", en: "Your post may not see the records of “\(register.name.en)”.")
        }
        let fields = question.fields.map { self.field($0) }
        let from: SQL = "FROM \(source(register.id)) AS \(RowsReader.alias) WHERE \(try condition, joined: " AND ")"
        let columns = question.fields.map { SQL(", \(terms.column($0)), \(title(of: $0))") }
        let order = question.order.map { dialect.order(by: rank($0.field), descending: $0.descending) } + ["\(RowsReader.alias).id"]
        let limit = dialect.limit(min(question.most ?? RecordRows.greatest, RecordRows.greatest), offset: 0)
        var rows: [RecordRows.Row] = []
        try reading.forEach(
            "SELECT \(RowsReader.alias).id, \(RowsReader.alias).\(Register.titleColumn)\(columns, joined: .empty) \(from) ORDER BY \(order, joined: ", ") \(limit)"
        ) { row in
            var (values, texts): ([Value], [String]) = ([], [])
            for (index, path) in question.fields.enumerated() {
                let isHidden = fields[index].map { !permission.sees($0) } ?? false
                let value = isHidden ? .null : row[2 + index * 2]
                values.append(value)
                texts.append(value.isNull ? "" : row.text(at: 3 + index * 2) ?? text(value, path, fields[index]))
            }
            rows.append(RecordRows.Row(id: row.integer(at: 0) ?? 0, title: row.text(at: 1) ?? "", values: values, texts: texts))
        }
        let total = try reading.value("SELECT count(*) \(from)").integer ?? 0
        return RecordRows(rows: rows, total: Int(total))
    }

    private var condition: [SQL] {
        get throws {
            let register = question.register
            var all: [SQL] = ["\(RowsReader.alias).\(Register.voidColumn) = 0", permission.condition(register, alias: RowsReader.alias)]
            let voids = register.states.filter { $0.stage == .void }.map { SQL("\($0.id.text)") }
            let state: SQL = "\(RowsReader.alias).\(Register.stateColumn)"
            if !question.asksState, !voids.isEmpty { all.append("(\(state) IS NULL OR \(state) NOT IN (\(voids, joined: ", ")))") }
            if let filter = question.filter { all.append(try terms.condition(filter)) }
            return all
        }
    }

    private var terms: TermSQL { TermSQL(alias: RowsReader.alias, dialect: dialect, period: question.period) { source($0) } }

    private func source(_ register: Name) -> SQL {
        book.catalogue.register(register)?.table.source(asOf: question.asOf) ?? "\(Register.tableName(register))"
    }

    private func owner(_ path: FieldPath) -> Register? { book.catalogue.register(path.hops.last?.target ?? path.register) }

    private func field(_ path: FieldPath) -> Field? { owner(path)?.fields.first { $0.column == path.field } }

    /// The title of the record that a reference points to; null for any other field.
    private func title(of path: FieldPath) -> SQL { field(path)?.kind.target.map { named(path, Register.titleColumn, in: $0) } ?? "NULL" }

    private func named(_ path: FieldPath, _ column: Name, in target: Name) -> SQL {
        "(SELECT o.\(column) FROM \(source(target)) AS o WHERE o.id = \(terms.column(path)))"
    }

    /// What a field sorts by: a reference by the other record's pinyin, a choice and a state by the order of their declaration.
    private func rank(_ path: FieldPath) -> SQL {
        let field = field(path)
        if let target = field?.kind.target { return named(path, Register.searchColumn, in: target) }
        let names = (field?.kind as? ChoiceField)?.options.map(\.id) ?? (field == nil ? owner(path)?.states.map(\.id) : nil)
        guard let names, !names.isEmpty else { return terms.column(path) }
        let cases = names.enumerated().map { SQL("WHEN \($1.text) THEN \($0)") }
        return "(CASE \(terms.column(path)) \(cases, joined: " ") END)"
    }

    private func text(_ value: Value, _ path: FieldPath, _ field: Field?) -> String {
        if let field { return field.kind.text(value, .zh) }
        return owner(path)?.states.first { $0.id.text == value.text }?.name.zh ?? value.text ?? ""
    }
}
