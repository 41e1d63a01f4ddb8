import Registers
import Testing

@Suite("Who reads the sample park's registers")
struct SampleReadersTests {
    @Test("Talks, accountability, personal matters and complaints are for those who must; nothing is for an enterprise by “all”")
    func narrow() throws {
        let catalogue = try SampleBook.shared().book.catalogue
        let office = Subject(name: "a", roles: ["construction_office"])
        let firm = Subject(name: "b", roles: ["enterprise_statistician", "enterprise_contact"])
        let narrow = [
            "talk", "talk_coverage", "accountability", "discipline_return", "integrity_risk", "personal_matter_count", "leave", "service_case",
            "finance", "sales", "tax_payment",
        ]
        for name in narrow {
            let register = try #require(catalogue.registers.first { $0.id.text == name })
            #expect(!register.readers.include(office, among: catalogue.roles), "\(name)")
        }
        // What a firm files or answers for, of which it sees its own.
        let open = ["enterprise", "sales", "finance", "employment", "energy", "product_month", "hazard", "env_issue", "service_case"]
        for register in catalogue.registers {
            #expect(register.readers != .nobody, "\(register.id.text)")
            #expect(!register.readers.include(firm, among: catalogue.roles) || open.contains(register.id.text), "\(register.id.text)")
            #expect(register.readers.include(Subject(name: "c", roles: ["leader"]), among: catalogue.roles), "\(register.id.text)")
        }
    }
}
