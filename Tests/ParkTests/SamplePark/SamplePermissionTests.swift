import Storage
import Testing

@testable import Registers

/// Every role × every register of the sample park: what a list shows, what is found one by one, and what the rule says of each
/// row must be the same records.
@Suite("Each role sees and keeps the records that are its own")
struct SamplePermissionTests {
    private func permission(_ role: Role, _ catalogue: Catalogue, _ reading: Reading) throws -> Permission {
        var own: [Name: Set<Int64>] = [:]
        if let of = role.of, let register = catalogue.register(of) {
            let ids = try reading.rows("SELECT id FROM \(register.table.current) ORDER BY id LIMIT 2 OFFSET 1").compactMap { $0.integer(at: 0) }
            own[of] = Set(ids)
        }
        return Permission(role.id.text, Duties([role.id.text], own: own, of: catalogue))
    }

    @Test("The condition in SQL and the test of one record agree for every role and register")
    func agree() throws {
        let park = try SampleBook.shared()
        let catalogue = park.book.catalogue
        var bounded = 0
        var wrong: [String] = []
        try park.book.store.read { (reading: Reading) throws in
            for role in catalogue.roles {
                let permission = try permission(role, catalogue, reading)
                for register in catalogue.registers {
                    let layout = RecordLayout(register)
                    let listed = Set(
                        try reading.rows(
                            "SELECT t.id FROM \(layout.table.current) AS t WHERE \(permission.condition(register, alias: "t"))"
                        ).compactMap { $0.integer(at: 0) })
                    #expect(permission.sees(register) || listed.isEmpty, "\(role.id.text) \(register.id.text)")
                    if role.of != nil, role.isOutside, !listed.isEmpty { bounded += 1 }
                    let ids = try reading.rows("SELECT id FROM \(layout.table.current) ORDER BY id LIMIT 40").compactMap { $0.integer(at: 0) }
                    for id in ids + listed.prefix(5) {
                        guard let row = try RecordSelect.row(id, layout, in: reading) else { continue }
                        let seen = permission.sees(id, row.row, layout)
                        if seen != listed.contains(id) || (permission.writes(id, row.row, layout) && !seen) {
                            wrong.append("\(role.id.text) \(register.id.text) \(id)")
                        }
                    }
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(5))")
        // An empty answer for everybody would agree too.
        #expect(bounded >= 6)
    }

    @Test("Every register is kept by somebody who reads it, and the officers keep and read none")
    func keepers() throws {
        let catalogue = try SampleBook.shared().book.catalogue
        for register in catalogue.registers {
            let keepers = catalogue.roles.filter {
                Permission($0.id.text, Duties([$0.id.text], own: [$0.of ?? "none": [1]], of: catalogue)).writes(register)
            }
            #expect(!keepers.isEmpty, "\(register.id.text)")
            #expect(keepers.allSatisfy { $0.officer == nil }, "\(register.id.text)")
        }
        for officer in catalogue.roles where officer.officer != nil {
            #expect(!catalogue.registers.contains { Permission(officer.id.text, Duties([officer.id.text], of: catalogue)).sees($0) })
        }
        #expect(Set(catalogue.roles.compactMap(\.officer)) == Set(Role.Officer.allCases))
    }

    @Test("A step of the workflow is for somebody who sees the register")
    func takers() throws {
        let catalogue = try SampleBook.shared().book.catalogue
        for register in catalogue.registers {
            for move in register.moves {
                let takers = catalogue.roles.filter { move.by.contains($0.id) }
                for role in takers {
                    let permission = Permission(role.id.text, Duties([role.id.text], own: [role.of ?? "none": [1]], of: catalogue))
                    #expect(permission.sees(register), "\(register.id.text).\(move.id.text) by \(role.id.text)")
                }
                #expect(!takers.isEmpty, "\(register.id.text).\(move.id.text)")
            }
        }
    }
}
