import Foundation
import Hummingbird
import HummingbirdTesting
import Indicators
import Registers
import Reports
import Storage
import Testing

@testable import Web

/// A small site of its own for each test: three registers, five enterprises, two years of monthly forms.
///
/// The figures in the tests are added up by hand from the forms below.
struct Site {
    let book: Book
    let web: WebSite
    let figures: Figures
    /// The digests of the first enterprise's two files, the second of which is personal.
    let papers: [String]
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("site-\(UUID().uuidString)")

    /// What somebody might type to break a page.
    static let hostile = "<script>alert('x')</script>&\"厂"

    static let files: [String: String] = [
        "site.yaml": """
        site: { zh: 试验园区, en: Trial park }
        organisation: { zh: 试验园区管委会, en: Trial committee }
        time_zone: +08:00
        since: 2021
        home: [output, forms, zone_output, visits, members]
        """,
        "groups.yaml": "economy: { zh: 经济, en: Economy }\nsafety: { zh: 安全, en: Safety }\n",
        "roles.yaml": "office: { zh: 经济岗, en: Economy office }\n",
        "parameters.yaml": "band: { value: 1, unit: 亿元, name: { zh: 门槛, en: Threshold } }\n",
        "scopes.yaml": "park: { name: { zh: 全园区, en: Whole park } }\ncore: { name: { zh: 核心区, en: Core zone }, where: zone = core }\n",
        "rosters.yaml": "everyone: { name: { zh: 全部企业, en: Everyone }, of: member.enterprise }\n",
        "registers/enterprise.yaml": """
        register: enterprise
        group: economy
        name: { zh: 企业库, en: Enterprises }
        purpose: { zh: 入园企业, en: Enterprises of the park }
        title: "{name}"
        key: [code]
        list: [name, code, zone, boss, state]
        fields:
          code: { name: { zh: 代码, en: Code }, kind: code, required: yes }
          name: { name: { zh: 名称, en: Name }, kind: text, longest: 60, required: yes }
          zone: { name: { zh: 区域, en: Zone }, kind: choice, of: { core: { zh: 核心区, en: Core }, east: { zh: 东区, en: East } }, part: { zh: 分类, en: Class } }
          big: { name: { zh: 规上, en: Large }, kind: yes_no, part: { zh: 分类, en: Class } }
          papers: { name: { zh: 证照, en: Papers }, kind: file, many: yes, types: [pdf] }
          secret: { name: { zh: 身份证, en: Identity card }, kind: file, personal: yes, types: [pdf] }
          boss: { name: { zh: 负责人, en: Head }, kind: text, personal: yes }
          stops: { name: { zh: 停产, en: Stops }, kind: rows, fields: { from: { name: { zh: 自, en: From }, kind: day }, why: { name: { zh: 原因, en: Why }, kind: text } } }
        states:
          running: { name: { zh: 在营, en: Running }, stage: open }
          gone: { name: { zh: 已退出, en: Gone }, stage: done }
        moves:
          leave: { name: { zh: 退出, en: Leave }, from: running, to: gone, by: [office] }
        """,
        "registers/member.yaml": """
        register: member
        group: economy
        name: { zh: 名册, en: Roster }
        purpose: { zh: 应报的企业, en: Who must report }
        title: "{enterprise}"
        key: [enterprise]
        fields:
          enterprise: { name: { zh: 企业, en: Enterprise }, kind: reference, to: enterprise, required: yes }
        """,
        "registers/sales.yaml": """
        register: sales
        group: economy
        name: { zh: 产销月报, en: Monthly sales }
        purpose: { zh: 逐月产值, en: Monthly output }
        title: "{enterprise} {month}"
        key: [enterprise, month]
        time: month
        list: [enterprise, month, output, zone, state]
        fields:
          enterprise: { name: { zh: 企业, en: Enterprise }, kind: reference, to: enterprise, required: yes }
          month: { name: { zh: 月份, en: Month }, kind: period, every: month, required: yes }
          output: { name: { zh: 产值, en: Output }, kind: money, unit: 万元, places: 2 }
          zone: { name: { zh: 区域, en: Zone }, kind: choice, of: { core: { zh: 核心区, en: Core }, east: { zh: 东区, en: East } } }
        states:
          filed: { name: { zh: 已填报, en: Filed }, stage: open }
          locked: { name: { zh: 已锁定, en: Locked }, stage: done }
        moves:
          lock: { name: { zh: 锁定, en: Lock }, from: filed, to: locked, by: [office] }
        """,
        "registers/visit.yaml": """
        register: visit
        group: economy
        name: { zh: 走访, en: Visits }
        purpose: { zh: 到企业走访, en: Visits to enterprises }
        title: "{day}"
        time: day
        fields:
          day: { name: { zh: 日期, en: Day }, kind: day, required: yes }
        """,
        "indicators/economy.yaml": """
        output: { name: { zh: 总产值, en: Output }, measure: sum of sales.output, unit: 亿元, places: 2, expected: everyone, owner: office, note: { zh: 按月相加, en: Month by month } }
        forms: { name: { zh: 报表份数, en: Forms }, measure: count of sales, unit: 份 }
        zone_output: { name: { zh: 核心区产值, en: Output of the core }, measure: "sum of sales.output where zone = core and enterprise.big = yes", unit: 万元, places: 2 }
        share: { name: { zh: 核心占比, en: Share of the core }, measure: zone_output / output * 100, unit: "%", places: 1 }
        visits: { name: { zh: 走访次数, en: Visits }, measure: count of visit, unit: 次 }
        members: { name: { zh: 名册家数, en: Members }, measure: count of member, kind: stock, unit: 家 }
        last_month: { name: { zh: 最近月份, en: Last month }, measure: latest of sales.month }
        """,
        "reports/annual.report": """
        # 试验园区年度报告

        ## 工作实绩

        全年产值{output}亿元，{output.change}{claim C1}，报表为建账以来最多{/claim}{claim C2}，报表逾百份{/claim}。绿化12公顷。
        """,
        "reports/monthly.report": """
        {every month}
        # {period}园区月报

        本月走访{visits}次，{visits.chain.change}；报表{forms}份。
        """,
        "reports/annual.claims.yaml": """
        C1: { form: record, of: forms, text: { zh: 报表最多, en: The most forms } }
        C2: { form: threshold, of: forms, is: forms > 100, text: { zh: 报表过百, en: More than a hundred forms } }
        """,
        "checks/park.yaml": """
        no_boss:
          name: { zh: 企业没有代码, en: No code }
          rows: enterprise where code != "" and state = running
          severity: must
          why: { zh: 代码是主键, en: The code is the key }
          do: { zh: 补上, en: Add it }
        quiet:
          name: { zh: 从来没有的事, en: What never is }
          rows: enterprise where state = gone and zone = east
          severity: look
          why: { zh: 试验, en: A trial }
          do: { zh: 不用, en: Nothing }
        """,
        "registers/promise.yaml": """
        register: promise
        group: economy
        name: { zh: 承诺, en: Promises }
        purpose: { zh: 答应的事, en: What was promised }
        title: "{name}"
        key: [year, name]
        time: year
        fields:
          year: { name: { zh: 年度, en: Year }, kind: period, every: year, required: yes }
          name: { name: { zh: 事项, en: What }, kind: text, required: yes }
          due: { name: { zh: 时限, en: Due }, kind: day }
        """,
        "reports/annual.slots.yaml": "\"#37\": output\n\"#38\": output.growth\n",
    ]

