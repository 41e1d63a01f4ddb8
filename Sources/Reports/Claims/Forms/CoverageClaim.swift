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
        let members = try bench.members(condition, of: records)
        let lacking = members.filter { $0.value.truth == false }.map(\.title).sorted()
        let unknown = members.filter { $0.value.truth == nil }.map(\.title).sorted()
        var judgement: Judgement
        if members.isEmpty {
            judgement = Judgement(.undecidable, zh: "名单是空的，说不上“全部”", en: "The list is empty, so there is no “all”")
        } else if !lacking.isEmpty {
            judgement = Judgement(
                .fails, zh: "\(members.count)个中有\(lacking.count)个没有：\(lacking.joined(separator: "、"))",
                en: "\(lacking.count) of \(members.count) lack it: \(lacking.joined(separator: ", "))")
        } else if !unknown.isEmpty {
            judgement = Judgement(
                .undecidable, zh: "\(unknown.joined(separator: "、"))无从核实", en: "It can't be decided for \(unknown.joined(separator: ", "))")
        } else {
            judgement = Judgement(.holds, zh: "名单上\(members.count)个全部有", en: "All \(members.count) on the list have it")
        }
        judgement.names = lacking.isEmpty ? members.map(\.title) : lacking
        judgement.values[.count] = Amount(Int64(members.count - lacking.count - unknown.count))
        judgement.values[.among] = Amount(Int64(members.count))
        return judgement
    }
}
