import Registers
import Storage

/// The addresses that programs may ask.
struct APIPaths {
    private let visit: Visit
    private let registers: [Register]

    init(_ visit: Visit, _ registers: [Register]) {
        self.visit = visit
        self.registers = registers
    }

    var all: [(String, JSON)] { general + (visit.permission.isOfCommittee ? park : []) + registers.flatMap(paths) }

    // MARK: the addresses

    private var general: [(String, JSON)] {
        [
            ("/api/registers", path(get: operation("台账", "Registers", gives: APISchemas.list(APISchemas.type("object"))))),
            (
                "/api/registers/{register}",
                path(
                    [named("register", registers.map(\.id.text))],
                    get: operation("一个台账的声明", "How a register is declared", gives: APISchemas.type("object"), failing: [404]))
            ),
            ("/api/work", path(get: operation("我的待办", "My work", gives: APISchemas.type("object")))),
        ]
    }

    private var park: [(String, JSON)] {
        let asked: [JSON] = [query("period", "2022、2022-03、2022Q1"), query("scope", "park"), asOf]
        return [
            ("/api/indicators", path(get: operation("指标", "Indicators", gives: APISchemas.list(APISchemas.type("object")), failing: [403]))),
            (
                "/api/indicators/{indicator}",
                path(
                    [named("indicator", nil)],
                    get: operation("指标值", "A figure", asked: asked, gives: APISchemas.type("object"), failing: [400, 403, 404]))
            ),
            ("/api/reports", path(get: operation("报告", "Reports", gives: APISchemas.list(APISchemas.type("object")), failing: [403]))),
            (
                "/api/reports/{report}/{period}",
                path(
                    [named("report", nil), named("period", nil)],
                    get: operation("一期报告", "One report", asked: [asOf], gives: APISchemas.type("object"), failing: [400, 403, 404]))
            ),
        ]
    }

    private func paths(_ register: Register) -> [(String, JSON)] {
        let name = register.id.text
        let (root, record) = ("/api/registers/\(name)/records", APISchemas.ref(name))
        let id: JSON = .of([
            ("name", .string("record")), ("in", .string("path")), ("required", .bool(true)),
            ("schema", .of([("type", .string("integer")), ("minimum", .number("1"))])),
        ])
        let writes = visit.permission.writes(register)
        let list = operation(
            "\(register.name.zh)：列表", "\(register.name.en): list", asked: filters, gives: APISchemas.ref("\(name).page"), failing: [400, 403])
        let create = operation(
            "\(register.name.zh)：登记", "\(register.name.en): enter", asked: [idempotency], sends: "\(name).input", gives: record, status: 201,
            failing: APIPaths.writing)
        let read = operation(
            "\(register.name.zh)：一条记录", "\(register.name.en): one record", asked: [asOf], gives: record, failing: [400, 404])
        let change = operation(
            "\(register.name.zh)：修改", "\(register.name.en): change", asked: [idempotency, ifMatch], sends: "\(name).input", gives: record,
            failing: APIPaths.writing + [412])
        let void = operation(
            "\(register.name.zh)：作废", "\(register.name.en): void", asked: [idempotency, ifMatch], sends: "\(name).input", gives: record,
            failing: APIPaths.writing + [412])
        let history = operation(
            "\(register.name.zh)：历史", "\(register.name.en): history", gives: APISchemas.ref("\(name).history"), failing: [404])
        let moves: [(String, JSON)] = register.moves.map { move in
            let step = operation(
                "\(register.name.zh)：\(move.name.zh)", "\(register.name.en): \(move.name.en)", asked: [idempotency, ifMatch], sends: "\(name).input",
                gives: record, failing: APIPaths.writing + [412])
            return ("\(root)/{record}/moves/\(move.id.text)", path([id], post: step))
        }
        return [
            (root, path(get: list, post: writes ? create : nil)),
            ("\(root)/{record}", path([id], get: read, patch: writes ? change : nil)),
            ("\(root)/{record}/history", path([id], get: history)),
        ] + (writes ? [("\(root)/{record}/void", path([id], post: void))] : []) + moves
    }

    /// What may go wrong with anything that is written.
    private static let writing = [400, 403, 404, 409, 413, 415, 422]

    // MARK: the parts

    private func path(_ parameters: [JSON] = [], get: JSON? = nil, post: JSON? = nil, patch: JSON? = nil) -> JSON {
        let deeds = [("get", get), ("post", post), ("patch", patch)].compactMap { name, deed in deed.map { (name, $0) } }
        return .of((parameters.isEmpty ? [] : [("parameters", .array(parameters))]) + deeds)
    }

    private func operation(
        _ zh: String, _ en: String, asked: [JSON] = [], sends: String? = nil, gives: JSON, status: Int = 200, failing: [Int] = []
    ) -> JSON {
        var responses: [(String, JSON)] = [
            (String(status), .of([("description", .string("OK")), ("content", .of([("application/json", .of([("schema", gives)]))]))]))
        ]
        let problem: JSON = .of([
            ("description", .string(visit("没有办成，原因见 detail", "Not done; `detail` says why"))),
            ("content", .of([("application/problem+json", .of([("schema", APISchemas.ref("Problem"))]))])),
        ])
        for code in [400, 401] + failing.filter({ $0 != 400 }) + [503] { responses.append((String(code), problem)) }
        var members: [(String, JSON)] = [("summary", .string(visit(zh, en)))]
        if !asked.isEmpty { members.append(("parameters", .array(asked))) }
        if let sends {
            let content: JSON = .of([("application/json", .of([("schema", APISchemas.ref(sends))]))])
            members.append(("requestBody", .of([("required", .bool(true)), ("content", content)])))
        }
        return .of(members + [("responses", .of(responses))])
    }

    private func named(_ name: String, _ values: [String]?) -> JSON {
        let values = values.map { [("enum", JSON.array($0.map { .string($0) }))] } ?? []
        return .of([
            ("name", .string(name)), ("in", .string("path")), ("required", .bool(true)), ("schema", .of([("type", .string("string"))] + values)),
        ])
    }

    private func query(_ name: String, _ example: String, _ type: String = "string") -> JSON {
        .of([
            ("name", .string(name)), ("in", .string("query")), ("schema", .of([("type", .string(type))])), ("description", .string(example)),
        ])
    }

    private func header(_ name: String, _ said: String) -> JSON {
        .of([
            ("name", .string(name)), ("in", .string("header")), ("schema", .of([("type", .string("string"))])), ("description", .string(said)),
        ])
    }

    private var asOf: JSON { query("as_of", visit("变更号或日期：看当时所知", "a change or a day: as it was known then")) }
    private var idempotency: JSON { header("Idempotency-Key", visit("同一个键只写一次", "the same key writes once")) }
    private var ifMatch: JSON { header("If-Match", visit("读到时的 ETag；记录已被改过则不写", "the ETag as it was read; nothing is written over a later change")) }

    private var filters: [JSON] {
        [
            query("q", visit("搜索", "search")), query("sort", "-due,code"), query("page", "1", "integer"), query("limit", "1–500", "integer"),
            query("after", visit("上一页最后一条的编号", "the last record of the page before"), "integer"), query("facet", "state,grade"), asOf,
            .of([
                ("name", .string("filters")), ("in", .string("query")), ("style", .string("form")), ("explode", .bool(true)),
                ("schema", .of([("type", .string("object")), ("additionalProperties", APISchemas.type("string"))])),
                ("description", .string("state=open, due.before=2022-12-09, name.contains=…")),
            ]),
        ]
    }
}