    /// Months of 2022 that each of the first four files, and 万元 a month; the fifth files nothing.
    ///
    /// 2022: A 3 × 1000, B 2 × 2500.50, C 1 × 100, D 1 × 7; 8108 万元 in 7 forms. 2021: A 2 × 2000, 4000 万元 in 2 forms.
    ///
    /// - Parameter more: files beside those above, or in their place.
    init(more: [String: String] = [:], admission: (Book) -> Admission = { _ in .everybody(.reader) }) throws {
        let sources = Sources(Site.files.merging(more) { $1 }.sorted { $0.key < $1.key }.map { Source(file: $0.key, text: $0.value) })
        let empty = Book(store: try Store.temporary(), catalogue: try CatalogueReader.catalogue(sources), sources: sources)
        let declarations = Declarations(empty)
        book = try declarations.apply(try declarations.plan(sources), intent: Site.intent("apply", 0))
        var diagnostics = Diagnostics()
        let indicators = IndicatorCatalogue.read(sources, book.catalogue, &diagnostics)
        figures = Figures(book, indicators)
        let reports = ReportCatalogue.read(figures, &diagnostics)
        guard diagnostics.isEmpty else { throw diagnostics }
        let files = Files(folder: folder.path)
        papers = try ["%PDF <script>1</script>", "%PDF 2"].map { try files.add(Array($0.utf8)) }
        let checks = CheckCatalogue.read(figures, &diagnostics)
        guard diagnostics.isEmpty else { throw diagnostics }
        web = WebSite(book: book, indicators: indicators, reports: reports, checks: checks, admission: admission(book), filesFolder: folder)
        try fill()
    }

