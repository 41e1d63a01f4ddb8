import Indicators
import Registers
import Storage

/// A figure by enterprise, product or whatever its records point to.
///
/// Where fewer than three report, the values would tell one of them those of another, so none is shown (Statistics Law of the
/// People's Republic of China, article 9: what identifies a single respondent is kept confidential).
struct Breakdown {
    /// One member of it.
    struct Line {
        let member: Member
        let growth: FigureValue?
    }

    let by: Register
    /// The registers that the figure can be broken down by.
    let choices: [Register]
    /// The largest first.
    let lines: [Line]
    let total: Int
    let isSuppressed: Bool

    /// How many lines a page shows at first, and at most.
    private static let (few, most) = (12, 500)
    /// The fewest that may be shown.
    static let fewest = 3

    /// Nil where the figure has no parts.
    init?(_ question: FigureQuestion, _ figure: Figure, asked: String?, _ visit: Visit, _ reading: Reading) throws {
        guard question.indicator.gives == .number, figure.value != .nothing else { return nil }
        let desk = question.desk
        let counted = question.indicator.register
        choices = desk.catalogue.registers.filter { register in
            register.id != counted && visit.permission.sees(register) && desk.figures.check(question.formula(), over: register.id).isEmpty
        }
        guard let by = choices.first(where: { $0.id.text == asked }) ?? choices.first(where: { $0.id == "enterprise" }) ?? choices.first else {
            return nil
        }
        self.by = by
        let members = try desk.figures.breakdown(
            question.indicator.id, by: by.id, question.period, scope: question.scope, asOf: question.asOf, in: reading)
        guard !members.isEmpty else { return nil }
        total = members.count
        isSuppressed = members.count < Breakdown.fewest
        guard !isSuppressed else {
            lines = []
            return
        }
        let growths = question.indicator.unit?.symbol == "%" ? [] : try question.growths(by.id, reading)
        let growth = Dictionary(growths.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
        lines = members.prefix(visit["all"] == nil ? Breakdown.few : Breakdown.most).map { Line(member: $0, growth: growth[$0.id]) }
    }

    func view(_ page: FigurePage, _ visit: Visit) -> HTML {
        let chips: [HTML] = choices.map { register in
            let mark: HTML = register.id == by.id ? " aria-current=\"true\"" : ""
            return
                "<a href=\"\(Link.figure(page.indicator.id, page.period, page.kept + [("by", register.id.text)]))#breakdown\"\(mark)>\(visit("按\(register.name.zh)", "by \(register.name.en)"))</a>"
        }
        let head: HTML = "<h2 id=\"breakdown\">\(visit("按“\(by.name.zh)”分列", "By \(by.name.en)"))</h2>"
        let switcher: HTML? = choices.count > 1 ? "<div class=\"periods\">\(chips)</div>" : nil
        guard !isSuppressed else {
            return """
                <section class="sheet">\(head)\(switcher)<p class="soft">\
                \(visit("只有 \(total) 家报送，分列会暴露单个填报单位的数字，依法不予显示。", "Only \(total) reported; a breakdown would reveal a single reporter's figures and is not shown, by law."))</p></section>
                """
        }
        let positive = lines.allSatisfy { !($0.member.value.amount?.isNegative ?? false) }
        let whole = positive ? page.figure.value.amount : nil
        let rows: [HTML] = lines.map { row($0, whole, page, visit) }
        let rest: HTML? =
            total > lines.count
            ? "<p><a href=\"\(Link.figure(page.indicator.id, page.period, page.kept + [("by", by.id.text), ("all", "yes")]))#breakdown\">\(visit("列出全部 \(total) 个", "List all \(total)"))</a></p>"
            : nil
        return """
            <section class="sheet scroll">\(head)\(switcher)<table><caption class="hidden">\(visit("按“\(by.name.zh)”分列", "By \(by.name.en)"))</caption>
            <thead><tr><th scope="col">\(visit(by.name))</th><th scope="col" class="n">\(visit(page.period.words)) <small>\(page.figure.unit ?? "")</small></th>\
            <th scope="col" class="n">\(visit("占比", "Share")) <small>%</small></th><th scope="col" class="n">\(visit("同比", "Growth")) <small>%</small></th><th scope="col" class="n">\(visit("记录", "Records"))</th></tr></thead>
            <tbody>\(rows)</tbody></table>\(rest)</section>
            """
    }

    private func row(_ line: Line, _ whole: Amount?, _ page: FigurePage, _ visit: Visit) -> HTML {
        var share: HTML = "—"
        if let amount = line.member.value.amount, let whole, !whole.isZero, let part = try? amount.divided(by: whole),
            let percent = try? part.multiplied(by: Amount(100))
        {
            share = "\(AmountText.rounded(percent, places: 1))"
        }
        var growth: HTML = "—"
        switch line.growth {
        case .amount(let amount)?:
            let text = FigureText.minus(AmountText.rounded(amount, places: 1))
            growth = amount.isNegative ? "<span class=\"down\">\(text)</span>" : "<span class=\"up\">+\(text)</span>"
        case .word(let word)?: growth = "\(word.words(places: 1)(visit.language))"
        default: break
        }
        let ending = page.asOf.map { "?asof=\($0.number)" } ?? ""
        return """
            <tr><td class="lead"><a href="\(Link.record(by.id, line.member.id) + ending)">\(line.member.title)</a></td>\
            <td class="n" data-label="\(visit(page.period.words))">\(FigureText.value(line.member.value, places: page.figure.places, visit.language))</td>\
            <td class="n" data-label="\(visit("占比", "Share"))">\(share)</td><td class="n" data-label="\(visit("同比", "Growth"))">\(growth)</td><td class="n" data-label="\(visit("记录", "Records"))">\(line.member.rows)</td></tr>

            """
    }
}

extension FigureQuestion {
    /// The growth of each member.
    func growths(_ by: Name, _ reading: Reading) throws -> [Member] {
        guard desk.figures.check(formula("growth"), over: by).isEmpty else { return [] }
        return try desk.figures.breakdown(formula("growth"), by: by, period, scope: scope, asOf: asOf, in: reading)
    }
}
