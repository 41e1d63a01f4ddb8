import Storage

/// What an account must be like, and who may change what about it.
public struct AccountRules: Sendable {
    private let catalogue: Catalogue

    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// The name as it is kept: without blanks around it, full-width letters narrow, in small letters.
    public static func kept(_ name: String) -> String { Narrow.text(name).lowercased() }

    /// Throws where a name can't be one: 2 to 40 letters, digits, Chinese characters, `.`, `-`, `_`.
    static func demand(name: String) throws(Refused) {
        let isSound = name.allSatisfy { $0.isLetter || $0.isNumber || ".-_".contains($0) } && name.unicodeScalars.allSatisfy { $0.value >= 0x21 }
        guard (2...40).contains(name.count), isSound, name != Subject.console.name, name != "rehearsal" else {
            throw Refused(
                zh: "账号名用 2 到 40 个汉字、字母、数字或 . - _，中间没有空格。",
                en: "The name of an account has 2 to 40 letters, digits or . - _, without blanks.")
        }
    }

    static func demand(title: String) throws(Refused) {
        guard (1...60).contains(title.count) else { throw Refused(zh: "岗位名称写 1 到 60 个字。", en: "The post has 1 to 60 characters.") }
    }

    static func demand(email: String?) throws(Refused) {
        guard let email else { return }
        let sides = email.split(separator: "@", omittingEmptySubsequences: false)
        let isSound = email.utf8.count <= 200 && email.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"<>\"(),;:\\".utf8.contains($0) }
        guard sides.count == 2, sides.allSatisfy({ !$0.isEmpty }), isSound else {
            throw Refused(zh: "邮箱写成 name@example.cn。", en: "Write the e-mail address as name@example.cn.")
        }
    }

    /// Throws where roles can't be held together: an officer's role excludes every other, one that isn't declared is none, and one that is
    /// held for some records needs them.
    func demand(roles: Set<String>, own: [Name: Set<Int64>]) throws(Refused) {
        let held = catalogue.roles.filter { roles.contains($0.id.text) }
        guard held.count == roles.count else { throw Refused(zh: "有的角色没有声明过。", en: "Some of the roles are not declared.") }
        if held.count > 1, let officer = held.first(where: { $0.officer != nil }) {
            throw Refused(
                zh: "“\(officer.name.zh)”不能兼任其他角色：系统、安全、审计三员互斥，也不办理业务。",
                en: "“\(officer.name.en)” can't be held with another role: the three officers exclude each other and every other role.")
        }
        if let outside = held.first(where: \.isOutside), let inside = held.first(where: { !$0.isOutside }) {
            throw Refused(
                zh: "“\(outside.name.zh)”是园区以外的人，不能同时是“\(inside.name.zh)”。",
                en: "“\(outside.name.en)” is from outside and can't be “\(inside.name.en)” too.")
        }
        for role in held {
            guard let of = role.of, own[of]?.isEmpty ?? true else { continue }
            let register = catalogue.register(of)?.name ?? Words(zh: of.text, en: of.text)
            throw Refused(
                zh: "“\(role.name.zh)”要写明是哪个“\(register.zh)”的。", en: "Say for which record of “\(register.en)” “\(role.name.en)” is held.")
        }
    }

    /// Throws where somebody may not do what is an officer's. The console may make the first accounts and nothing that an officer does later.
    func demand(_ office: Role.Officer, _ permission: Permission) throws(Refused) {
        if permission.office == office { return }
        let name = catalogue.roles.first { $0.officer == office }?.name ?? Words(zh: "三员之一", en: "an officer")
        throw Refused(zh: "这件事只能由\(name.zh)办理。", en: "Only the \(name.en.lowercased()) does this.")
    }
}
