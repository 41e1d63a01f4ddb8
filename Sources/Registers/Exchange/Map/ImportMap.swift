import Storage

/// How the columns of a ledger that somebody else keeps become fields: one YAML file for each kind of ledger.
///
/// Without one, columns are matched by their headers alone. See docs/import.md.
public struct ImportMap: Sendable {
    /// What a map says of one column.
    public struct Column: Sendable {
        /// The header, as the map writes it.
        public let header: String
        public let field: Field
        /// The unit of numbers that bear none.
        public let unit: Unit?
        /// Values that mean nothing is known.
        public let empty: [String]
        /// What is written, and what is meant.
        public let values: [String: String]
        /// The ways in which the amounts of a column may be written; none for the usual ones.
        public let patterns: [AmountPattern]
        /// Whether numbers with more places than the field are rounded half up; otherwise they are returned.
        public let rounds: Bool

        let headerText: HeaderText
    }

    /// The sheet of a workbook; nil takes the first that is shown.
    public var sheet: String?
    /// The row of the header, where it isn't to be looked for.
    public var headerRow: Int?
    /// Values of any column that mean nothing is known.
    public var empty: [String] = []
    /// Rows whose first cell says one of these (合计) are no records and left out.
    public var skipped: [String] = []
    /// Columns that are known and left out.
    public var ignored: [String] = []
    public var columns: [Column] = []
    public var rules: [MapRule] = []
    /// The text of the file, which is part of what makes an import the same as an earlier one.
    public let text: String

    /// The map of nothing: headers alone decide.
    public static let none = ImportMap(text: "")

    private init(text: String) { self.text = text }

    /// Reads a map for a register. Throws `Diagnostics` with everything that is wrong in it.
    public init(_ source: Source, for register: Register) throws(Diagnostics) {
        var diagnostics = Diagnostics()
        self.init(text: source.text)
        if let entry = source.entry(&diagnostics) { read(entry, register, &diagnostics) }
        guard diagnostics.isEmpty else { throw diagnostics }
    }

    private static let keys = ["register", "sheet", "header", "empty", "skip", "ignore", "columns", "set"]

    private mutating func read(_ entry: Entry, _ register: Register, _ diagnostics: inout Diagnostics) {
        entry.allow(ImportMap.keys, &diagnostics)
        if let named = entry.required("register", &diagnostics), let text = named.text(&diagnostics), text != register.id.text {
            diagnostics.add(
                named.place, "register", zh: "这份对照表是给台账“\(text)”的，不是“\(register.id.text)”。",
                en: "This map is for the register “\(text)”, not “\(register.id.text)”.")
        }
        sheet = entry["sheet"]?.text(&diagnostics)
        headerRow = entry["header"]?.whole(1...10_000, &diagnostics)
        empty = ImportMap.texts(entry["empty"], &diagnostics)
        skipped = ImportMap.texts(entry["skip"], &diagnostics)
        ignored = ImportMap.texts(entry["ignore"], &diagnostics)
        for pair in entry["columns"]?.pairs(&diagnostics) ?? [] {
            if let column = Column(pair.key, pair.value, of: register, empty: empty, &diagnostics) { columns.append(column) }
        }
        for pair in entry["set"]?.pairs(&diagnostics) ?? [] {
            guard let field = ImportMap.field(pair.key, at: pair.keyPlace, of: register, &diagnostics) else { continue }
            rules += pair.value.members(&diagnostics).compactMap { MapRule($0, field: field, &diagnostics) }
        }
    }

    static func texts(_ entry: Entry?, _ diagnostics: inout Diagnostics) -> [String] {
        (entry?.members(&diagnostics) ?? []).compactMap { $0.text(&diagnostics) }.map { Narrow.text($0) }
    }

    /// The field of that name that an import may fill, with a diagnostic where there is none.
    static func field(_ name: String, at place: Place, of register: Register, _ diagnostics: inout Diagnostics) -> Field? {
        let fields = register.activeFields.filter { !($0.kind is FormulaField) }
        if let field = fields.first(where: { $0.id.text == name }) { return field }
        let isFormula = register.activeFields.contains { $0.id.text == name }
        diagnostics.add(
            place, "unknown-field",
            zh: isFormula ? "“\(name)”由公式算出，不能导入。" : "台账“\(register.name.zh)”没有字段“\(name)”。",
            en: isFormula ? "“\(name)” is computed and can't be imported." : "The register “\(register.name.en)” has no field “\(name)”.",
            suggestion: Suggestion.nearest(to: name, among: fields.map(\.id.text)))
        return nil
    }
}

extension ImportMap.Column {
    private static let keys = ["field", "unit", "empty", "values", "patterns", "round"]

    /// Reads `注册资金: { field: capital, … }`, or `企业名称: name`.
    fileprivate init?(_ header: String, _ entry: Entry, of register: Register, empty common: [String], _ diagnostics: inout Diagnostics) {
        self.header = header
        headerText = HeaderText(header)
        guard case .map = entry.shape else {
            guard let name = entry.text(&diagnostics), let field = ImportMap.field(name, at: entry.place, of: register, &diagnostics) else {
                return nil
            }
            self.field = field
            (unit, empty, values, patterns, rounds) = (nil, common, [:], [], false)
            return
        }
        entry.allow(Self.keys, &diagnostics)
        guard let named = entry.required("field", &diagnostics), let name = named.text(&diagnostics),
            let field = ImportMap.field(name, at: named.place, of: register, &diagnostics)
        else { return nil }
        self.field = field
        unit = Self.unit(entry, field, &diagnostics)
        empty = common + ImportMap.texts(entry["empty"], &diagnostics)
        var values: [String: String] = [:]
        for pair in entry["values"]?.pairs(&diagnostics) ?? [] { values[Narrow.text(pair.key)] = pair.value.text(&diagnostics) }
        self.values = values
        patterns = (entry["patterns"]?.members(&diagnostics) ?? []).compactMap { AmountPattern($0, &diagnostics) }
        rounds = entry["round"]?.truth(&diagnostics) ?? false
        for key in ["unit", "patterns", "round"] where !field.kind.isNumeric {
            guard let written = entry[key] else { continue }
            diagnostics.add(
                written.place, "number", zh: "“\(field.name.zh)”不是数，用不上“\(key)”。", en: "“\(field.name.en)” is no number, so “\(key)” means nothing.")
        }
    }

    private static func unit(_ entry: Entry, _ field: Field, _ diagnostics: inout Diagnostics) -> Unit? {
        guard let unit = NumberField.unit(entry, &diagnostics), let place = entry["unit"]?.place else { return nil }
        if case .number(let declared?) = field.kind.type, unit.factor(to: declared) == nil {
            diagnostics.add(
                place, "unit", zh: "“\(unit.symbol)”不能换算成“\(field.name.zh)”的单位“\(declared.symbol)”。",
                en: "“\(unit.symbol)” can't be converted into “\(declared.symbol)”, the unit of “\(field.name.en)”.")
        }
        return unit
    }
}
