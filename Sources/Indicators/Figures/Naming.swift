import Registers
import Storage

/// The titles of what a figure counted, for those who may see them.
struct Naming {
    private let calculation: Calculation

    init(_ calculation: Calculation) { self.calculation = calculation }

    /// In order: the largest first where there is a value, then by title.
    func names(_ indicator: Indicator, _ question: Question) throws -> [String] {
        switch indicator.definition {
        case .members(let members):
            let holders = try calculation.holders(indicator, members, question).filter { $0.value.value != .nothing }
            return try self.members(holders, of: members.register, question).map(\.title)
        case .counted(let counted):
            let target: Name? =
                switch (counted.aggregate, counted.field?.type, counted.by?.type) {
                case (.distinct, .reference(let register), _): register
                case (.sum, _, .reference(let register)): register
                default: nil
                }
            guard let target else { return try records(counted, indicator, question) }
            var grouped = question
            grouped.by = target
            return try members(try calculation.answer(indicator, grouped), of: target, question).map(\.title)
        case .derived:
            guard let leaf = indicator.term.leaves.first else { return [] }
            return try names(try calculation.indicator(leaf.indicator), question)
        }
    }

    /// Members with their titles, the largest first, then by title; those who may not be seen are left out.
    func members(_ answer: Answer, of id: Name, _ question: Question) throws -> [Member] {
        guard let register = calculation.catalogue.register(id) else { return [] }
        let permission = calculation.figures.permission
        guard permission.sees(register) else { throw Naming.refused(register) }
        var ids = Array(answer.keys.filter { $0 != 0 })
        if permission.reach != .everything {
            let seen = try MemberCount.records(
                of: register, where: nil, question, calculation, permitted: permission.condition(register, alias: "t"))
            ids.removeAll { !seen.contains($0) }
        }
        let titles = try Titles(reading: calculation.reading, register: register, asOf: question.asOf).of(ids)
        var members = ids.compactMap { id in
            answer[id].map { Member(id: id, title: titles[id] ?? "#\(id)", value: $0.value, rows: $0.rows) }
        }
        if let rest = answer[0] { members.append(Member(id: 0, title: "未填写", value: rest.value, rows: rest.rows)) }
        return members.sorted { Naming.precedes($0, $1) }
    }

    static func precedes(_ left: Member, _ right: Member) -> Bool {
        switch (left.value.amount, right.value.amount) {
        case (let one?, let other?) where one != other: one > other
        case (.some, nil): true
        case (nil, .some): false
        default: (left.title, left.id) < (right.title, right.id)
        }
    }

    static func refused(_ register: Register) -> Refused {
        Refused(
            zh: "您的岗位不能查看“\(register.name.zh)”的明细。", en: "Your post may not see the records of “\(register.name.en)”.")
    }

    private func records(_ counted: Counted, _ indicator: Indicator, _ question: Question) throws -> [String] {
        let rows = try FigureRecords(calculation).ids(indicator, counted, question)
        guard let register = calculation.catalogue.register(counted.register) else { return [] }
        return try Titles(reading: calculation.reading, register: register, asOf: question.asOf).of(rows).values.sorted()
    }
}
