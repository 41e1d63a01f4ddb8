import Registers
import Storage

/// What the book keeps: every register by its group, with what it is for and how many records it has.
struct RegistersPage: Page {
    let groups: [(group: Group, registers: [(register: Register, count: Int)])]

    var room: Frame.Room { .registers }
    func title(_ visit: Visit) -> String { visit("台账", "Registers") }

    init(_ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        let records = desk.records(visit)
        groups = try desk.catalogue.groups.compactMap { group in
            let registers = try desk.catalogue.registers.filter { $0.group == group.id && visit.permission.sees($0) }.map { register in
                (register: register, count: try records.listing(Query(register, limit: 0), in: reading).total)
            }
            return registers.isEmpty ? nil : (group, registers)
        }
    }

    func body(_ visit: Visit) -> HTML {
        let count = groups.reduce(0) { $0 + $1.registers.count }
        let sections: [HTML] = groups.map { group, registers in
            let cards: [HTML] = registers.map { register, count in
                """
                <li><a class="sheet" href="\(Link.list(register.id))"><span class="head"><b>\(visit(register.name))</b><i>\(FigureText.grouped(count))</i></span>\
                <span class="soft">\(visit(register.purpose))</span></a></li>
                """
            }
            return "<section id=\"\(group.id.text)\"><h2>\(visit(group.name))</h2><ul class=\"cards\">\(cards)</ul></section>\n"
        }
        return """
            \(Frame.title(visit("台账", "Registers"), visit("\(count) 本，每一条记录都有来历", "\(count) of them; every record has its story")))
            \(sections)
            """
    }
}
