import Registers
import Storage

/// Binds the measures of all indicators, each after those that it needs, and refuses circles.
struct IndicatorBinding {
    let catalogue: Catalogue
    let pending: [IndicatorReader.Pending]
    var diagnostics: Diagnostics
    private var known: [Name: FigureReader.Known] = [:]
    private var done: [Name: Indicator] = [:]
    private var open: [Name] = []
    private var failed: Set<Name> = []
    private let positions: [Name: Int]

    init(catalogue: Catalogue, pending: [IndicatorReader.Pending], diagnostics: Diagnostics) {
        self.catalogue = catalogue
        self.pending = pending
        self.diagnostics = diagnostics
        positions = Dictionary(pending.enumerated().map { ($1.indicator.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Those that could be bound, in the order of the declarations.
    mutating func bound() -> [Indicator] {
        for one in pending { bind(one) }
        return pending.compactMap { done[$0.indicator.id] }
    }

    private mutating func bind(_ one: IndicatorReader.Pending) {
        let id = one.indicator.id
        guard done[id] == nil, !failed.contains(id) else { return }
        if open.contains(id) {
            let circle = (open.drop { $0 != id } + [id]).map(\.text)
            diagnostics.add(
                one.indicator.place, "cycle", zh: "指标绕回了自己：\(circle.joined(separator: " → "))。",
                en: "The indicator leads back to itself: \(circle.joined(separator: " → ")).")
            failed.formUnion(open.drop { $0 != id })
            return
        }
        open.append(id)
        defer { open.removeLast() }
        let formula: Formula? =
            switch one.measure.shape {
            case .derived(let formula): formula
            case .members(_, _, let having): having
            case .aggregate: nil
            }
        do throws(Diagnostic) { try formula?.checkDepth() } catch {
            diagnostics.add(error)
            failed.insert(id)
            return
        }
        // A share needs its whole, which stands as an argument.
        let needs = (formula?.indicatorNames ?? []).filter { positions[$0] != nil }
        for need in needs { if let position = positions[need] { bind(pending[position]) } }
        guard !failed.contains(id) else { return }
        // What is wrong with those it needs has been said already.
        guard !needs.contains(where: { failed.contains($0) }), let indicator = bound(one, needs: needs) else {
            failed.insert(id)
            return
        }
        done[id] = indicator
        known[id] = .init(unit: indicator.unit, places: indicator.places, gives: indicator.gives, digest: indicator.digest)
    }

    private mutating func bound(_ one: IndicatorReader.Pending, needs: [Name]) -> Indicator? {
        var indicator = one.indicator
        var parts = [one.measure.text, indicator.kind.rawValue, indicator.unit?.symbol ?? "", "\(indicator.places)"]
        switch one.measure.shape {
        case .aggregate(let aggregate, let latest, let path, let by, let filter):
            let reader = MeasureReader(catalogue: catalogue, at: one.entry["at"], kind: indicator.kind, unit: indicator.unit)
            guard let found = reader.read(aggregate, latest: latest, path: path, by: by, filter: filter, one.measure.place, &diagnostics) else {
                return nil
            }
            indicator.definition = .counted(found.counted)
            indicator.gives = found.gives
            parts.append("\(found.counted)")
            if let base = one.comparable { indicator.comparable = comparable(base, of: indicator, found.gives, one.entry) }
            parts.append("\(indicator.comparable.map { "\($0)" } ?? indicator.base.rawValue)")
        case .members(let register, let filter, let having):
            refuse("at", one)
            guard let members = members(register, filter, having, one.measure.place) else { return nil }
            indicator.definition = .members(members)
            parts.append("\(members.filter.map { "\($0)" } ?? "")")
        case .derived(let formula):
            refuse("at", one)
            var reader = FigureReader(catalogue, known: known)
            let typed = reader.read(formula)
            merge(reader.diagnostics)
            guard let typed, let gives = gives(typed.type, indicator, formula.place) else { return nil }
            indicator.definition = .derived(formula)
            indicator.gives = gives.0
            indicator.factor = gives.1
            indicator.term = typed.term
            parts.append("\(typed.term)")
        }
        if one.comparable != nil, indicator.comparable == nil {
            if indicator.register == nil || indicator.isMembers { refuse("base", one) }
            indicator.base = .revised
        }
        if let standing = standing(one.entry["status"], indicator) { indicator.standing = standing }
        expected(&indicator, one.entry)
        parts += ["\(indicator.standing)", indicator.expected.flatMap { catalogue.rosters[$0] }.map { "\($0)" } ?? ""]
        parts += needs.compactMap { known[$0]?.digest }
        indicator.digest = TextDigest.hexadecimal(parts)
        return indicator
    }

    private mutating func merge(_ others: Diagnostics) { for diagnostic in others.all { diagnostics.add(diagnostic) } }

    /// A key that says nothing here.
    private mutating func refuse(_ key: String, _ one: IndicatorReader.Pending) {
        guard let entry = one.entry[key] else { return }
        diagnostics.add(
            entry.place, "no-use", zh: "由其他指标算出的指标不用写“\(key)”。", en: "An indicator computed from others takes no “\(key)”.")
    }

    private mutating func comparable(_ base: (measure: Measure, place: Place), of indicator: Indicator, _ gives: Indicator.Gives, _ entry: Entry)
        -> Counted?
    {
        guard case .aggregate(let aggregate, let latest, let path, let by, let filter) = base.measure.shape else {
            diagnostics.add(base.place, "base", zh: "同口径基数要写成对记录的汇总。", en: "A comparable base is an aggregate over records.")
            return nil
        }
        let reader = MeasureReader(catalogue: catalogue, at: entry["at"], kind: indicator.kind, unit: indicator.unit)
        guard let found = reader.read(aggregate, latest: latest, path: path, by: by, filter: filter, base.measure.place, &diagnostics) else {
            return nil
        }
        if found.gives == gives, found.counted.register == indicator.register { return found.counted }
        diagnostics.add(base.place, "base", zh: "基数要和指标数同一台账的记录，得同一种值。", en: "A base counts the same register and gives the same kind of value.")
        return nil
    }

    private mutating func members(_ text: String, _ filter: Formula?, _ having: Formula, _ place: Place) -> Members? {
        do throws(Diagnostic) {
            let register = try MeasureReader.register(text, catalogue, place)
            let reading = TermReading(catalogue, register: register)
            let condition: Term? = if let filter { try reading.condition(filter) } else { nil }
            var reader = FigureReader(catalogue, known: known, register: register)
            let term = reader.condition(having)
            merge(reader.diagnostics)
            guard let term, reader.diagnostics.isEmpty else { return nil }
            guard !term.leaves.isEmpty else {
                throw Diagnostic(
                    having.place, "having",
                    Words(zh: "having 后面要写指标；只看字段的条件写在 where 后面。", en: "“having” needs an indicator; conditions on fields stand after “where”."))
            }
            for leaf in term.leaves {
                guard let indicator = done[leaf.indicator] else { return nil }
                try Grouping(catalogue, done).check(indicator, by: register, having.place)
            }
            return Members(register: register.id, filter: condition, having: term)
        } catch {
            diagnostics.add(error)
            return nil
        }
    }

    private mutating func gives(_ type: TermType, _ indicator: Indicator, _ place: Place) -> (Indicator.Gives, Amount)? {
        switch type {
        case .number(let unit):
            guard let unit, let wanted = indicator.unit else { return (.number, .one) }
            if let factor = unit.factor(to: wanted) { return (.number, factor) }
            diagnostics.add(
                place, "unit", zh: "算出的单位是“\(unit.symbol)”，不能换算成“\(wanted.symbol)”。",
                en: "This gives “\(unit.symbol)”, which can't be converted into “\(wanted.symbol)”.")
            return nil
        case .mixed: return (.number, .one)
        case .day: return (.day, .one)
        case .text: return (.text, .one)
        default:
            diagnostics.add(
                place, "measure", zh: "指标要得数、日期或文字，得到的却是\(type.words.zh)。",
                en: "An indicator gives a number, a day or a text, but this gives \(type.words.en).")
            return nil
        }
    }

    private mutating func standing(_ entry: Entry?, _ indicator: Indicator) -> Indicator.Standing? {
        guard let entry, let text = entry.text(&diagnostics) else { return nil }
        if text == "by state" { return .byState }
        if let status = FigureStatus(rawValue: text), status.isDeclared { return .fixed(status) }
        let words = text.split(separator: " ").map(String.init)
        if words.first == "by", let register = indicator.register.flatMap({ catalogue.register($0) }), !indicator.isMembers {
            let name = words.count == 3 && words[1] == "field" ? words[2] : words.count == 2 ? words[1] : ""
            if let field = Name(name).flatMap({ register.field($0) }), case .choice(let options) = field.kind.type,
                options.contains(where: { FigureStatus(rawValue: $0.text) != nil })
            {
                return .byField(field.id)
            }
            diagnostics.add(
                entry.place, "status", zh: "“by field”后面要写一个选项字段，选项里有 flash、estimated、preliminary 或 final。",
                en: "“by field” needs a choice field with options flash, estimated, preliminary or final.",
                suggestion: Suggestion.nearest(to: name, among: register.fields.map(\.id.text)))
            return nil
        }
        diagnostics.add(
            entry.place, "status", zh: "状态写成 by state、by field 字段、counted、final、estimated 或 flash。",
            en: "A status is by state, by field F, counted, final, estimated or flash.")
        return nil
    }

    /// Who must report is matched through the one reference to them.
    private mutating func expected(_ indicator: inout Indicator, _ entry: Entry) {
        guard let roster = indicator.expected.flatMap({ catalogue.rosters[$0] }), let place = entry["expected"]?.place else { return }
        let target = catalogue.register(roster.register)?.field(roster.member)?.kind.target
        guard case .counted(let counted) = indicator.definition, let target,
            let path = Grouping(catalogue, done).path(counted, to: target)
        else {
            diagnostics.add(
                place, "expected", zh: "数不到名册里的单位：指标要直接数记录，且记录关联到名册的单位。",
                en: "The roster's members can't be found: the indicator must count records that refer to them.")
            indicator.expected = nil
            return
        }
        indicator.reporter = path
    }
}

extension Formula {
    /// Every name that may be an indicator's: the first of each path, and the argument of a share.
    var indicatorNames: [Name] {
        var names: [Name] = []
        for (path, _) in paths {
            guard let name = Name(path[0]), !names.contains(name) else { continue }
            names.append(name)
        }
        return names
    }
}
