import Registers
import Storage

/// Reads a `*.claims.yaml`, and checks every name in it against the indicators.
struct ClaimReader {
    private let vocabulary: Vocabulary
    /// The claim that is being read.
    let entry: Entry
    let id: String
    private(set) var diagnostics = Diagnostics()

    static func claims(_ source: Source, _ vocabulary: Vocabulary, _ diagnostics: inout Diagnostics) -> [Claim] {
        guard let root = source.entry(&diagnostics) else { return [] }
        var claims: [Claim] = []
        for (key, place, entry) in root.pairs(&diagnostics) {
            guard ClaimID.isID(key) else {
                diagnostics.add(
                    place, "claim-id", zh: "“\(key)”不能作编号：字母开头，只含字母、数字和下划线。",
                    en: "“\(key)” can't be an id: a letter first, then letters, digits and underscores.")
                continue
            }
            if claims.contains(where: { $0.id == key }) {
                diagnostics.add(place, "duplicate-claim", zh: "表述“\(key)”写了两次。", en: "The claim “\(key)” is written twice.")
                continue
            }
            var reader = ClaimReader(vocabulary: vocabulary, entry: entry, id: key)
            let claim = reader.claim(place)
            for diagnostic in reader.diagnostics.all { diagnostics.add(diagnostic) }
            if let claim { claims.append(claim) }
        }
        return claims
    }

    private init(vocabulary: Vocabulary, entry: Entry, id: String) {
        self.vocabulary = vocabulary
        self.entry = entry
        self.id = id
    }

    private mutating func claim(_ place: Place) -> Claim? {
        guard let written = entry.required("form", &diagnostics),
            let form = written.choice(ClaimForms.all.map { ($0.name, $0) }, &diagnostics)
        else { return nil }
        entry.allow(["form", "text", "expects"] + form.keys, &diagnostics)
        let text = entry["text"]?.words(&diagnostics) ?? Words(zh: id, en: id)
        let expects = entry["expects"]?.members(&diagnostics).compactMap { $0.text(&diagnostics) } ?? []
        guard let made = form.init(&self) else { return nil }
        return Claim(id: id, form: made, text: text, expects: expects, place: place)
    }

    // MARK: what forms ask for

    mutating func missing(_ key: String) {
        diagnostics.add(entry.place, "missing-key", zh: "表述“\(id)”缺少“\(key)”。", en: "The claim “\(id)” has no “\(key)”.")
    }

    mutating func wrong(_ key: String, zh: String, en: String) {
        diagnostics.add((entry[key] ?? entry).place, "claim", zh: zh, en: en)
    }

    /// One expression over figures.
    mutating func formula(_ key: String, isNeeded: Bool = true) -> Formula? {
        guard let written = entry[key] else {
            if isNeeded { missing(key) }
            return nil
        }
        guard let text = written.text(&diagnostics) else { return nil }
        return formula(text, at: written.textPlace)
    }

    /// One or several expressions.
    mutating func formulas(_ key: String) -> [Formula]? {
        guard let written = entry[key] else {
            missing(key)
            return nil
        }
        let members = written.members(&diagnostics)
        var formulas: [Formula] = []
        for member in members {
            guard let text = member.text(&diagnostics), let formula = formula(text, at: member.textPlace) else { continue }
            formulas.append(formula)
        }
        guard !members.isEmpty else {
            wrong(key, zh: "“\(key)”是空的。", en: "“\(key)” is empty.")
            return nil
        }
        return formulas.count == members.count ? formulas : nil
    }

    private mutating func formula(_ text: String, at place: Place) -> Formula? {
        do throws(Diagnostic) {
            let formula = try FormulaParser.formula(text, at: place)
            let faults = vocabulary.check(formula, nil)
            for fault in faults { diagnostics.add(fault) }
            return faults.isEmpty ? formula : nil
        } catch {
            diagnostics.add(error)
            return nil
        }
    }

    /// A condition about figures or fields of one record of a register.
    mutating func condition(_ key: String, over register: Name) -> Formula? {
        guard let written = entry[key] else {
            missing(key)
            return nil
        }
        guard let text = written.text(&diagnostics) else { return nil }
        do throws(Diagnostic) {
            let formula = try FormulaParser.formula(text, at: written.textPlace)
            let faults = vocabulary.check(formula, register)
            for fault in faults { diagnostics.add(fault) }
            return faults.isEmpty ? formula : nil
        } catch {
            diagnostics.add(error)
            return nil
        }
    }

