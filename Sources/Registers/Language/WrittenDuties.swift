import Storage

/// Whether every register says what a park must know of it: who reads it, what tells its records apart, and what it is for.
///
/// It is asked when declarations are checked, planned and applied. A site that was opened with older ones goes on; of its
/// registers that don't say who reads them, nobody but the machine's own console does.
public struct WrittenDuties: Sendable {
    private let catalogue: Catalogue

    public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// Adds a diagnostic for each register that leaves something out, and for each role of an enterprise that doesn't say
    /// whether it is from outside.
    public func check(_ sources: Sources, _ diagnostics: inout Diagnostics) {
        // Readers that are written wrongly are told already.
        let told = Set(diagnostics.all.filter { $0.rule == "readers" || $0.rule == "unknown-role" }.map(\.place.file))
        for register in catalogue.registers {
            if register.readers == .nobody, !told.contains(register.place.file), !told.contains("groups.yaml") {
                diagnostics.add(
                    register.place, "readers",
                    zh: "“\(register.name.zh)”没有写谁能看：在这里写 readers: [角色]（全委都能看的写 readers: all），或在 groups.yaml 的 "
                        + "\(register.group.text) 写成 { name: …, readers: … }。",
                    en: "It isn't written who reads “\(register.name.en)”: write readers: [roles] here (readers: all for everybody of the "
                        + "committee), or { name: …, readers: … } at \(register.group.text) in groups.yaml.")
            }
            if register.key.isEmpty, !isTold(register.place.file, "unknown-field", diagnostics) {
                diagnostics.add(
                    register.place, "key", zh: "“\(register.name.zh)”没有自然键：写 key: [字段]，这几栏都相同的就是同一条记录。",
                    en: "“\(register.name.en)” has no natural key: write key: [fields]; records that agree in all of them are one.")
            }
            if register.purpose.zh.allSatisfy(\.isWhitespace) || register.purpose.en.allSatisfy(\.isWhitespace) {
                diagnostics.add(
                    register.place, "purpose", zh: "“\(register.name.zh)”的用途（purpose）是空的：用一句话写它记什么。",
                    en: "The purpose of “\(register.name.en)” is empty: say in a sentence what it records.")
            }
        }
        outside(sources, &diagnostics)
        roles(sources, &diagnostics)
    }

    private func isTold(_ file: String, _ rule: String, _ diagnostics: Diagnostics) -> Bool {
        diagnostics.all.contains { $0.place.file == file && $0.rule == rule }
    }

    /// `all` must never come to mean an enterprise because a word was left out.
    private func outside(_ sources: Sources, _ diagnostics: inout Diagnostics) {
        var ignored = Diagnostics()
        guard let entry = sources["roles.yaml"]?.entry(&ignored) else { return }
        for pair in entry.pairs(&ignored) where pair.key.hasPrefix("enterprise") && pair.value["outside"] == nil {
            diagnostics.add(
                pair.keyPlace, "outside",
                zh: "“\(pair.key)”像是企业一方的角色：写成 { name: …, outside: yes }，readers: all 就不包括它；是本委的岗位就写 outside: no。",
                en: "“\(pair.key)” looks like a role of an enterprise: write { name: …, outside: yes }, so that readers: all leaves it out, "
                    + "or outside: no where it is of the committee.")
        }
    }

    /// Who comes from outside sees the records of its own enterprise, so it must be said which register that is; and an officer
    /// holds nothing else.
    private func roles(_ sources: Sources, _ diagnostics: inout Diagnostics) {
        var ignored = Diagnostics()
        guard let entry = sources["roles.yaml"]?.entry(&ignored) else { return }
        for pair in entry.pairs(&ignored) {
            guard let role = catalogue.roles.first(where: { $0.id.text == pair.key }) else { continue }
            if let of = role.of, catalogue.register(of) == nil {
                diagnostics.add(
                    pair.value["of"]?.place ?? pair.keyPlace, "unknown-register", zh: "没有台账“\(of.text)”。", en: "There is no register “\(of.text)”.",
                    suggestion: Suggestion.nearest(to: of.text, among: catalogue.registers.map(\.id.text)))
            }
            if role.isOutside, role.of == nil {
                diagnostics.add(
                    pair.keyPlace, "of", zh: "委外的角色只能看自己的记录：写 of: 台账（如 of: enterprise），说明它是哪类记录的。",
                    en: "A role from outside sees its own records only: write of: and the register they belong to, as of: enterprise.")
            }
            if role.officer != nil, role.isOutside || role.of != nil {
                diagnostics.add(
                    pair.keyPlace, "officer", zh: "三员不兼任别的：officer 旁边不能写 outside 和 of。",
                    en: "An officer holds nothing else: no outside or of beside it.")
            }
        }
    }
}
