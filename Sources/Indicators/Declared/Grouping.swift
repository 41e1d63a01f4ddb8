import Registers
import Storage

/// How an indicator is broken down by the records of a register.
struct Grouping {
    let catalogue: Catalogue
    let indicators: [Name: Indicator]

    init(_ catalogue: Catalogue, _ indicators: [Name: Indicator]) {
        self.catalogue = catalogue
        self.indicators = indicators
    }

    /// Throws where the indicator, or one that it is computed from, has no way to the register.
    func check(_ indicator: Indicator, by register: Register, _ place: Place) throws(Diagnostic) {
        switch indicator.definition {
        case .counted(let counted):
            if path(counted, to: register.id) != nil { return }
        case .derived:
            for leaf in indicator.term.leaves {
                guard let other = indicators[leaf.indicator] else { continue }
                try check(other, by: register, place)
            }
            return
        case .members(let members):
            if members.register == register.id { return }
        }
        throw Diagnostic(
            place, "breakdown",
            Words(
                zh: "“\(indicator.name.zh)”不能按“\(register.name.zh)”分列：记录没有唯一的关联，请在指标里写 by。",
                en: "“\(indicator.name.en)” can't be broken down by “\(register.name.en)”: there is no single reference; say “by” in its measure."))
    }

    /// The way from the counted records to a register: `by`, the field that is counted, the one reference, or the one at
    /// second hand. Nil where there is none or more than one.
    func path(_ counted: Counted, to target: Name) -> FieldPath? {
        if counted.register == target {
            return FieldPath(register: target, hops: [], field: VersionedTable.id.name, type: .reference(target), places: 0)
        }
        for path in [counted.by, counted.field].compactMap({ $0 }) + counted.series where path.type == .reference(target) { return path }
        guard let register = catalogue.register(counted.register) else { return nil }
        let direct = references(of: register).filter { $0.target == target }
        if let only = direct.first { return direct.count == 1 ? path(register.id, [], only.field, target) : nil }
        var found: [FieldPath] = []
        for step in references(of: register) {
            guard let next = catalogue.register(step.target) else { continue }
            for last in references(of: next) where last.target == target {
                found.append(path(register.id, [.init(field: step.field, target: step.target)], last.field, target))
            }
        }
        return found.count == 1 ? found[0] : nil
    }

    private func path(_ register: Name, _ hops: [FieldPath.Hop], _ field: Name, _ target: Name) -> FieldPath {
        FieldPath(register: register, hops: hops, field: field, type: .reference(target), places: 0)
    }

    private func references(of register: Register) -> [(field: Name, target: Name)] {
        register.activeFields.compactMap { field in field.kind.target.map { (field.column, $0) } }
    }
}
