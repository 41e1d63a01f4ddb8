import Storage

/// How the records of a register lie in its table, worked out once for many of them.
///
/// A row is a list of values in the order of the table's columns; everything that reads or checks rows goes by position.
/// It is a class because every row of a bulk load holds one, and a reference is cheaper to hand about than what is in it.
final class RecordLayout: Sendable {
    /// A field and where its first column stands.
    final class Slot: Sendable {
        let field: Field
        let position: Int
        /// Where the local day of a moment stands; the same as `position` for any other field.
        let dayPosition: Int
        /// For a formula, its kind with the checked term.
        let formula: FormulaField?

        init(field: Field, position: Int, dayPosition: Int) {
            self.field = field
            self.position = position
            self.dayPosition = dayPosition
            formula = field.kind as? FormulaField
        }
    }

    /// Columns that no two records share, with the fields that they are.
    struct Unique: Sendable {
        let slots: [Int]
        let positions: [Int]
        /// Whether it is the natural key, by which an import finds the record.
        let isKey: Bool
    }

    let register: Register
    let table: VersionedTable
    let slots: [Slot]
    /// Formulas after those that they need.
    let formulas: [Int]
    let uniques: [Unique]
    /// What a new row holds before anything is given.
    let blank: [Value]
    let state: Int
    let void: Int
    let title: Int
    let search: Int
    /// Where the days stand that place a record in years: its time, and the ends between which it holds.
    let dayPositions: [Int]
    /// Fields whose plain values identify a record for people: the key, codes and the first text; nothing personal.
    let identity: [Int]

    private let byName: [Name: Int]
    private let byColumn: [Name: Int]

    init(_ register: Register) {
        let table = register.table
        self.register = register
        self.table = table
        func position(_ name: Name) -> Int { table.position(of: name) ?? 0 }
        slots = register.fields.map { field in
            let at = position(field.column)
            let day = field.kind is MomentField ? position(MomentField.dayColumn(field.column)) : at
            return Slot(field: field, position: at, dayPosition: day)
        }
        let byName = Dictionary(register.fields.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.byName = byName
        byColumn = Dictionary(register.fields.enumerated().map { ($1.column, $0) }, uniquingKeysWith: { first, _ in first })
        state = position(Register.stateColumn)
        void = position(Register.voidColumn)
        title = position(Register.titleColumn)
        search = position(Register.searchColumn)
        blank = table.columns.map(\.initial)
        formulas = RecordLayout.ordered(register, byName)
        let times = [register.time, register.valid?.from, register.valid?.to].compactMap { $0 }
        dayPositions = Set(times.map { position(register.dayColumn(of: $0)) }).sorted()
        var uniques: [Unique] = []
        if !register.key.isEmpty {
            uniques.append(
                Unique(
                    slots: register.key.compactMap { byName[$0] }, positions: register.key.map { position(register.column(of: $0)) }, isKey: true))
        }
        for (index, field) in register.fields.enumerated() where field.isUnique && register.key != [field.id] {
            uniques.append(Unique(slots: [index], positions: [position(field.column)], isKey: false))
        }
        self.uniques = uniques
        identity = RecordLayout.identity(register, byName)
    }

    /// The field of a name.
    func slot(_ name: Name) -> Slot? { byName[name].map { slots[$0] } }

    /// Where a field of that name stands among the slots.
    func index(of name: Name) -> Int? { byName[name] }

    /// The position of the column that a path ends in.
    func position(_ path: FieldPath) -> Int {
        byColumn[path.field].map { slots[$0].position } ?? table.position(of: path.field) ?? state
    }

    /// The years that a row belongs to; none where it has no days.
    func years(_ row: [Value]) -> Set<Int> {
        var years: Set<Int> = []
        for position in dayPositions {
            if let day = row[position].integer { years.insert(Int(day / 10_000)) }
        }
        return years
    }

    /// The name of the state that a row stands in.
    func stateName(_ row: [Value]) -> Name? { row[state].text.flatMap { Name($0) } }

    private static func ordered(_ register: Register, _ byName: [Name: Int]) -> [Int] {
        var done: [Int] = []
        var seen: Set<Int> = []
        func visit(_ index: Int) {
            guard seen.insert(index).inserted, let formula = register.fields[index].kind as? FormulaField else { return }
            for need in formula.source.paths.compactMap({ $0.path.first.flatMap { Name($0) } }).compactMap({ byName[$0] }) { visit(need) }
            done.append(index)
        }
        for index in register.fields.indices { visit(index) }
        return done
    }

    private static func identity(_ register: Register, _ byName: [Name: Int]) -> [Int] {
        var found = register.key.compactMap { byName[$0] }
        found += register.fields.indices.filter { register.fields[$0].kind is CodeField }
        found += register.fields.indices.filter { register.fields[$0].kind is TextField }.prefix(1)
        var seen: Set<Int> = []
        return found.filter { index in
            let field = register.fields[index]
            return seen.insert(index).inserted && !field.isPersonal && !field.isRetired && field.kind.target == nil
        }
    }
}
