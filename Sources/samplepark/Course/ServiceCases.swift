import Storage

/// 企业诉求 and 快通证 of 2021 and 2022: what visits brought back, and what firms came, rang or wrote for.
struct ServiceCases {
    let content: SampleContent
    let seed: UInt64

    private static let desk = "企业服务中心诉求受理岗"
    private static let added: [Name] = [
        "code", "enterprise", "source", "visit", "category", "matter", "first_asked", "received", "limit_class", "promised", "office", "transfers",
        "supervisions",
    ]
    private static let passes: [Name] = ["code", "enterprise", "case", "goods", "route", "vehicles", "applied", "issued", "expires", "state"]

    /// Who may be the first asked; the offices posted to the park since July 2022.
    private static let asked = [desk, desk, "企业服务中心代办岗", "招商服务部经办岗", "项目推进部项目调度岗", "建设管理部基础设施岗"]
    private static let askedAtPosted = ["自然资源派驻经办岗", "生态环境派驻经办岗", "市场监管派驻经办岗", "税务派驻经办岗"]

    func events() -> [TimelineEvent] {
        let cases = cases()
        return cases.map { entered($0) } + cases.compactMap { closed($0) } + issued(cases)
    }

    /// In order of the days on which they came, numbered by the year.
    func cases() -> [ServiceCase] {
        let brought = Visits(content: content, seed: seed).visits().filter(\.isOpening).map { one($0.firm, $0.day, $0, "visit \($0.title)") }
        let came = (2021...2022).flatMap { year in
            WorkingDays.of(year).flatMap { day -> [ServiceCase] in
                var draw = SplitMix64(seed, "desk \(day.iso)")
                let here = content.enterprises.filter { $0.isHere(day) }
                let count = draw.once(in: Self.isBlocked(day) ? 2 : 5) ? 1 : 0
                return (0..<count).map { _ in one(here[Int(draw.whole(0...Int64(here.count - 1)))], day, nil, "desk \(day.iso)") }
            }
        }
        var numbers: [Int: Int] = [:]
        return (brought + came).sorted { ($0.received, $0.firm.code) < ($1.received, $1.firm.code) }.map { one in
            var one = one
            numbers[one.received.year, default: 0] += 1
            let number = String(numbers[one.received.year] ?? 0)
            one.code = "SQ\(one.received.year)-" + String(repeating: "0", count: max(0, 4 - number.count)) + number
            return one
        }
    }

    /// Weeks of 2022 in which the roads out of the province were blocked.
    private static func isBlocked(_ day: Day) -> Bool { day.year == 2022 && [3, 4, 7, 10, 11].contains(day.month) }

    private func one(_ firm: Enterprise, _ day: Day, _ visit: Visit?, _ purpose: String) -> ServiceCase {
        var draw = SplitMix64(seed, "case \(purpose)")
        let kind =
            Self.isBlocked(day) && draw.once(in: 2)
            ? ServiceCase.transport : ServiceCase.kinds[Int(draw.whole(0...Int64(ServiceCase.kinds.count - 1)))]
        let isReformed = day.iso >= "2022-07-01"
        let (limit, days) = [("at_once", 0), ("three", 3), ("three", 3), ("five", 5), ("fifteen", 15)][Int(draw.whole(0...4))]
        let promised = WorkingDays.after(day, days)
        // In 2021 one in twelve was late; in 2022 very few were, and nobody had to come twice.
        let isLate = day.year == 2021 ? draw.once(in: 12) : draw.once(in: 25)
        let answered = isLate ? WorkingDays.after(promised, Int(draw.whole(1...3))) : WorkingDays.after(day, min(days, Int(draw.whole(0...4))))
        let most: Int64 = day.year == 2021 ? 3 : 1
        let satisfied = isLate ? "so_so" : draw.once(in: 6) ? "fairly" : "very"
        let ways = ["pass", "pass", "rail", "tranship", "relay"]
        let handed = isReformed ? kind.posted ?? "" : draw.once(in: 4) ? kind.office : ""
        let first =
            visit != nil
            ? "企业服务中心走访岗"
            : isReformed && draw.once(in: 3) ? Self.askedAtPosted[Int(draw.whole(0...3))] : Self.asked[Int(draw.whole(0...5))]
        return ServiceCase(
            firm: firm, received: day, visit: visit,
            source: visit != nil ? "visit" : ["in_person", "phone", "phone", "wechat", "hotline"][Int(draw.whole(0...4))], category: kind.category,
            matter: kind.matters[Int(draw.whole(0...Int64(kind.matters.count - 1)))], firstAsked: first, limit: limit, promised: promised,
            answered: answered, answer: kind.answer, trips: draw.whole(0...most), calledBack: WorkingDays.after(answered, Int(draw.whole(1...4))),
            satisfaction: satisfied, logistics: kind.category == "logistics" ? ways[Int(draw.whole(0...4))] : "",
            handedOver: handed.isEmpty ? "" : "\(day.iso)|\(handed)|按职责承办")
    }

