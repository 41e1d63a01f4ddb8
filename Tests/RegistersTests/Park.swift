import Registers
import Storage
import Testing

/// A small park of its own for each test: three registers, their book in a folder that goes with it.
struct Park {
    let book: Book
    var records: Records { Records(book, .console) }

    static let site = """
        site: { zh: 试验园区, en: Trial park }
        organisation: { zh: 试验园区管委会, en: Trial committee }
        time_zone: +08:00
        since: 2018
        home: []
        """
    static let groups = "economy: { zh: 经济, en: Economy }\nsafety: { zh: 安全, en: Safety }\n"
    static let roles = """
        officer: { zh: 安全监管岗, en: Safety officer }
        contact: { zh: 企业联络员, en: Enterprise contact }
        """
    static let parameters = "band: { value: 1, unit: 亿元, name: { zh: 门槛, en: Threshold } }\n"
    static let scopes = "park: { name: { zh: 全园区, en: Whole park } }\n"

    static let enterprise = """
        register: enterprise
        group: economy
        name: { zh: 企业, en: Enterprises }
        purpose: { zh: 入园企业, en: Enterprises of the park }
        title: "{name}"
        key: [code]
        fields:
          code: { name: { zh: 代码, en: Code }, kind: code, required: yes }
          name: { name: { zh: 名称, en: Name }, kind: text, longest: 60, required: yes, unique: yes }
          zone: { name: { zh: 区域, en: Zone }, kind: choice, of: { core: { zh: 核心区, en: Core }, east: { zh: 东区, en: East }, old: { zh: 老区, en: Old, retired: yes } } }
          land: { name: { zh: 用地, en: Land }, kind: quantity, unit: 亩, places: 2, least: 0 }
          founded: { name: { zh: 成立日期, en: Founded }, kind: day }
          boss: { name: { zh: 负责人, en: Head }, kind: text, personal: yes }
        """
    static let sales = """
        register: sales
        group: economy
        name: { zh: 产销月报, en: Sales }
        purpose: { zh: 逐月产值, en: Monthly output }
        title: "{enterprise} {month}"
        key: [enterprise, month]
        time: month
        list: [enterprise, month, output, rate]
        fields:
          enterprise: { name: { zh: 企业, en: Enterprise }, kind: reference, to: enterprise, required: yes }
          month: { name: { zh: 月份, en: Month }, kind: period, every: month, required: yes }
          output: { name: { zh: 产值, en: Output }, kind: money, unit: 万元, places: 2 }
          cost: { name: { zh: 成本, en: Cost }, kind: money, unit: 万元, places: 2, check: cost <= output, message: { zh: 成本不能高于产值, en: The cost can't exceed the output } }
          margin: { name: { zh: 毛利, en: Margin }, kind: formula, is: output - cost, unit: 万元, places: 2 }
          rate: { name: { zh: 毛利率, en: Rate }, kind: formula, is: margin / output * 100, unit: "%", places: 1 }
        """
    static let hazard = """
        register: hazard
        group: safety
        name: { zh: 安全隐患, en: Hazards }
        purpose: { zh: 从发现到销号, en: From finding to closure }
        title: "{enterprise} · {finding}"
        key: [code]
        time: found
        list: [code, enterprise, finding, grade, due, state]
        fields:
          code: { name: { zh: 编号, en: No. }, kind: code, pattern: "YH{year}-{seq:4}" }
          enterprise: { name: { zh: 企业, en: Enterprise }, kind: reference, to: enterprise, required: yes }
          finding: { name: { zh: 隐患, en: Finding }, kind: note, required: yes }
          found: { name: { zh: 发现时间, en: Found }, kind: moment, required: yes }
          grade: { name: { zh: 级别, en: Grade }, kind: choice, default: minor, of: { minor: { zh: 一般, en: Minor }, major: { zh: 重大, en: Major } } }
          fund: { name: { zh: 整改资金, en: Fund }, kind: money, unit: 万元, places: 2, required: grade = major }
          due: { name: { zh: 期限, en: Due }, kind: day }
          follows: { name: { zh: 前次隐患, en: Follows }, kind: reference, to: hazard }
          urgent: { name: { zh: 紧急, en: Urgent }, kind: yes_no }
          parts: { name: { zh: 部位, en: Parts }, kind: rows, fields: { spot: { name: { zh: 部位, en: Spot }, kind: text }, size: { name: { zh: 尺寸, en: Size }, kind: number } } }
        states:
          found: { name: { zh: 已登记, en: Found }, stage: open }
          assigned: { name: { zh: 整改中, en: In hand }, stage: open }
          rectified: { name: { zh: 待复查, en: To be checked }, stage: waiting }
          closed: { name: { zh: 已销号, en: Closed }, stage: done }
        moves:
          assign: { name: { zh: 交办, en: Assign }, from: found, to: assigned, by: [officer], needs: [due] }
          rectify: { name: { zh: 报整改, en: Report }, from: assigned, to: rectified, by: [contact, officer] }
          recheck: { name: { zh: 销号, en: Close }, from: rectified, to: closed, by: [officer], other_than: rectify }
          reopen: { name: { zh: 重开, en: Reopen }, from: closed, to: assigned, by: [officer] }
        """

