import Storage

/// Reads the files that are not registers: the site, parameters, scopes, rosters and calendars.
enum SiteReader {
    static func site(_ sources: Sources, _ diagnostics: inout Diagnostics) -> Site? {
        guard let entry = needed("site.yaml", sources, &diagnostics) else { return nil }
        entry.allow(["site", "organisation", "time_zone", "since", "home", "access"], &diagnostics)
        let home = entry["home"]?.members(&diagnostics).compactMap { $0.name(&diagnostics) } ?? []
        guard let name = entry.required("site", &diagnostics)?.words(&diagnostics),
            let organisation = entry.required("organisation", &diagnostics)?.words(&diagnostics),
            let since = entry.required("since", &diagnostics)?.whole(1949...2200, &diagnostics)
        else { return nil }
        var offset = 28_800
        if let zone = entry["time_zone"] { offset = SiteReader.offset(zone, &diagnostics) ?? offset }
        let access = entry["access"].map { AccessReader.rules($0, &diagnostics) } ?? AccessRules()
        return Site(name: name, organisation: organisation, offset: offset, since: since, home: home, access: access)
    }

    /// A file that every site has.
    static func needed(_ file: String, _ sources: Sources, _ diagnostics: inout Diagnostics) -> Entry? {
        guard let source = sources[file] else {
            diagnostics.add(Place(file: file, line: 1, column: 1), "missing-file", zh: "缺少文件 \(file)。", en: "The file \(file) is missing.")
            return nil
        }
        return source.entry(&diagnostics)
    }

    /// `+08:00` in seconds.
    private static func offset(_ entry: Entry, _ diagnostics: inout Diagnostics) -> Int? {
        let text = entry.scalar ?? ""
        let parts = text.dropFirst().split(separator: ":").compactMap { Int($0) }
        if let sign = text.first, sign == "+" || sign == "-", parts.count == 2, (0...14).contains(parts[0]), (0...59).contains(parts[1]) {
            return (sign == "-" ? -1 : 1) * (parts[0] * 3600 + parts[1] * 60)
        }
        diagnostics.add(entry.place, "time-zone", zh: "时区写成 +08:00。", en: "Write the time zone as +08:00.")
        return nil
    }

    static func parameters(_ sources: Sources, _ diagnostics: inout Diagnostics) -> [Name: Parameter] {
        guard let entry = needed("parameters.yaml", sources, &diagnostics) else { return [:] }
        var parameters: [Name: Parameter] = [:]
        for pair in entry.pairs(&diagnostics) {
            pair.value.allow(["value", "unit", "name", "note"], &diagnostics)
            guard let id = Entry.name(pair.key, at: pair.keyPlace, &diagnostics),
                let name = pair.value.required("name", &diagnostics)?.words(&diagnostics),
                let value = pair.value.required("value", &diagnostics)
            else { continue }
            let unit = NumberField.unit(pair.value, &diagnostics)
            let content: Parameter.Content
            switch value.shape {
            case .list: content = .list(value.members(&diagnostics).compactMap { $0.text(&diagnostics) })
            case .scalar(let text):
                if !value.isQuoted, let amount = Amount(text) { content = .number(amount, unit) } else { content = .text(text) }
            case .map:
                diagnostics.add(value.place, "parameter", zh: "参数的值是数、文字或列表。", en: "A parameter is a number, a text or a list.")
                continue
            }
            parameters[id] = Parameter(id: id, name: name, content: content)
        }
        return parameters
    }

    static func scopes(_ sources: Sources, _ diagnostics: inout Diagnostics) -> [Scope] {
        guard let entry = needed("scopes.yaml", sources, &diagnostics) else { return [] }
        return entry.pairs(&diagnostics).compactMap { pair in
            pair.value.allow(["name", "where"], &diagnostics)
            guard let id = Entry.name(pair.key, at: pair.keyPlace, &diagnostics),
                let name = pair.value.required("name", &diagnostics)?.words(&diagnostics)
            else { return nil }
            return Scope(id: id, name: name, condition: pair.value["where"].flatMap { FieldReader.formula($0, &diagnostics) })
        }
    }

    static func rosters(_ sources: Sources, _ surroundings: TermReader.Surroundings, _ diagnostics: inout Diagnostics) -> [Name: Roster] {
        guard sources["rosters.yaml"] != nil, let entry = needed("rosters.yaml", sources, &diagnostics) else { return [:] }
        var rosters: [Name: Roster] = [:]
        for pair in entry.pairs(&diagnostics) {
            pair.value.allow(["name", "of", "where"], &diagnostics)
            guard let id = Entry.name(pair.key, at: pair.keyPlace, &diagnostics),
                let name = pair.value.required("name", &diagnostics)?.words(&diagnostics),
                let of = pair.value.required("of", &diagnostics), let text = of.text(&diagnostics)
            else { continue }
            let path = text.split(separator: ".").compactMap { Name(String($0)) }
            guard path.count == 2, let register = surroundings.registers[path[0]], let field = register.field(path[1]), field.kind.target != nil
            else {
                diagnostics.add(
                    of.place, "roster", zh: "名册写成 台账.关联字段，如 qualification.enterprise。",
                    en: "A roster is register.reference, as qualification.enterprise.")
                continue
            }
            var condition: Term?
            if let written = pair.value["where"], let formula = FieldReader.formula(written, &diagnostics) {
                do throws(Diagnostic) {
                    condition = try TermReader(surroundings: surroundings, register: register, allowsPeriod: true).condition(formula)
                } catch { diagnostics.add(error) }
            }
            rosters[id] = Roster(id: id, name: name, register: path[0], member: path[1], condition: condition)
        }
        return rosters
    }

    static func calendar(_ sources: Sources, _ diagnostics: inout Diagnostics) -> WorkCalendar {
        var years: [Int: WorkCalendar.Year] = [:]
        for source in sources.inside("calendar") {
            guard let entry = source.entry(&diagnostics) else { continue }
            entry.allow(["year", "holidays", "workdays", "source"], &diagnostics)
            guard let year = entry.required("year", &diagnostics)?.whole(1949...2200, &diagnostics) else { continue }
            let workdays = days(entry["workdays"], year, &diagnostics)
            for day in workdays where day.weekday <= 5 {
                diagnostics.add(source.place, "calendar", zh: "\(day.iso) 本来就是工作日。", en: "\(day.iso) is a working day anyway.")
            }
            years[year] = WorkCalendar.Year(
                holidays: Set(days(entry["holidays"], year, &diagnostics)), workdays: Set(workdays), source: entry["source"]?.scalar ?? "")
        }
        return WorkCalendar(years: years)
    }

    /// Days and spans of days (`2022-01-31 .. 2022-02-06`) of one year.
    private static func days(_ entry: Entry?, _ year: Int, _ diagnostics: inout Diagnostics) -> [Day] {
        var result: [Day] = []
        for member in entry?.members(&diagnostics) ?? [] {
            let ends = (member.scalar ?? "").split(separator: " ").filter { $0 != ".." }.map { Day(iso: String($0)) }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first <= last, first.year == year,
                last.ordinal - first.ordinal < 40
            else {
                diagnostics.add(
                    member.place, "calendar", zh: "写成本年的 2022-01-01 或 2022-01-31 .. 2022-02-06。",
                    en: "Write days of this year, 2022-01-01 or 2022-01-31 .. 2022-02-06.")
                continue
            }
            result += (first.ordinal...last.ordinal).compactMap { Day(ordinal: $0) }
        }
        return result
    }
}

extension Source {
    fileprivate var place: Place { Place(file: file, line: 1, column: 1) }
}
