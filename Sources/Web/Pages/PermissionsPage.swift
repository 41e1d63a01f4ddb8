import Registers
import Storage

/// What a role may see, change and do in each register, as the declarations have it.
struct PermissionsPage: Page {
    private let roles: [Role]
    private let role: Role
    private let cells: [PermissionMatrix.Cell]
    private let closed: Int
    private let bound: Words?

    var room: Frame.Room { .permissions }
    func title(_ visit: Visit) -> String { visit("权限：\(role.name.zh)", "Permissions: \(role.name.en)") }

    init(_ visit: Visit, _ desk: Desk) throws {
        let catalogue = desk.catalogue
        guard let first = catalogue.roles.first else { throw Problem.missing(zh: "还没有声明角色（roles.yaml）。", en: "No roles are declared (roles.yaml).") }
        if let asked = visit["role"] {
            guard let found = catalogue.roles.first(where: { $0.id.text == asked }) else {
                throw Problem.missing(zh: "没有这个角色。请从列表里选一个。", en: "There is no such role. Choose one from the list.")
            }
            role = found
        } else {
            role = first
        }
        roles = catalogue.roles
        bound = PermissionWords.bound(role, catalogue)
        let all = PermissionMatrix(catalogue).cells(of: role)
        cells = all.filter { !$0.isClosed }
        closed = all.count - cells.count
    }

    func body(_ visit: Visit) -> HTML {
        let acts: HTML = "<a href=\"\(Link.permissions)/export\">\(visit("导出全部角色 CSV", "Export all roles, CSV"))</a>"
        return """
            \(Frame.title(visit("权限", "Permissions"), visit("按声明算出：谁能看、能改、能办", "From the declarations: who sees, changes and does what"), acts: acts))
            \(choice(visit))
            <section class="sheet scroll"><h2>\(visit(role.name)) <small>\(counts(visit))</small></h2>
            \(bound.map { "<p>\(visit($0))</p>" as HTML })\(cells.isEmpty ? nil : table(visit))
            </section>
            """
    }

    private func counts(_ visit: Visit) -> String {
        visit(
            "能看 \(count(\.sees)) 个台账，能改 \(count(\.writes)) 个，与 \(closed) 个无关",
            "sees \(count(\.sees)) registers, changes \(count(\.writes)), \(closed) are closed to it")
    }

    private func count(_ part: KeyPath<PermissionMatrix.Cell, PermissionMatrix.Reach>) -> Int { cells.count { $0[keyPath: part] != .nothing } }

    private func choice(_ visit: Visit) -> HTML {
        let links: [HTML] = roles.map { one in
            let mark: HTML = one.id == role.id ? " aria-current=\"page\"" : ""
            return "<a href=\"\(Link.permissions + Link.query([("role", one.id.text)]))\"\(mark)>\(visit(one.name))</a>"
        }
        return "<nav class=\"periods\" aria-label=\"\(visit("角色", "Roles"))\">\(links)</nav>"
    }

    private func table(_ visit: Visit) -> HTML {
        let rows: [HTML] = cells.map { cell in
            """
            <tr><td class="lead"><a href="\(Link.list(cell.register.id))">\(visit(cell.register.name))</a></td>\
            <td data-label="\(visit("分组", "Group"))">\(visit(cell.group.name))</td>\
            <td data-label="\(visit("看", "See"))">\(visit(PermissionWords.reach(cell.sees)))</td>\
            <td data-label="\(visit("登记和修改", "Enter and change"))">\(visit(PermissionWords.reach(cell.writes)))</td>\
            <td data-label="\(visit("办理", "Steps"))">\(visit(PermissionWords.moves(cell)))</td></tr>

            """
        }
        return """
            <table><caption class="hidden">\(title(visit))</caption>
            <thead><tr><th scope="col">\(visit("台账", "Register"))</th><th scope="col">\(visit("分组", "Group"))</th><th scope="col">\(visit("看", "See"))</th>\
            <th scope="col">\(visit("登记和修改", "Enter and change"))</th><th scope="col">\(visit("办理", "Steps"))</th></tr></thead>
            <tbody>\(rows)</tbody></table>

            """
    }
}
