import Crypto
import Foundation

import Storage

/// Reads a folder of declarations into a catalogue, or throws all its diagnostics at once.
public enum CatalogueReader {
    /// The catalogue of the sources. Indicators and reports are read by their own storeys from the same sources.
    public static func catalogue(_ sources: Sources) throws(Diagnostics) -> Catalogue {
        var diagnostics = Diagnostics()
        let catalogue = read(sources, &diagnostics)
        guard diagnostics.isEmpty, let catalogue else { throw diagnostics }
        return catalogue
    }

    /// The catalogue as far as it can be read, with what is wrong added to `diagnostics`; so that the storeys above can
    /// say what is wrong in their files too.
    public static func read(_ sources: Sources, _ diagnostics: inout Diagnostics) -> Catalogue? {
        let site = SiteReader.site(sources, &diagnostics)
        let roles = GroupsReader.roles(sources, &diagnostics)
        let groups = GroupsReader.groups(sources, roles, &diagnostics)
        let parameters = SiteReader.parameters(sources, &diagnostics)
        let calendar = SiteReader.calendar(sources, &diagnostics)

        var pending: [RegisterReader.Pending] = []
        for source in sources.inside("registers") {
            guard let found = RegisterReader.read(source, groups: groups, roles: roles, &diagnostics) else { continue }
            pending.append(found)
        }
        let known = Dictionary(pending.map { ($0.register.id, $0.register) }, uniquingKeysWith: { first, _ in first })
        let surroundings = TermReader.Surroundings(registers: known, parameters: parameters)
        let files = Set(sources.inside("registers").compactMap { Name($0.file.dropFirst("registers/".count).dropLast(".yaml".count).description) })
        let registers = pending.map { CatalogueReader.finished($0, surroundings, files: files, &diagnostics) }
            .map { CatalogueReader.onClock($0, offset: site?.offset ?? 28_800) }
        let sorted = registers.sorted { left, right in
            let (a, b) = (groups.firstIndex { $0.id == left.group } ?? 0, groups.firstIndex { $0.id == right.group } ?? 0)
            return a != b ? a < b : left.id.text < right.id.text
        }
        let scopes = SiteReader.scopes(sources, &diagnostics)
        let rosters = SiteReader.rosters(sources, surroundings, &diagnostics)
        guard let site else { return nil }
        return Catalogue(
            site: site, groups: groups, registers: sorted, parameters: parameters, scopes: scopes, rosters: rosters, calendar: calendar,
            roles: roles, digest: digest(sources))
    }

    /// SHA-256 over the files' names and texts.
    static func digest(_ sources: Sources) -> String {
        var hash = SHA256()
        for source in sources.all {
            hash.update(data: Data("\(source.file)\0\(source.text)\0".utf8))
        }
        return hash.finalize().map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }

