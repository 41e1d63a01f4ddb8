import Foundation
import Registers
import Storage
import Testing

import Formats

/// A small park with a register for each thing that an import or an export has to cope with, and a folder of its own.
final class ExchangePark {
    let book: Book
    let folder: String
    static let day = Moment(milliseconds: 1_671_494_400_000)

    /// `only` are declarations to take instead of the usual ones.
    init(only: [String: String]? = nil) throws {
        folder = NSTemporaryDirectory() + "exchange-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let files = only ?? ExchangePark.files
        let sources = Sources(files.sorted { $0.key < $1.key }.map { Source(file: $0.key, text: $0.value) })
        let catalogue = try CatalogueReader.catalogue(sources)
        let store = try Store.temporary()
        let book = Book(store: store, catalogue: catalogue, sources: sources)
        let intent = Intent(subject: "console", reason: "开册", kind: "apply", at: ExchangePark.day, recordsEmpty: true)
        try store.write(intent) { try $0.apply(store.plan(book.tables)) }
        self.book = book
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func register(_ name: String) throws -> Register { try #require(book.catalogue.register(named: name)) }

    func file(_ name: String, _ text: String) throws -> ImportFile {
        let path = folder + "/" + name
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return try ImportFile(path: path)
    }

    func map(_ text: String, for register: String) throws -> ImportMap {
        try ImportMap(Source(file: "test.map.yaml", text: text), for: self.register(register))
    }

    func importing(_ file: ImportFile, into register: String, map: ImportMap = .none, options: ImportOptions = ImportOptions()) throws -> Import {
        Import(file, into: try self.register(register), of: book, .console, map: map, options: options)
    }

    @discardableResult
    func run(_ text: String, into register: String, map: ImportMap = .none, options: ImportOptions = ImportOptions()) throws -> ImportOutcome {
        try importing(file("\(register).csv", text), into: register, map: map, options: options).run(at: ExchangePark.day)
    }

    func rows(_ sql: SQL) throws -> [[Value]] { try book.store.read { try $0.rows(sql).map(\.values) } }

    func count(_ register: String) throws -> Int64 {
        let table = try self.register(register).table
        return try book.store.read { try $0.value("SELECT count(*) FROM \(table.current) WHERE void = 0").integer ?? -1 }
    }

    /// Five firms with codes A1 to A5.
    func firms() throws {
        try run("编号,名称\nA1,云川重工\nA2,云川乳业\nA3,云川铝业\nA4,云川电缆\nA5,云川物流\n", into: "firm")
    }

    static let files: [String: String] = [
        "site.yaml": """
        site: { zh: 云川工业园区, en: Yunchuan Park }
        organisation: { zh: 云川工业园区管理委员会, en: Yunchuan Park Committee }
        since: 2018
        """,
        "groups.yaml": "economy: { zh: 经济, en: Economy }",
        "roles.yaml": "clerk: { zh: 经办, en: Clerk }",
        "parameters.yaml": "{}",
        "scopes.yaml": "park: { name: { zh: 全园区, en: Whole park } }",
        "registers/firm.yaml": """
        register: firm
        covers: [R19]
        group: economy
        name: { zh: 企业, en: Firms }
        purpose: { zh: 企业, en: Firms }
        title: "{name}"
        key: [code]
        fields:
          code: { name: { zh: 编号, en: Code }, kind: code, required: yes }
          name: { name: { zh: 名称, en: Name }, kind: text, required: yes, also: [企业名称] }
        """,
        "registers/form.yaml": """
        register: form
        covers: [R20]
        group: economy
        name: { zh: 月报, en: Monthly form }
        purpose: { zh: 月报, en: Monthly form }
        title: "{firm} {month}"
        key: [firm, month]
        time: month
        fields:
          firm:    { name: { zh: 企业, en: Firm }, kind: reference, to: firm, required: yes, also: [企业名称, 信用代码] }
          month:   { name: { zh: 月份, en: Month }, kind: period, every: month, required: yes, also: [年月] }
          output:  { name: { zh: 工业总产值, en: Output }, kind: money, unit: 万元, places: 2, also: [产值（万元）] }
          revenue: { name: { zh: 营业收入, en: Revenue }, kind: money, unit: 万元, places: 2, was: income }
          staff:   { name: { zh: 从业人员, en: Staff }, kind: number, unit: 人, least: 0, most: 100000 }
          old:     { name: { zh: 旧指标, en: Old }, kind: number, retired: yes }
          twice:   { name: { zh: 两倍产值, en: Twice }, kind: formula, is: output * 2, unit: 万元 }
        """,
        "registers/staff.yaml": """
        register: staff
        covers: [R02]
        group: economy
        name: { zh: 岗位, en: Posts }
        purpose: { zh: 岗位, en: Posts }
        title: "{post}"
        key: [post]
        fields:
          post: { name: { zh: 岗位, en: Post }, kind: text, required: yes }
        """,
        "registers/thing.yaml": ExchangePark.thing,
    ]

    /// One field of every kind.
    static let thing = """
        register: thing
        covers: [R01]
        group: economy
        name: { zh: 物件, en: Things }
        purpose: { zh: 各种字段, en: Every kind }
        title: "{code}"
        key: [code]
        fields:
          code:     { name: { zh: 编号, en: No. }, kind: code, required: yes }
          label:    { name: { zh: 标题, en: Label }, kind: text }
          remark:   { name: { zh: 说明, en: Remark }, kind: note }
          count:    { name: { zh: 个数, en: Count }, kind: number }
          rate:     { name: { zh: 增速, en: Rate }, kind: number, unit: "%", places: 1 }
          fund:     { name: { zh: 资金, en: Fund }, kind: money, unit: 万元, places: 4 }
          land:     { name: { zh: 面积, en: Land }, kind: quantity, unit: 亩, places: 2 }
          done:     { name: { zh: 完成, en: Done }, kind: yes_no }
          began:    { name: { zh: 开始, en: Began }, kind: day }
          met:      { name: { zh: 时刻, en: Met }, kind: moment }
          season:   { name: { zh: 季度, en: Season }, kind: period, every: quarter }
          spell:    { name: { zh: 半年, en: Half }, kind: period, every: half }
          kind:
            name: { zh: 类别, en: Class }
            kind: choice
            of:
              big:   { zh: 大类, en: Big }
              small: { zh: 小类, en: Small }
          firm:     { name: { zh: 企业, en: Firm }, kind: reference, to: firm }
          leader:   { name: { zh: 负责岗位, en: Lead }, kind: person }
          proof:    { name: { zh: 附件, en: Proof }, kind: file, many: yes }
          site:     { name: { zh: 地点, en: Site }, kind: place }
          parts:
            name: { zh: 组成, en: Parts }
            kind: rows
            fields:
              what: { name: { zh: 名称, en: What }, kind: text }
              many: { name: { zh: 数量, en: Many }, kind: number }
          phone:    { name: { zh: 电话, en: Phone }, kind: text, personal: yes }
          double:   { name: { zh: 双倍, en: Double }, kind: formula, is: count * 2, places: 0 }
        states:
          made: { name: { zh: 已登记, en: Made }, stage: open }
          shut: { name: { zh: 已关闭, en: Shut }, stage: done }
        """
}
