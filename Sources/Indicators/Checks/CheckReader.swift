import Registers
import Storage

/// Reads the checks of a file, every name in them checked.
struct CheckReader {
    let figures: Figures
    let terms: WrongTerms
    /// The check that is being read.
    let entry: Entry
    private(set) var diagnostics = Diagnostics()

    var catalogue: Catalogue { figures.book.catalogue }

    static let keys = ["name", "why", "do", "severity"]

    static func checks(_ source: Source, _ figures: Figures, _ terms: WrongTerms, _ diagnostics: inout Diagnostics) -> [Check] {
        guard let root = source.entry(&diagnostics) else { return [] }
        let theme = source.file.split(separator: "/").last.map { String($0.dropLast(5)) } ?? source.file
        return root.pairs(&diagnostics).compactMap { key, place, entry in
            guard let id = Name(key) else {
                diagnostics.add(
                    place, "name", zh: "“\(key)”不能作规则的代号：小写字母开头，只含小写字母、数字和下划线。",
                    en: "“\(key)” can't name a check: a lower-case letter first, then lower-case letters, digits and underscores.")
                return nil
            }
            var reader = CheckReader(figures: figures, terms: terms, entry: entry)
            let check = reader.check(id, theme, place)
            for diagnostic in reader.diagnostics.all { diagnostics.add(diagnostic) }
            return check
        }
    }

    private init(figures: Figures, terms: WrongTerms, entry: Entry) {
        self.figures = figures
        self.terms = terms
        self.entry = entry
    }

    private mutating func check(_ id: Name, _ theme: String, _ place: Place) -> Check? {
        let asked = CheckForms.keys.indices.filter { entry[CheckForms.keys[$0]] != nil }
        guard let first = asked.first, asked.count == 1 else {
            let keys = CheckForms.keys.joined(separator: "、")
            diagnostics.add(
                place, "check-form", zh: "规则“\(id.text)”要写而且只写一种问法：\(keys)。",
                en: "The check “\(id.text)” asks in exactly one way: \(keys.replacing("、", with: ", ")).", suggestion: nearestForm)
            return nil
        }
        let form = CheckForms.all[first]
        entry.allow(CheckReader.keys + [form.key] + form.keys, &diagnostics)
        let name = entry.required("name", &diagnostics)?.words(&diagnostics)
        let why = entry.required("why", &diagnostics)?.words(&diagnostics)
        let advice = entry.required("do", &diagnostics)?.words(&diagnostics)
        let severity = entry.required("severity", &diagnostics)?.choice(Check.Severity.allCases.map { ($0.rawValue, $0) }, &diagnostics)
        guard let made = form.init(&self) else { return nil }
        guard let name, let why, let advice, let severity else { return nil }
        return Check(id: id, name: name, why: why, advice: advice, severity: severity, theme: theme, place: place, form: made)
    }

    /// What an unknown key was probably meant for.
    private var nearestForm: String? {
        guard case .map(let pairs) = entry.shape else { return nil }
        let known = CheckReader.keys + CheckForms.all.flatMap { $0.keys }
        let keys = pairs.compactMap { $0.key.scalar }.filter { !known.contains($0) }
        return keys.lazy.compactMap { Suggestion.nearest(to: $0, among: CheckForms.keys) }.first
    }

    // MARK: what forms ask for

    mutating func add(_ diagnostic: Diagnostic) { diagnostics.add(diagnostic) }

    /// Where a key stands, or the check where it is left out.
    func place(_ key: String) -> Place { (entry[key] ?? entry).textPlace }

    mutating func refuse(_ key: String, _ rule: String, zh: String, en: String, suggestion: String? = nil) {
        diagnostics.add((entry[key] ?? entry).place, rule, zh: zh, en: en, suggestion: suggestion)
    }

    /// What stands under a key, as a text with its place.
    mutating func text(_ key: String) -> (text: String, place: Place)? {
        guard let written = entry.required(key, &diagnostics), let text = written.text(&diagnostics) else { return nil }
        return (text, written.textPlace)
    }

    /// The texts under a key, one or several.
    mutating func texts(_ key: String) -> [(text: String, place: Place)] {
        guard let written = entry.required(key, &diagnostics) else { return [] }
        return written.members(&diagnostics).compactMap { member in member.text(&diagnostics).map { ($0, member.textPlace) } }
    }

    mutating func whole(_ key: String, _ limits: ClosedRange<Int>, standing: Int) -> Int { entry[key]?.whole(limits, &diagnostics) ?? standing }

