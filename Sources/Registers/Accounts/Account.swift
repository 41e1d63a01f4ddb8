public import Storage

/// Somebody who works with the book: a post or a person under a name that is never given to another.
public struct Account: Sendable, Hashable {
    public let id: Int64
    /// What is typed to sign in and what the history shows, in small letters.
    public var name: String
    /// The post, for people: 企业服务部经办.
    public var title: String
    /// Where notices go; nil where none are wanted.
    public var email: String?
    /// The roles that it holds, by their names in `roles.yaml`.
    public var roles: Set<String>
    /// For which records roles that are declared `of:` a register are held.
    public var own: [Name: Set<Int64>]
    /// Whether it was ended: then it opens nothing, and its name stays taken.
    public var isEnded: Bool

    public init(
        id: Int64, name: String, title: String, email: String? = nil, roles: Set<String> = [], own: [Name: Set<Int64>] = [:], isEnded: Bool = false
    ) {
        self.id = id
        self.name = name
        self.title = title
        self.email = email
        self.roles = roles
        self.own = own
        self.isEnded = isEnded
    }

    /// What it may see and do. An ended account may nothing; a program that only reads in its name sees what it sees.
    public func permission(_ catalogue: Catalogue, isReadOnly: Bool = false) -> Permission {
        guard !isEnded else { return Permission(Subject(name: name), reach: .nothing) }
        return Permission(name, Duties(roles, own: own, isReadOnly: isReadOnly, of: catalogue))
    }

    /// Its roles as declared, in their order.
    public func roles(_ catalogue: Catalogue) -> [Role] { catalogue.roles.filter { roles.contains($0.id.text) } }

    // MARK: how it is kept

    /// `enterprise:3,7 grid:2`
    static func written(_ own: [Name: Set<Int64>]) -> String {
        own.filter { !$0.value.isEmpty }.sorted { $0.key.text < $1.key.text }
            .map { "\($0.key.text):\($0.value.sorted().map(String.init).joined(separator: ","))" }.joined(separator: " ")
    }

    static func own(_ text: String) -> [Name: Set<Int64>] {
        var own: [Name: Set<Int64>] = [:]
        for part in text.split(separator: " ") {
            let sides = part.split(separator: ":")
            guard sides.count == 2, let register = Name(String(sides[0])) else { continue }
            own[register] = Set(sides[1].split(separator: ",").compactMap { Int64($0) })
        }
        return own
    }

    var values: [Name: Value] {
        [
            "name": .text(name), "title": .text(title), "email": email.map(Value.text) ?? .null,
            "roles": .text(roles.sorted().joined(separator: " ")),
            "own": .text(Account.written(own)), "ended": isEnded ? 1 : 0,
        ]
    }

    /// The columns that `init(_ row:)` reads, in its order.
    static let columns: SQL = "a.id, a.name, a.title, a.email, a.roles, a.own, a.ended"

    init?(_ row: Row, from first: Int = 0) {
        guard let id = row.integer(at: first), let name = row.text(at: first + 1) else { return nil }
        self.init(
            id: id, name: name, title: row.text(at: first + 2) ?? "", email: row.text(at: first + 3),
            roles: Set((row.text(at: first + 4) ?? "").split(separator: " ").map(String.init)), own: Account.own(row.text(at: first + 5) ?? ""),
            isEnded: row.integer(at: first + 6) != 0)
    }
}