    /// A register with the condition that its records must meet: `product where valid at end`.
    mutating func records(_ key: String, isNeeded: Bool = true) -> RecordSet? {
        guard let written = entry[key] else {
            if isNeeded { missing(key) }
            return nil
        }
        guard let text = written.text(&diagnostics) else { return nil }
        let head = String(text.prefix { !$0.isWhitespace })
        guard let name = Name(head), vocabulary.catalogue.register(name) != nil else {
            diagnostics.add(
                written.textPlace, "unknown-register", zh: "没有台账“\(head)”。", en: "There is no register “\(head)”.",
                suggestion: Suggestion.nearest(to: head, among: vocabulary.catalogue.registers.map(\.id.text)))
            return nil
        }
        let rest = String(text.dropFirst(head.count)).trimmed
        guard !rest.isEmpty else { return RecordSet(register: name, filter: nil) }
        guard rest.hasPrefix("where ") else {
            diagnostics.add(
                written.textPlace, "records", zh: "写成“台账 where 条件”。", en: "Write “register where condition”.")
            return nil
        }
        let condition = String(rest.dropFirst("where ".count)).trimmed
        let place = written.textPlace.moved(by: text.count - condition.count)
        do throws(Diagnostic) {
            let filter = try FormulaParser.formula(condition, at: place)
            let faults = vocabulary.check(filter, name)
            for fault in faults { diagnostics.add(fault) }
            return faults.isEmpty ? RecordSet(register: name, filter: filter) : nil
        } catch {
            diagnostics.add(error)
            return nil
        }
    }

    /// A whole number within limits, or a parameter that gives one.
    mutating func count(_ key: String, _ limits: ClosedRange<Int>, standing: Int? = nil) -> Int? {
        guard let written = entry[key] else {
            if standing == nil { missing(key) }
            return standing
        }
        guard let text = written.scalar, text.hasPrefix("parameter.") else { return written.whole(limits, &diagnostics) }
        let name = String(text.dropFirst("parameter.".count))
        if let parameter = Name(name).flatMap({ vocabulary.catalogue.parameters[$0] }), case .number(let amount, _) = parameter.content,
            let whole = amount.units(places: 0), limits.contains(Int(clamping: whole))
        {
            return Int(clamping: whole)
        }
        diagnostics.add(
            written.textPlace, "unknown-parameter", zh: "参数“\(name)”不是 \(limits.lowerBound) 到 \(limits.upperBound) 的整数。",
            en: "The parameter “\(name)” is no whole number from \(limits.lowerBound) to \(limits.upperBound).",
            suggestion: Suggestion.nearest(to: name, among: vocabulary.catalogue.parameters.keys.map(\.text)))
        return nil
    }

    mutating func truth(_ key: String) -> Bool { entry[key]?.truth(&diagnostics) ?? false }

    /// The name of an indicator.
    mutating func indicator(_ key: String) -> Name? {
        guard let formula = formula(key) else { return nil }
        if case .path(let path) = formula.kind, path.count == 1, let name = Name(path[0]) { return name }
        diagnostics.add(formula.place, "indicator", zh: "这里要写一个指标的名称。", en: "The name of an indicator is needed here.")
        return nil
    }

    /// The name of a register.
    mutating func register(_ key: String) -> Name? {
        guard let records = records(key) else { return nil }
        if records.filter != nil {
            diagnostics.add((entry[key] ?? entry).place, "register", zh: "这里只写台账的名称。", en: "Only the name of a register stands here.")
        }
        return records.register
    }

    /// The field that places the records of a register in time: `at`, or the register's own.
    mutating func time(of register: Name) -> Name? {
        guard let register = vocabulary.catalogue.register(register) else { return nil }
        guard let written = entry["at"] else { return register.time }
        guard let name = written.name(&diagnostics) else { return nil }
        if register.field(name) != nil { return name }
        diagnostics.add(
            written.place, "unknown-field", zh: "“\(register.name.zh)”没有字段“\(name.text)”。", en: "“\(register.name.en)” has no field “\(name.text)”.",
            suggestion: Suggestion.nearest(to: name.text, among: register.fields.map(\.id.text)))
        return nil
    }

    /// What the writer expects, if it says so; an empty list is an expectation, too.
    var expected: [String]? {
        var ignored = Diagnostics()
        return entry["expects"].map { $0.members(&ignored).compactMap(\.scalar) }
    }

    /// One of a few words.
    mutating func choice<T>(_ key: String, _ choices: [(String, T)]) -> T? {
        guard let written = entry[key] else {
            missing(key)
            return nil
        }
        return written.choice(choices, &diagnostics)
    }
}

/// The records of a register that meet a condition.
struct RecordSet: Sendable, Hashable {
    var register: Name
    var filter: Formula?
}
