import Registers
import Storage

/// What programs may ask and how they are answered (OpenAPI 3.1), made from the declarations, as far as whoever asks may see them.
struct APIDocument {
    let visit: Visit
    let registers: [Register]
    let catalogue: Catalogue

    /// `?register=hazard` narrows it to one register.
    init(_ visit: Visit, _ desk: Desk) throws {
        self.visit = visit
        catalogue = desk.catalogue
        if let name = visit["register"] {
            registers = [try desk.register(named: name, visit)]
        } else {
            registers = desk.catalogue.registers.filter { visit.permission.sees($0) }
        }
    }

    func json() -> JSON {
        .of([
            ("openapi", .string("3.1.0")),
            (
                "info",
                .of([
                    ("title", .string(visit("\(catalogue.site.name.zh)园簿接口", "Yuanbu API of \(catalogue.site.name.en)"))),
                    ("version", .string(String(catalogue.digest.prefix(12)))),
                    (
                        "description",
                        .string(
                            visit(
                                "与页面同一套权限：令牌在“我的账号”里生成。筛选条件与列表页地址相同。",
                                "The same permission as the pages; make a token under “My account”. Filters are those of a list's address."))
                    ),
                ])
            ),
            ("security", .array([.of([("bearer", .array([]))])])), ("paths", .of(APIPaths(visit, registers).all)), ("components", components),
        ])
    }

    private var components: JSON {
        .of([
            ("securitySchemes", .of([("bearer", .of([("type", .string("http")), ("scheme", .string("bearer"))]))])),
            ("schemas", .of(APISchemas.shared + registers.flatMap { APISchemas(register: $0, permission: visit.permission).all })),
        ])
    }
}
