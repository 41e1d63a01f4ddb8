import Storage

/// Reads `groups.yaml` and `roles.yaml`: names with their labels, and what else each says.
enum GroupsReader {
    /// `economy: { zh: 经济运行, en: Economy }`, or with `name:` and the readers that its registers have unless they say otherwise.
    static func groups(_ sources: Sources, _ roles: [Role], _ diagnostics: inout Diagnostics) -> [Group] {
        labelled("groups.yaml", sources, also: ["readers", "writers"], &diagnostics).map { id, name, entry in
            Group(
                id: id, name: name, readers: HoldersReader.holders(entry["readers"], "readers", roles, &diagnostics),
                writers: HoldersReader.holders(entry["writers"], "writers", roles, &diagnostics))
        }
    }

    /// `leader: { name: { zh: 委领导, en: Leader } }`; `outside: yes` for who isn't of the committee, `of: org_unit` for who holds it for
    /// an office, with `sees: own` and `writes: all` where that differs from the usual; `officer: system` for one of the three.
    static func roles(_ sources: Sources, _ diagnostics: inout Diagnostics) -> [Role] {
        labelled("roles.yaml", sources, also: ["outside", "of", "sees", "writes", "officer"], &diagnostics).map { id, name, entry in
            let bounds: [(String, Bool)] = [("own", true), ("all", false)]
            return Role(
                id: id, name: name, isOutside: entry["outside"].flatMap { $0.truth(&diagnostics) } ?? false,
                of: entry["of"].flatMap { $0.name(&diagnostics) }, seesOwn: entry["sees"].flatMap { $0.choice(bounds, &diagnostics) } ?? false,
                writesOwn: entry["writes"].flatMap { $0.choice(bounds, &diagnostics) } ?? true,
                officer: entry["officer"].flatMap { $0.choice(Role.Officer.allCases.map { ($0.rawValue, $0) }, &diagnostics) })
        }
    }

    /// Names with labels, which stand for themselves or under `name:` beside other keys.
    private static func labelled(
        _ file: String, _ sources: Sources, also keys: [String], _ diagnostics: inout Diagnostics
    ) -> [(Name, Words, Entry)] {
        guard let entry = SiteReader.needed(file, sources, &diagnostics) else { return [] }
        return entry.pairs(&diagnostics).compactMap { pair in
            if pair.value["name"] != nil { pair.value.allow(["name"] + keys, &diagnostics) }
            let label = pair.value["name"] ?? pair.value
            guard let id = Entry.name(pair.key, at: pair.keyPlace, &diagnostics), let name = label.words(&diagnostics) else { return nil }
            return (id, name, pair.value)
        }
    }
}
