import Foundation
import Indicators
import Registers
import Storage

/// What a few typed letters find: registers, indicators and records, by words, pinyin initials or codes.
struct SearchPage: Page {
    let asked: String
    let registers: [Register]
    let indicators: [Indicator]
    let year: Int
    let found: [(register: Register, total: Int, records: [Record])]

    var room: Frame.Room { .none }
    func title(_ visit: Visit) -> String { asked.isEmpty ? visit("搜索", "Search") : "\(asked) · \(visit("搜索", "Search"))" }

    /// How many records of a register stand here.
    private static let most = 6

    init(_ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        let asked = String(visit["q"]?.prefix(100) ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        self.asked = asked
        year = try desk.latestYear(reading)
        guard !asked.isEmpty else {
            (registers, indicators, found) = ([], [], [])
            return
        }
        let seen = desk.catalogue.registers.filter { visit.permission.sees($0) }
        registers = seen.filter { SearchPage.matches(asked, $0.id, $0.name) }
        indicators = desk.indicators.indicators.filter { SearchPage.matches(asked, $0.id, $0.name) }
        let records = desk.records(visit)
        found = try seen.compactMap { register -> (register: Register, total: Int, records: [Record])? in
            let listing = try records.listing(Query(register, search: asked, limit: SearchPage.most), in: reading)
            return listing.total > 0 ? (register, listing.total, listing.records) : nil
        }
        // What is named once is what was meant; the forms that bear its name come after.
        .sorted { $0.total < $1.total }
    }

    /// Whether a label has the text in it, or its name or pinyin initials do.
    static func matches(_ asked: String, _ id: Name, _ name: Words) -> Bool {
        let wanted = asked.lowercased()
        if name.zh.lowercased().contains(wanted) || name.en.lowercased().contains(wanted) || id.text.contains(wanted) { return true }
        guard wanted.count > 1, wanted.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return false }
        return initials(name.zh).contains(wanted)
    }

    /// 工业总产值 is gyzcz.
    private static func initials(_ text: String) -> String {
        let latin = text.applyingTransform(.toLatin, reverse: false)?.applyingTransform(.stripDiacritics, reverse: false) ?? ""
        return String(latin.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }).compactMap(\.first))
    }

    func body(_ visit: Visit) -> HTML {
        let label = visit("搜索企业、项目、指标、编号", "Search firms, projects, indicators, codes")
        let form: HTML = """
            <form action="\(Link.search)" class="big" role="search"><input type="search" name="q" value="\(asked)" aria-label="\(label)" placeholder="\(label)"><button>\(visit("搜索", "Search"))</button></form>
            """
        guard !asked.isEmpty else {
            return
                "\(Frame.title(visit("搜索", "Search")))\(form)<p class=\"soft\">\(visit("写两个汉字、拼音首字母或编号都可以。", "Two Chinese characters, pinyin initials or a code will do."))</p>"
        }
        let nothing = registers.isEmpty && indicators.isEmpty && found.isEmpty
        let none: HTML? =
            nothing
            ? "<p class=\"empty\">\(visit("没有找到“\(asked)”。换个说法，或从台账目录进入。", "Nothing was found for “\(asked)”. Try other words, or start from the registers."))</p>"
            : nil
        return
            "\(Frame.title(visit("搜索“\(asked)”", "Search for “\(asked)”")))\(form)\(none)\(named(visit))\(found.map { group($0.register, $0.total, $0.records, visit) })"
    }

    private func named(_ visit: Visit) -> HTML? {
        guard !registers.isEmpty || !indicators.isEmpty else { return nil }
        var items: [HTML] = indicators.prefix(20).map { indicator in
            let href = Period(year: year).map { Link.figure(indicator.id, $0) } ?? Link.indicators
            return "<li><a href=\"\(href)\">\(visit(indicator.name))</a> <span class=\"tag\">\(visit("指标", "Indicator"))</span></li>"
        }
        items += registers.map {
            "<li><a href=\"\(Link.list($0.id))\">\(visit($0.name))</a> <span class=\"tag\">\(visit("台账", "Register"))</span> <small>\(visit($0.purpose))</small></li>"
        }
        return "<section class=\"sheet\"><h2>\(visit("指标和台账", "Indicators and registers"))</h2><ul class=\"plain\">\(items)</ul></section>"
    }

    private func group(_ register: Register, _ total: Int, _ records: [Record], _ visit: Visit) -> HTML {
        let all: HTML? =
            total > records.count ? "<p><a href=\"\(Link.list(register.id, [("q", asked)]))\">\(visit("全部 \(total) 条", "All \(total)"))</a></p>" : nil
        let items: [HTML] = records.map { record in
            "<li><a href=\"\(Link.record(register.id, record.id))\">\(record.title.isEmpty ? "#\(record.id)" : record.title)</a> \(StateLight.light(record.state, of: register, visit))</li>"
        }
        return "<section class=\"sheet\"><h2>\(visit(register.name)) <small>\(total)</small></h2><ul class=\"plain\">\(items)</ul>\(all)</section>"
    }
}
