import Storage

/// 安全检查 and 一般隐患 of 2021 and 2022: patrols every Wednesday, the campaigns of a year with their partners, clean inspections too.
struct Inspections {
    let content: SampleContent
    let seed: UInt64

    static let officer = "建设管理部安全环保岗"
    private static let inspected: [Name] = [
        "code", "enterprise", "day", "kind", "domain", "campaign", "partners", "authority", "checklist", "by", "items", "outcome", "signed_by",
        "state",
    ]

    private struct Campaign {
        let name: String
        let days: (from: String, to: String)
        let kind: String
        let domain: String
        let partners: String
    }

    private static let campaigns = [
        Campaign(name: "消防安全大检查", days: ("2021-05-10", "2021-05-21"), kind: "joint", domain: "fire", partners: "市消防救援支队"),
        Campaign(name: "冬季安全专项督查", days: ("2021-11-15", "2021-11-26"), kind: "special", domain: "general", partners: ""),
        Campaign(name: "燃气安全排查", days: ("2022-03-07", "2022-03-18"), kind: "joint", domain: "gas", partners: "市应急管理局、川燃燃气有限公司"),
        Campaign(name: "安全生产大检查大排查", days: ("2022-06-06", "2022-06-24"), kind: "joint", domain: "general", partners: "市应急管理局、市消防救援支队"),
        Campaign(name: "重点行业专项督查", days: ("2022-09-05", "2022-09-16"), kind: "special", domain: "", partners: ""),
        Campaign(name: "燃气责任落实督查", days: ("2022-11-21", "2022-12-02"), kind: "joint", domain: "gas", partners: "市应急管理局、川燃燃气有限公司"),
    ]

    func events() -> [TimelineEvent] {
        let inspections = inspections()
        return inspections.map { entered($0) } + Hazards(inspections: inspections).events()
    }

    /// In order of their days, with numbers; those told one by one in `records/inspection.csv` have numbers of their own.
    func inspections() -> [Inspection] {
        let firms = content.enterprises
        guard !firms.isEmpty else { return [] }
        var inspections: [Inspection] = []
        var next = 17
        var numbers: [Int: Int] = [:]
        var hazards: [Int: Int] = [:]
        for day in (2021...2022).flatMap({ WorkingDays.of($0) }) {
            let campaign = Self.campaigns.first { $0.days.from <= day.iso && day.iso <= $0.days.to }
            var left = campaign != nil ? 3 : day.weekday == 3 ? 2 : 0
            for _ in 0..<firms.count where left > 0 {
                let firm = firms[next % firms.count]
                next += 1
                guard firm.isHere(day), firm.row["industry"] < "50" else { continue }
                left -= 1
                var one = inspection(firm, day, campaign)
                numbers[day.year, default: 0] += 1
                one.code = "JC\(day.year)-" + Self.number(numbers[day.year] ?? 0)
                for place in one.findings.indices {
                    hazards[day.year, default: 0] += 1
                    one.findings[place].code = "YH\(day.year)-" + Self.number(hazards[day.year] ?? 0)
                }
                inspections.append(one)
            }
        }
        return inspections
    }

    private static func number(_ number: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, 4 - text.count)) + text
    }

    private func inspection(_ firm: Enterprise, _ day: Day, _ campaign: Campaign?) -> Inspection {
        var draw = SplitMix64(seed, "inspection \(firm.short) \(day.iso)")
        let own = Inspection.domain(firm.row["industry"])
        let wanted = campaign?.domain ?? (draw.once(in: 2) ? "fire" : own)
        let domain = wanted.isEmpty ? own : wanted
        var one = Inspection(
            firm: firm, day: day, kind: campaign?.kind ?? "patrol", domain: domain, campaign: campaign?.name ?? "", partners: campaign?.partners ?? ""
        )
        let texts = Inspection.findings[domain] ?? []
        let count = draw.once(in: 2) ? draw.whole(1...2) : 0
        let first = Int(draw.whole(0...7))
        for place in 0..<Int(count) { one.findings.append(finding(texts[(first + place) % texts.count], day, &draw)) }
        return one
    }

    /// Half of them are mended on the spot; for the others there is a term, and what was found in the last days of 2022 has not come to its end.
    private func finding(_ text: String, _ day: Day, _ draw: inout SplitMix64) -> Inspection.Finding {
        let isOnsite = draw.once(in: 2) && day.iso < "2022-12-20"
        let due = isOnsite ? day : WorkingDays.after(day, day.iso < "2022-12-12" ? Int(draw.whole(5...15)) : Int(draw.whole(14...18)))
        let rectified = isOnsite ? day : max(day, due.adding(days: -Int(draw.whole(1...4))) ?? due)
        let rechecked = isOnsite ? day : WorkingDays.after(rectified, Int(draw.whole(1...2)))
        let isLookedAt = !isOnsite && draw.once(in: 2)
        return Inspection.Finding(
            text: text, isOnsite: isOnsite, due: due, rectified: rectified, rechecked: rechecked,
            lookedBack: isLookedAt ? WorkingDays.after(rechecked, 20) : nil)
    }

    private func entered(_ one: Inspection) -> TimelineEvent {
        var draw = SplitMix64(seed, "items \(one.code)")
        let checklist = one.day.iso < "2022-02-21" ? "企业安全生产检查记录表 云园管函〔2020〕15号" : "企业安全生产检查记录表（修订） 云园管函〔2022〕6号"
        let cells = [
            one.code, one.firm.code, one.day.iso, one.kind, one.domain, one.campaign, one.partners, one.kind == "joint" ? "市应急管理局" : "", checklist,
            Self.officer, "\(draw.whole(22...48))", one.findings.isEmpty ? "clean" : "found", "signed", "signed",
        ]
        return TimelineEvent(
            at: SiteTime.weekly(one.day, hour: 10), subject: Self.officer, reason: "本周安全检查", register: "inspection",
            act: .add(SampleTable(Self.inspected, [cells])))
    }
}
