import Registers
import Storage

/// Reads `indicators/*.yaml`: first every indicator by itself, then those that name others, in the order of what needs what.
struct IndicatorReader {
    let catalogue: Catalogue
    var diagnostics: Diagnostics

    /// An indicator whose measure still waits for the others.
    struct Pending {
        var indicator: Indicator
        var measure: Measure
        var measureEntry: Entry
        var entry: Entry
        var comparable: (measure: Measure, place: Place)?
    }

    static let keys = ["name", "also", "measure", "base", "kind", "at", "expected", "status", "unit", "places", "owner", "source", "note"]

    mutating func read(_ sources: Sources) -> IndicatorCatalogue {
        var pending: [Pending] = []
        for source in sources.inside("indicators") {
            guard let entry = source.entry(&diagnostics) else { continue }
            let theme = source.file.split(separator: "/").last.map { String($0.dropLast(5)) } ?? source.file
            for pair in entry.pairs(&diagnostics) {
                guard let id = name(pair.key, pair.keyPlace), let found = read(id, pair.value, pair.keyPlace, theme: theme) else { continue }
                if let earlier = pending.first(where: { $0.indicator.id == id }) {
                    diagnostics.add(
                        pair.keyPlace, "duplicate", zh: "指标“\(id.text)”已在 \(earlier.indicator.place) 声明。",
                        en: "The indicator “\(id.text)” is already declared at \(earlier.indicator.place).")
                    continue
                }
                pending.append(found)
            }
        }
        var binding = IndicatorBinding(catalogue: catalogue, pending: pending, diagnostics: diagnostics)
        let indicators = binding.bound()
        diagnostics = binding.diagnostics
        let result = IndicatorCatalogue(indicators)
        checkHome(sources, Set(pending.map(\.indicator.id)))
        return result
    }

    private mutating func name(_ text: String, _ place: Place) -> Name? {
        // What rows add up to and how many there are is for formulas of a record; no figure can be mistaken for it.
        let function = Term.Function(rawValue: text)
        if function != nil && function != .total && function != .tally
            || ["parameter", "period", "state", "chapter", "item", "claim", "yes", "no"].contains(text)
        {
            diagnostics.add(place, "name", zh: "“\(text)”是语言自己的词，不能作指标名。", en: "“\(text)” is a word of the language and can't name an indicator.")
            return nil
        }
        if let name = Name(text) { return name }
        diagnostics.add(
            place, "name", zh: "“\(text)”不能作名称：用小写字母开头，只含小写字母、数字和下划线，最长 60 个。",
            en: "“\(text)” can't be a name: a lower-case letter first, then lower-case letters, digits and underscores, at most 60.")
        return nil
    }

    private mutating func read(_ id: Name, _ entry: Entry, _ place: Place, theme: String) -> Pending? {
        entry.allow(IndicatorReader.keys, &diagnostics)
        let name = entry.required("name", &diagnostics)?.words(&diagnostics)
        let unit = unit(entry["unit"])
        let places = entry["places"].flatMap { $0.whole(0...9, &diagnostics) } ?? 0
        let kind = entry["kind"].flatMap { $0.choice(Indicator.Kind.allCases.map { ($0.rawValue, $0) }, &diagnostics) } ?? .flow
        let base = base(entry["base"])
        guard let name, let measureEntry = entry.required("measure", &diagnostics), let measure = measure(measureEntry) else { return nil }
        let also = entry["also"].map { names($0) } ?? []
        var indicator = Indicator(
            id: id, name: name, also: also, unit: unit, places: places, kind: kind, gives: .number, base: base?.kind ?? .revised,
            expected: roster(entry["expected"]), owner: entry["owner"].flatMap { $0.name(&diagnostics) },
            source: entry["source"].flatMap { $0.words(&diagnostics) }, note: entry["note"].flatMap { $0.words(&diagnostics) }, theme: theme,
            measure: measure.text, place: place, standing: .byState, definition: .derived(Formula(.truth(false), place)))
        indicator.isBaseWritten = entry["base"] != nil
        return Pending(
            indicator: indicator, measure: measure, measureEntry: measureEntry, entry: entry,
            comparable: base.flatMap { base in base.measure.map { ($0, base.place) } })
    }

    private mutating func measure(_ entry: Entry) -> Measure? {
        guard let text = entry.text(&diagnostics) else { return nil }
        do throws(Diagnostic) { return try Measure(text, at: entry.textPlace) } catch {
            diagnostics.add(error)
            return nil
        }
    }

    /// Other names, each a word or more.
    private mutating func names(_ entry: Entry) -> [String] {
        entry.members(&diagnostics).compactMap { member in
            guard let text = member.text(&diagnostics) else { return nil }
            if (2...40).contains(text.count) { return text }
            diagnostics.add(member.place, "also", zh: "别名要有 2 到 40 个字。", en: "Another name has 2 to 40 letters.")
            return nil
        }
    }

    private mutating func unit(_ entry: Entry?) -> Unit? {
        guard let entry, let text = entry.text(&diagnostics) else { return nil }
        if let unit = Unit(text) { return unit }
        diagnostics.add(
            entry.place, "unit", zh: "不认识的单位“\(text)”。", en: "Unknown unit “\(text)”.", suggestion: Suggestion.nearest(to: text, among: Unit.symbols))
        return nil
    }

    /// `revised`, `published`, or `{ comparable: measure }`.
    private mutating func base(_ entry: Entry?) -> (kind: Indicator.Base, measure: Measure?, place: Place)? {
        guard let entry else { return nil }
        switch entry.scalar {
        case "revised": return nil
        case "published": return (.published, nil, entry.place)
        case .some:
            diagnostics.add(
                entry.place, "base", zh: "基数写成 revised、published 或 { comparable: sum of latest 台账.同期字段 by … }。",
                en: "A base is revised, published or { comparable: sum of latest register.prior_field by … }.")
            return nil
        case nil:
            entry.allow(["comparable"], &diagnostics)
            guard let written = entry.required("comparable", &diagnostics), let measure = measure(written) else { return nil }
            return (.comparable, measure, written.textPlace)
        }
    }

    private mutating func roster(_ entry: Entry?) -> Name? {
        guard let entry, let text = entry.text(&diagnostics) else { return nil }
        if let name = Name(text), catalogue.rosters[name] != nil { return name }
        diagnostics.add(
            entry.place, "unknown-roster", zh: "没有名册“\(text)”。", en: "There is no roster “\(text)”.",
            suggestion: Suggestion.nearest(to: text, among: catalogue.rosters.keys.map(\.text).sorted()))
        return nil
    }

    /// The first page names indicators, which only now are known.
    private mutating func checkHome(_ sources: Sources, _ known: Set<Name>) {
        var ignored = Diagnostics()
        guard let home = sources["site.yaml"]?.entry(&ignored)?["home"] else { return }
        for entry in home.members(&ignored) {
            guard let text = entry.scalar, let name = Name(text), !known.contains(name) else { continue }
            diagnostics.add(
                entry.place, "unknown-indicator", zh: "没有指标“\(text)”。", en: "There is no indicator “\(text)”.",
                suggestion: Suggestion.nearest(to: text, among: known.map(\.text).sorted()))
        }
    }
}
