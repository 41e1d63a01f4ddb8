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
        let members = try bench.members(condition, of: records)
        let failing = members.filter { $0.value.truth == false }.map(\.title).sorted()
        let unknown = members.filter { $0.value.truth == nil }.map(\.title).sorted()
        var judgement = verdict(members: members.count, failing: failing, unknown: unknown)
        judgement.names = failing
        judgement.values[.count] = Amount(Int64(failing.count))
        judgement.values[.among] = Amount(Int64(members.count))
        return judgement
    }

    private func verdict(members: Int, failing: [String], unknown: [String]) -> Judgement {
        guard members > 0 else { return Judgement(.undecidable, zh: "名单是空的", en: "The list is empty") }
        if let exceptions {
            let strangers = failing.filter { !exceptions.contains($0) }
            if !strangers.isEmpty {
                let others = exceptions.isEmpty ? "" : "除\(exceptions.joined(separator: "、"))外，"
                return Judgement(
                    .fails, zh: "\(others)\(strangers.joined(separator: "、"))不符合（共\(members)个）",
                    en: "\(strangers.joined(separator: ", ")) \(exceptions.isEmpty ? "" : "too ")don't meet it (of \(members))")
            }
            let missing = exceptions.filter { !failing.contains($0) && !unknown.contains($0) }
            if !missing.isEmpty {
                return Judgement(
                    .fails, zh: "\(missing.joined(separator: "、"))并不例外", en: "\(missing.joined(separator: ", ")) is no exception")
            }
        }
        guard unknown.isEmpty else {
            return Judgement(
                .undecidable, zh: "\(unknown.joined(separator: "、"))没有可比的数", en: "Nothing to compare for \(unknown.joined(separator: ", "))")
        }
        guard failing.count * 2 < members else {
            return Judgement(
                .fails, zh: "\(members)个中有\(failing.count)个不符合：\(failing.joined(separator: "、"))",
                en: "\(failing.count) of \(members) don't meet it: \(failing.joined(separator: ", "))")
        }
        let rest = failing.isEmpty ? "" : "，例外是\(failing.joined(separator: "、"))"
        return Judgement(
            .holds, zh: "\(members)个中\(members - failing.count)个符合\(rest)",
            en: "\(members - failing.count) of \(members) meet it\(failing.isEmpty ? "" : ", except \(failing.joined(separator: ", "))")")
    }

    func surprise(_ judgement: Judgement, expected: [String]) -> (zh: String, en: String)? { nil }
}
