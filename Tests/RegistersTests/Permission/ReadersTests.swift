import Registers
import Storage
import Testing

@Suite("Who reads a register")
struct ReadersTests {
    private static let roles = """
        leader: { name: { zh: 委领导, en: Leader } }
        economy_office: { name: { zh: 经济发展部, en: Economy office } }
        enterprise_statistician: { name: { zh: 企业统计员, en: Enterprise statistician }, outside: yes, of: enterprise }
        """
    private static let groups = "economy: { name: { zh: 经济, en: Economy }, readers: all }\nsafety: { zh: 安全, en: Safety }\n"

    /// Every file of the usual declarations that other tests read, with roles of its own and moves that name none but them.
    private func sources(_ readers: String?, roles: String = roles, groups: String = groups) -> Sources {
        let sales = readers.map { Park.sales.replacing("group: economy", with: "group: economy\nreaders: \($0)") } ?? Park.sales
        return Park.sources(["roles.yaml": roles, "groups.yaml": groups, "registers/sales.yaml": sales])
    }

    private func rules(_ sources: Sources) -> [String] {
        var found = Diagnostics()
        if let catalogue = CatalogueReader.read(sources, &found) { WrittenDuties(catalogue).check(sources, &found) }
        return found.all.filter { $0.place.file == "registers/sales.yaml" || $0.place.file == "roles.yaml" }.map(\.rule)
    }

    private func readers(_ sources: Sources) throws -> (Holders, [Role]) {
        var found = Diagnostics()
        let catalogue = try #require(CatalogueReader.read(sources, &found))
        return (try #require(catalogue.register("sales")).readers, catalogue.roles)
    }

    @Test("A register without readers has those of its group; its own come first")
    func group() throws {
        #expect(try readers(sources(nil)).0 == .everybody)
        #expect(try readers(sources("[leader]")).0 == .roles(["leader"]))
    }

    @Test("“all” is the committee: a firm's statistician isn't meant, nor a role that isn't declared, nor nobody's role")
    func everybody() throws {
        let (readers, roles) = try readers(sources("all"))
        #expect(readers.include(Subject(name: "a", roles: ["economy_office"]), among: roles))
        #expect(!readers.include(Subject(name: "b", roles: ["enterprise_statistician"]), among: roles))
        #expect(!readers.include(Subject(name: "c", roles: ["economy"]), among: roles))
        #expect(!readers.include(Subject(name: "d"), among: roles))
    }

    @Test("Who holds a role that is named reads, also one from outside; nobody else does")
    func named() throws {
        let (readers, roles) = try readers(sources("[leader, enterprise_statistician]"))
        #expect(readers.include(Subject(name: "a", roles: ["leader", "economy_office"]), among: roles))
        #expect(readers.include(Subject(name: "b", roles: ["enterprise_statistician"]), among: roles))
        #expect(!readers.include(Subject(name: "c", roles: ["economy_office"]), among: roles))
        #expect(readers.words(roles).zh == "委领导、企业统计员")
    }

    @Test(
        "Readers that are missing, empty, unknown or mixed with all are refused once, at their place",
        arguments: [("[]", "readers"), ("[leeder]", "unknown-role"), ("[all, leader]", "readers")])
    func refused(_ written: String, _ rule: String) { #expect(rules(sources(written)).filter { $0 == rule }.count == 1) }

    @Test("A role from outside may stand beside all, and nothing else of the committee is given away by it")
    func beside() throws {
        let (readers, roles) = try readers(sources("[all, enterprise_statistician]"))
        #expect(readers == .everybodyAnd(["enterprise_statistician"]))
        #expect(readers.include(Subject(name: "a", roles: ["economy_office"]), among: roles))
        #expect(readers.include(Subject(name: "b", roles: ["enterprise_statistician"]), among: roles))
        #expect(!readers.include(Subject(name: "c"), among: roles))
        #expect(readers.written(roles) == ["all", "enterprise_statistician"])
    }

    @Test("A register that says nothing, of a group that says nothing, is refused")
    func silent() {
        let silent = Self.groups.replacing(", readers: all", with: "")
        #expect(rules(sources(nil, groups: silent)).contains("readers"))
        #expect(!rules(sources("all", groups: silent)).contains("readers"))
    }

    @Test("A role that looks like an enterprise's must say whether it is from outside")
    func outside() {
        #expect(!rules(sources("all")).contains("outside"))
        #expect(rules(sources("all", roles: Self.roles.replacing(", outside: yes, of: enterprise", with: ""))).contains("outside"))
    }

    @Test(
        "A role from outside says whose records are its own, of a register that there is; an officer holds nothing else",
        arguments: [
            ("enterprise_statistician: { name: { zh: 统计员, en: S }, outside: yes }", "of"),
            ("head: { name: { zh: 负责人, en: H }, of: entrprise }", "unknown-register"),
            ("auditor: { name: { zh: 审计员, en: A }, officer: audit, of: enterprise }", "officer"),
            ("auditor: { name: { zh: 审计员, en: A }, officer: boss }", "choice"),
        ])
    func bounds(_ role: String, _ rule: String) {
        let roles = "leader: { name: { zh: 委领导, en: Leader } }\n\(role)\n"
        #expect(rules(sources("all", roles: roles)).contains(rule), "\(rules(sources("all", roles: roles)))")
    }
}
