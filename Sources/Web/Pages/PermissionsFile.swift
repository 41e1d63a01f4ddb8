import Formats
import Hummingbird
import Registers
import Storage

/// The whole matrix as a table to take away: a row for each role and register that have to do with each other.
enum PermissionsFile {
    static func response(_ visit: Visit, _ desk: Desk) -> Response {
        var writer = CSVWriter()
        func row(_ cells: [Words]) { writer.row(cells.map { .text(visit($0)) }) }
        row([
            Words(zh: "角色", en: "Role"), Words(zh: "角色范围", en: "Bound"), Words(zh: "台账", en: "Register"), Words(zh: "看", en: "See"),
            Words(zh: "登记和修改", en: "Enter and change"), Words(zh: "办理", en: "Steps"),
        ])
        let matrix = PermissionMatrix(desk.catalogue)
        for role in desk.catalogue.roles {
            let bound = PermissionWords.bound(role, desk.catalogue) ?? PermissionWords.reach(.all)
            let cells = matrix.cells(of: role).filter { !$0.isClosed }
            if cells.isEmpty { row([role.name, bound] + Array(repeating: PermissionWords.reach(.nothing), count: 4)) }
            for cell in cells {
                row([
                    role.name, bound, cell.register.name, PermissionWords.reach(cell.sees), PermissionWords.reach(cell.writes),
                    PermissionWords.moves(cell),
                ])
            }
        }
        return Reply.download(
            writer.take(), named: "\(visit("权限表", "Permissions")) \(desk.today.iso).csv", type: "text/csv; charset=utf-8")
    }
}
