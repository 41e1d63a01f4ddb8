import HTTPTypes
import Hummingbird
import Registers
import Storage

/// What programs are answered: JSON, and problems as RFC 9457 writes them.
enum APIAnswer {
    /// Where programs ask.
    static let root = "/api"

    /// Whether a request comes to the programs' door.
    static func isAsked(_ request: Request) -> Bool { request.uri.path == root || request.uri.path.hasPrefix(root + "/") }

    static func json(_ json: JSON, status: Int = 200, type: String = "application/json") -> Response {
        var headers: HTTPFields = [:]
        headers[.contentType] = type
        headers[.cacheControl] = "no-store"
        return Response(status: .init(code: status), headers: headers, body: .init(byteBuffer: ByteBuffer(string: json.text)))
    }

    static func problem(_ problem: Problem, _ language: Language) -> Response {
        var members: [(String, JSON)] = [
            ("type", .string("about:blank")), ("title", .string(problem.title(language))), ("status", .whole(problem.kind.rawValue)),
            ("detail", .string(problem.words(language))),
        ]
        if !problem.items.isEmpty {
            members.append(
                ("errors", .array(problem.items.map { .of([("field", .text($0.field?.text)), ("detail", .string($0.words(language)))]) })))
        }
        if let id = problem.id { members.append(("id", .string(id))) }
        var response = json(.of(members), status: problem.kind.rawValue, type: "application/problem+json")
        if problem.kind == .unauthorized, let challenge = HTTPField.Name("WWW-Authenticate") { response.headers[challenge] = "Bearer" }
        return response
    }
}

extension Presenter {
    /// Answers a program with what the book says.
    func answer(
        _ request: Request, _ context: VisitContext, to audience: Audience = .everybody,
        _ make: @escaping @Sendable (Visit, Desk, Reading) throws -> JSON
    ) async throws -> Response {
        let visit = try visit(request, context)
        try audience.demand(visit.permission)
        let desk = desk(context.guest)
        return APIAnswer.json(try await book.store.read { reading in try make(visit, desk, reading) })
    }

    /// What a program sends to be written. Only a word of its own opens this door: a session of the browser would let any page write.
    func sent(_ request: Request, _ context: VisitContext) async throws -> APIBody {
        guard context.guest.isProgram else { throw Problem.needsToken }
        guard (request.headers[.contentType] ?? "").lowercased().hasPrefix("application/json") else { throw Problem.notJSON }
        let bytes = try await FormReader.bytes(request, most: FormReader.most)
        guard let json = JSON.read(bytes), case .object(let members) = json else { throw Problem.badJSON }
        guard members.allSatisfy({ ["fields", "reason"].contains($0.name) }) else { throw Problem.badJSON }
        switch json["reason"] {
        case nil, .null?, .string?: break
        default: throw Problem.badJSON
        }
        return APIBody(fields: json["fields"] ?? .of([:]), reason: json["reason"]?.string ?? "", key: try APIBody.key(request))
    }
}

/// What a program wants to write.
struct APIBody: Sendable {
    let fields: JSON
    /// What stands in the history.
    let reason: String
    /// What makes the same wish, sent twice, one wish; nil where none was given.
    let key: String?

    /// The header of that.
    static let header = HTTPField.Name("Idempotency-Key")

    fileprivate static func key(_ request: Request) throws(Problem) -> String? {
        guard let header, let key = request.headers[header] else { return nil }
        guard (1...80).contains(key.utf8.count) else { throw Problem.badJSON }
        return key
    }

    func intent(_ kind: String, _ visit: Visit) -> Intent {
        Intent(
            subject: visit.subject, reason: String(reason.prefix(500)), kind: kind, key: key.map { "api:\(visit.subject):\($0)" }, at: .now())
    }
}

extension Problem {
    /// A page's session was shown where a program's word is needed.
    static let needsToken = Problem(
        kind: .forbidden, title: Words(zh: "需要令牌", en: "A token is needed"),
        words: Words(
            zh: "接口的写入要用读写令牌（Authorization: Bearer …），在“我的账号”里生成。",
            en: "To write here, send a token for reading and writing (Authorization: Bearer …); make one under “My account”."))

    static let notJSON = Problem(
        kind: .unsupported, title: Words(zh: "格式不对", en: "Wrong format"),
        words: Words(zh: "请以 Content-Type: application/json 发送。", en: "Send it as Content-Type: application/json."))

    static let badJSON = Problem(
        kind: .badRequest, title: Words(zh: "看不懂发来的内容", en: "It can't be read"),
        words: Words(
            zh: "要一个 JSON 对象，只有 fields（对象）和 reason（文字）两项；Idempotency-Key 为 1 到 80 个字符。没有保存。",
            en:
                "It takes one JSON object with `fields` (an object) and `reason` (a text) and nothing else; an Idempotency-Key has 1 to 80 characters. Nothing was saved."
        ))
}