    /// The register with its conditions, formulas and references checked against all others.
    private static func finished(
        _ pending: RegisterReader.Pending, _ surroundings: TermReader.Surroundings, files: Set<Name>, _ diagnostics: inout Diagnostics
    ) -> Register {
        var register = pending.register
        let reader = TermReader(surroundings: surroundings, register: register, allowsReferences: false, allowsDivision: true)
        for (index, waiting) in pending.fields.enumerated() {
            // What names a field that is wrong in itself can't be checked until that is mended.
            func checked<T>(_ formula: Formula, _ read: () throws(Diagnostic) -> T) -> T? {
                guard pending.broken.isDisjoint(with: formula.paths.compactMap { $0.path.first.flatMap { Name($0) } }) else { return nil }
                do throws(Diagnostic) { return try read() } catch {
                    diagnostics.add(error)
                    return nil
                }
            }
            if let required = waiting.required, let term = checked(required, { () throws(Diagnostic) in try reader.condition(required) }) {
                register.fields[index].required = .when(term)
            }
            if let check = waiting.check, let term = checked(check.formula, { () throws(Diagnostic) in try reader.condition(check.formula) }) {
                register.fields[index].check = (term, check.message)
            }
            if let formula = waiting.field.kind as? FormulaField,
                let kind = checked(formula.source, { () throws(Diagnostic) in try finished(formula, reader) })
            {
                register.fields[index].kind = kind
            }
            checkInitial(waiting.field, &diagnostics)
            let kind = waiting.field.kind
            if let target = kind.target, surroundings.registers[target] == nil, !files.contains(target) {
                diagnostics.add(
                    waiting.field.place, "unknown-register", zh: "“\(waiting.field.name.zh)”关联的台账“\(target.text)”不存在。",
                    en: "“\(waiting.field.name.en)” refers to the register “\(target.text)”, which doesn't exist.",
                    suggestion: Suggestion.nearest(to: target.text, among: surroundings.registers.keys.map(\.text)))
            }
        }
        register.balance = BalanceReader.bound(pending.balance, register, surroundings.registers, &diagnostics)
        if register.list.isEmpty {
            register.list = Array(register.activeFields.prefix(6).map(\.id)) + (register.states.isEmpty ? [] : [Register.stateColumn])
        }
        cycles(register, &diagnostics)
        return register
    }

    /// A default that the field wouldn't take would spoil every new record. What a reference names is only known to the book.
    private static func checkInitial(_ field: Field, _ diagnostics: inout Diagnostics) {
        guard !field.initial.isEmpty, field.kind.target == nil else { return }
        do throws(Fault) { _ = try field.kind.read(field.initial, InputContext()) } catch {
            diagnostics.add(
                field.place, "default", zh: "“\(field.name.zh)”的初始值：\(error.words.zh)", en: "The default of “\(field.name.en)”: \(error.words.en)")
        }
    }

    private static func finished(_ formula: FormulaField, _ reader: TermReader) throws(Diagnostic) -> FormulaField {
        var formula = formula
        let typed = try reader.read(formula.source)
        switch (formula.type, typed.type) {
        case (.number, .number), (.number, .mixed): formula.factor = try reader.factor(from: typed.type, to: formula.type, formula.source.place)
        case (.text, .text), (.day, .day), (.truth, .truth): break
        default:
            throw Diagnostic(
                formula.source.place, "formula",
                Words(
                    zh: "公式得到的是\(typed.type.words.zh)，声明的却是\(formula.type.words.zh)。",
                    en: "The formula gives \(typed.type.words.en), but \(formula.type.words.en) is declared."))
        }
        formula.term = typed.term
        return formula
    }

    /// The register with its moments on the site's clock.
    private static func onClock(_ register: Register, offset: Int) -> Register {
        var register = register
        for index in register.fields.indices {
            if var moment = register.fields[index].kind as? MomentField {
                moment.offset = offset
                register.fields[index].kind = moment
            } else if var rows = register.fields[index].kind as? RowsField {
                rows.set(offset: offset)
                register.fields[index].kind = rows
            }
        }
        return register
    }

    /// Formulas that need each other can't be computed.
    private static func cycles(_ register: Register, _ diagnostics: inout Diagnostics) {
        var needs: [Name: Set<Name>] = [:]
        for field in register.fields {
            guard let formula = field.kind as? FormulaField else { continue }
            needs[field.id] = Set(formula.source.paths.compactMap { $0.path.first.flatMap { Name($0) } })
        }
        for field in register.fields where needs[field.id] != nil {
            var seen: Set<Name> = []
            var open = Array(needs[field.id] ?? [])
            while let next = open.popLast() {
                if next == field.id {
                    diagnostics.add(
                        field.place, "cycle", zh: "公式“\(field.name.zh)”绕回了自己。", en: "The formula “\(field.name.en)” leads back to itself.")
                    break
                }
                if seen.insert(next).inserted { open += Array(needs[next] ?? []) }
            }
        }
    }
}