    private func fill() throws {
        let records = Records(book, .console)
        let (enterprise, member, sales) = (try register("enterprise"), try register("member"), try register("sales"))
        try book.store.write(Site.intent("import", 1)) { writing in
            for (index, name) in [Site.hostile, "云川重工", "恒川新材料", "川北水泥", "盛川钢管"].enumerated() {
                let zone = index < 2 ? "core" : "east"
                let id = try records.add(
                    [
                        "code": .text("E\(index + 1)"), "name": .text(name), "zone": .text(zone), "big": .text(index < 3 ? "是" : "否"),
                        "boss": .text("厂长岗"),
                        "stops": .text(index == 0 ? "2021-03-01|检修<b>" : ""),
                        "papers": .text(index == 0 ? "\(papers[0]) 执照<i>.pdf" : ""), "secret": .text(index == 0 ? "\(papers[1]) 证.pdf" : ""),
                    ], to: enterprise, in: writing)
                try records.add(["enterprise": .text("#\(id)")], to: member, in: writing)
            }
        }
        let forms: [(Int, String, String, String)] = [
            (1, "2021-11", "2000", "core"), (1, "2021-12", "2000", "core"), (1, "2022-10", "1000", "core"), (1, "2022-11", "1000", "core"),
            (1, "2022-12", "1000", "core"), (2, "2022-11", "2500.50", "core"), (2, "2022-12", "2500.50", "core"), (3, "2022-12", "100", "east"),
            (4, "2022-12", "7", "east"),
        ]
        try book.store.write(Site.intent("import", 2)) { writing in
            for (firm, month, output, zone) in forms {
                try records.add(
                    ["enterprise": .text("#\(firm)"), "month": .text(month), "output": .text(output), "zone": .text(zone)], to: sales,
                    state: "locked", in: writing)
            }
        }
        // The third enterprise's form is corrected twice, and ends as it began.
        try book.store.write(Site.intent("edit", 3)) { _ = try records.edit(8, ["output": .text("60")], of: sales, in: $0) }
        try book.store.write(Site.intent("edit", 4)) { _ = try records.edit(8, ["output": .text("100")], of: sales, in: $0) }
        // January 2023 has a visit but no forms yet.
        let visit = try register("visit")
        try book.store.write(Site.intent("edit", 5)) { try records.add(["day": .text("2023-01-03")], to: visit, in: $0) }
    }

    /// Takes a table away behind the book's back.
    func `break`() throws { try book.store.write(Site.intent("edit", 9)) { try $0.execute("DROP TABLE r_member") } }

    func register(_ name: Name) throws -> Register { try #require(book.catalogue.register(name)) }

    static func intent(_ kind: String, _ day: Int) -> Intent {
        Intent(subject: "经济岗", reason: "试验", kind: kind, at: Moment(milliseconds: 1_672_531_200_000 + Int64(day) * 86_400_000))
    }

    // MARK: asking for pages

    /// An answer with its text.
    struct Answer {
        let status: Int
        let headers: HTTPFields
        let text: String
    }

    /// Asks for addresses, one after the other, as a browser on this machine does.
    func ask(
        _ addresses: [String], method: HTTPRequest.Method = .get, headers: HTTPFields = [:],
        _ look: @escaping @Sendable (String, Answer) throws -> Void
    ) async throws {
        let application = Application(router: web.router())
        try await application.test(.router) { client in
            for address in addresses {
                let response = try await client.execute(uri: address, method: method, headers: headers)
                try look(address, Answer(status: response.status.code, headers: response.headers, text: String(buffer: response.body)))
            }
        }
    }

    /// Asks for one page.
    func page(_ address: String, headers: HTTPFields = [:]) async throws -> Answer {
        let application = Application(router: web.router())
        return try await application.test(.router) { client in
            let response = try await client.execute(uri: address, method: .get, headers: headers)
            return Answer(status: response.status.code, headers: response.headers, text: String(buffer: response.body))
        }
    }
}