    private func entered(_ one: ServiceCase) -> TimelineEvent {
        let office = (ServiceCase.kinds + [ServiceCase.transport]).first { $0.category == one.category }?.office ?? "企业服务中心"
        let watched = one.answered > one.promised ? "\(one.promised.iso)|综合办公室督查岗|临近时限提醒|督促答复" : ""
        let cells = [
            one.code, one.firm.code, one.source, one.visit?.title ?? "", one.category, one.matter, one.firstAsked, one.received.iso, one.limit,
            one.promised.iso, office, one.handedOver, watched,
        ]
        return TimelineEvent(
            at: SiteTime.weekly(one.received, hour: 16), subject: Self.desk, reason: "本周诉求登记", register: "service_case",
            act: .add(SampleTable(Self.added, [cells])))
    }

    /// Closed once the firm was called back; who was not yet by the story's end has its answer only.
    private func closed(_ one: ServiceCase) -> TimelineEvent? {
        guard one.answered <= Start.end else { return nil }
        let isCalled = one.calledBack <= Start.end
        var values: [Name: String] = ["answered": one.answered.iso, "answer": one.answer, "trips": "\(one.trips)"]
        if !one.logistics.isEmpty { values["logistics"] = one.logistics }
        if isCalled { values.merge(["called_back": one.calledBack.iso, "satisfaction": one.satisfaction]) { $1 } }
        let step = SampleStep(["code": one.code], values, to: isCalled ? "closed" : "answered_back")
        return TimelineEvent(
            at: SiteTime.weekly(isCalled ? one.calledBack : one.answered, hour: 17), subject: Self.desk, reason: "诉求办结回访",
            register: "service_case", act: .change([step]))
    }

    /// A pass is asked for on the day of the request and there the next working day.
    private func issued(_ cases: [ServiceCase]) -> [TimelineEvent] {
        cases.filter { $0.logistics == "pass" }.enumerated().map { number, one in
            var draw = SplitMix64(seed, "pass \(one.code)")
            let issued = WorkingDays.after(one.received, 1)
            let routes = ["云川至省会公路口岸", "云川至东部铁路货场", "云川至南部物流园"]
            let text = String(number + 1)
            let cells = [
                "KT2022-" + String(repeating: "0", count: 4 - text.count) + text, one.firm.code, one.code, "生产物资", routes[Int(draw.whole(0...2))],
                "\(draw.whole(2...14))", one.received.iso, issued.iso, (issued.adding(days: 14) ?? issued).iso, "issued_out",
            ]
            return TimelineEvent(
                at: SiteTime.weekly(issued, hour: 18), subject: "企业服务中心代办岗", reason: "快通证办理", register: "transit_pass",
                act: .add(SampleTable(Self.passes, [cells])))
        }
    }
}