    mutating func choice<T>(_ key: String, _ choices: [(String, T)], standing: T) -> T { entry[key]?.choice(choices, &diagnostics) ?? standing }

    /// An expression over figures.
    mutating func formula(_ text: String, _ place: Place) -> Formula? {
        caught { reader throws(Diagnostic) in
            let formula = try FormulaParser.formula(text, at: place)
            let faults = reader.figures.check(formula)
            for fault in faults { reader.diagnostics.add(fault) }
            return faults.isEmpty ? formula : nil
        }
    }

    /// `register where condition`.
    mutating func set(_ key: String) -> CheckedSet? {
        guard let (text, place) = text(key) else { return nil }
        return caught { reader throws(Diagnostic) in
            guard case .aggregate(_, _, let path, nil, let filter) = try reader.measure(text, place), path.count == 1 else {
                throw Diagnostic(place, "records", Words(zh: "写成“台账 where 条件”。", en: "Write “register where condition”."))
            }
            return try reader.set(path[0], filter, text, place)
        }
    }

    /// `register.field where condition`; the field must be of one of some types.
    mutating func field(_ key: String, _ isWanted: (TermType) -> Bool, zh: String, en: String) -> (set: CheckedSet, field: FieldPath)? {
        guard let (text, place) = text(key) else { return nil }
        return caught { reader throws(Diagnostic) in
            guard case .aggregate(_, _, let path, nil, let filter) = try reader.measure(text, place), path.count > 1 else {
                throw Diagnostic(place, "field", Words(zh: "写成“台账.字段 where 条件”。", en: "Write “register.field where condition”."))
            }
            let set = try reader.set(path[0], filter, text, place)
            let field = try TermReading(reader.catalogue, register: set.register).field(Array(path.dropFirst()), place)
            guard isWanted(field.type) else { throw Diagnostic(place, "field", Words(zh: zh, en: en)) }
            return (set, field)
        }
    }

    /// The fields after `by`, or those that stand for them.
    mutating func by(_ register: Register, standing: [Name]) -> [FieldPath] {
        let written: [(text: String, place: Place)] = entry["by"] == nil ? standing.map { ($0.text, entry.place) } : texts("by")
        return written.compactMap { text, place in
            caught { reader throws(Diagnostic) in
                try TermReading(reader.catalogue, register: register).field(text.split(separator: ".").map(String.init), place)
            }
        }
    }

    /// Parses what `count of` may stand before.
    func measure(_ text: String, _ place: Place) throws(Diagnostic) -> Measure.Shape {
        let head = "count of "
        return try Measure(head + text, at: place.moved(by: -head.count)).shape
    }

    func set(_ register: String, _ filter: Formula?, _ text: String, _ place: Place) throws(Diagnostic) -> CheckedSet {
        let found = try MeasureReader.register(register, catalogue, place)
        let condition: Term? = if let filter { try condition(filter, found) } else { nil }
        return CheckedSet(
            register: found, condition: condition, asksState: filter?.paths.contains { $0.path == ["state"] } ?? false, text: text)
    }

    /// A condition on the records of a register, of what the database can tell.
    func condition(_ filter: Formula, _ register: Register) throws(Diagnostic) -> Term {
        if let call = filter.calls.first(where: { ["months", "round", "text", "total"].contains($0.name) }) {
            throw Diagnostic(
                call.place, "condition",
                Words(zh: "条件里不能用“\(call.name)”。", en: "“\(call.name)” can't stand in a condition."))
        }
        return try TermReading(catalogue, register: register).condition(filter)
    }

    /// Runs a reading and keeps what is wrong.
    mutating func caught<T>(_ read: (inout CheckReader) throws(Diagnostic) -> T?) -> T? {
        do throws(Diagnostic) { return try read(&self) } catch {
            diagnostics.add(error)
            return nil
        }
    }
}

extension Formula {
    /// The functions that are called in it.
    var calls: [(name: String, place: Place)] {
        switch kind {
        case .call(let path, let arguments): (path.count == 1 ? [(path[0], place)] : []) + arguments.flatMap(\.calls)
        case .not(let inner), .negative(let inner), .empty(let inner, _): inner.calls
        case .pair(_, let left, let right): left.calls + right.calls
        case .among(let inner, let list, _): inner.calls + list.flatMap(\.calls)
        case .number, .text, .truth, .day, .path, .valid: []
        }
    }
}
