import Registers
import Storage

/// 除A和B外全部…: all records of a register meet a condition, but for a few.
///
/// With `expects` the exceptions belong to the claim: they must be exactly those. Without, they must be fewer than half.
struct AllButClaim: ClaimForm {
    static let name = "all_but"
    static let keys = ["over", "is"]

    let records: RecordSet
    let condition: Formula
    let exceptions: [String]?

    init?(_ reader: inout ClaimReader) {
        guard let records = reader.records("over"), let condition = reader.condition("is", over: records.register) else { return nil }
        self.records = records
        self.condition = condition
        exceptions = reader.expected
    }

    func judge(_ bench: Bench) throws -> Judgement {
        let members = try MemberEvidence(condition, of: records, bench)
        var judgement = verdict(members)
        judgement.evidence = members.evidence
        judgement.register = records.register
        judgement.names = members.failing
        judgement.values[.count] = Amount(Int64(members.failing.count))
        judgement.values[.among] = Amount(Int64(members.count))
        return judgement
    }

    private func verdict(_ members: MemberEvidence) -> Judgement {
        guard members.count > 0 else { return Judgement(.undecidable, zh: "名单是空的", en: "The list is empty") }
        if let exceptions {
            let strangers = members.failing.filter { !exceptions.contains($0) }
            if !strangers.isEmpty {
                let others = exceptions.isEmpty ? "" : "除\(exceptions.joined(separator: "、"))外，"
                return Judgement(
                    .fails, zh: "\(others)\(members.list(strangers))不符合（共\(members.count)个）",
                    en: "\(members.englishList(strangers)) \(exceptions.isEmpty ? "" : "too ")don't meet it (of \(members.count))")
            }
            let regular = exceptions.filter(members.meeting.contains)
            if !regular.isEmpty {
                return Judgement(
                    .fails, zh: "\(members.list(regular))并不例外", en: "\(members.englishList(regular)) is no exception")
            }
            let absent = exceptions.filter { !members.failing.contains($0) && !members.unknown.contains($0) }
            if !absent.isEmpty {
                return Judgement(
                    .fails, zh: "名单上没有\(absent.joined(separator: "、"))", en: "\(absent.joined(separator: ", ")) is not on the list")
            }
        }
        guard members.unknown.isEmpty else {
            return Judgement(
                .undecidable, zh: "\(members.list(members.unknown))没有可比的数", en: "Nothing to compare for \(members.englishList(members.unknown))")
        }
        let failing = members.failing
        guard failing.count * 2 < members.count else {
            return Judgement(
                .fails, zh: "\(members.count)个中有\(failing.count)个不符合：\(members.list(failing))",
                en: "\(failing.count) of \(members.count) don't meet it: \(members.englishList(failing))")
        }
        return Judgement(
            .holds, zh: "\(members.count)个中\(members.meeting.count)个符合\(failing.isEmpty ? "" : "，例外是\(members.list(failing))")",
            en: "\(members.meeting.count) of \(members.count) meet it\(failing.isEmpty ? "" : ", except \(members.englishList(failing))")")
    }

    func surprise(_ judgement: Judgement, expected: [String]) -> (zh: String, en: String)? { nil }
}
