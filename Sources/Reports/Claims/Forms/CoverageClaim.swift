import Registers
import Storage

/// 全部、均、全覆盖: every record on a list has it. The denominator is the list, never those who came forward.
struct CoverageClaim: ClaimForm {
    static let name = "coverage"
    static let keys = ["over", "has"]

    let records: RecordSet
    let condition: Formula

    init?(_ reader: inout ClaimReader) {
        guard let records = reader.records("over"), let condition = reader.condition("has", over: records.register) else { return nil }
        self.records = records
        self.condition = condition
    }

    func judge(_ bench: Bench) throws -> Judgement {
        let members = try MemberEvidence(condition, of: records, bench)
        var judgement: Judgement
        if members.count == 0 {
            judgement = Judgement(.undecidable, zh: "名单是空的，说不上“全部”", en: "The list is empty, so there is no “all”")
        } else if !members.failing.isEmpty {
            judgement = Judgement(
                .fails, zh: "\(members.count)个中有\(members.failing.count)个没有：\(members.list(members.failing))",
                en: "\(members.failing.count) of \(members.count) lack it: \(members.englishList(members.failing))")
        } else if !members.unknown.isEmpty {
            judgement = Judgement(
                .undecidable, zh: "\(members.list(members.unknown))无从核实",
                en: "It can't be decided for \(members.englishList(members.unknown))")
        } else {
            judgement = Judgement(.holds, zh: "名单上\(members.count)个全部有", en: "All \(members.count) on the list have it")
        }
        judgement.evidence = members.evidence
        judgement.register = records.register
        judgement.names = members.failing.isEmpty ? members.meeting : members.failing
        judgement.values[.count] = Amount(Int64(members.meeting.count))
        judgement.values[.among] = Amount(Int64(members.count))
        return judgement
    }
}