    /// The declarations, with some files put in the place of the usual ones or beside them.
    static func sources(_ changes: [String: String] = [:]) -> Sources {
        var files = [
            "site.yaml": site, "groups.yaml": groups, "roles.yaml": roles, "parameters.yaml": parameters, "scopes.yaml": scopes,
            "registers/enterprise.yaml": enterprise, "registers/sales.yaml": sales, "registers/hazard.yaml": hazard,
        ]
        for (file, text) in changes { files[file] = text }
        return Sources(files.sorted { $0.key < $1.key }.map { Source(file: $0.key, text: $0.value) })
    }

    init(_ changes: [String: String] = [:]) throws {
        let sources = Park.sources(changes)
        let empty = Book(store: try Store.temporary(), catalogue: try CatalogueReader.catalogue(sources), sources: sources)
        let declarations = Declarations(empty)
        book = try declarations.apply(try declarations.plan(sources), intent: Park.intent("apply", 0))
    }

    init(_ book: Book) { self.book = book }

    /// An intent on the `day`th day after 1 January 2022, 09:00 in the park.
    static func intent(_ kind: String = "edit", _ day: Int = 0, by subject: String = "console") -> Intent {
        Intent(subject: subject, reason: "试验", kind: kind, at: Moment(milliseconds: 1_640_998_800_000 + Int64(day) * 86_400_000))
    }

    func register(_ name: Name) throws -> Register { try #require(book.catalogue.register(name)) }

    /// Writes one change.
    @discardableResult
    func write<T>(_ intent: Intent = Park.intent(), _ body: (Writing) throws -> T) throws -> T {
        try #require(try book.store.write(intent, body).value)
    }

    @discardableResult
    func enterprise(_ name: String, _ code: String, _ more: [Name: Input] = [:], day: Int = 0) throws -> Int64 {
        let register = try register("enterprise")
        return try write(Park.intent("edit", day)) {
            try records.add(["name": .text(name), "code": .text(code)].merging(more) { $1 }, to: register, in: $0)
        }
    }

    func record(_ id: Int64, _ register: Name, asOf: Int64? = nil) throws -> Record? {
        let register = try self.register(register)
        return try book.store.read { try records.record(id, of: register, asOf: asOf, in: $0) }
    }

    func listing(_ register: Name, _ pairs: [(String, String)] = [], asOf: Int64? = nil) throws -> Listing {
        let register = try self.register(register)
        var query = try Query.read(pairs, register, book.catalogue, today: Day(2022, 12, 1))
        query.asOf = asOf ?? query.asOf
        return try book.store.read { try records.listing(query, in: $0) }
    }
}

extension Park {
    /// A day that the calendar has.
    static func day(_ year: Int, _ month: Int, _ day: Int) throws -> Day { try #require(Day(year, month, day)) }
}

/// Numbers that are the same in every run.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
