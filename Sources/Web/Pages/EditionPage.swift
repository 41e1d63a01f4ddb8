import Indicators
import Registers
import Reports
import Storage

/// An edition as it was released, beside it what the records say now.
struct EditionPage: Page {
    let frozen: FrozenEdition
    /// Against the book as it is now; nil where the report is no longer declared.
    let comparison: EditionComparison?
    /// All editions of the report and period.
    let editions: [Edition]

    var room: Frame.Room { .reports }
    func title(_ visit: Visit) -> String {
        "\(visit(frozen.report.name)) \(visit(frozen.edition.words))"
    }

    init(_ id: String, _ period: Period, _ number: Int, _ desk: Desk, _ reading: Reading) throws {
        frozen = try EditionPage.frozen(id, period, number, desk, reading)
        editions = try Editions(desk.book).list(frozen.edition.report, period, in: reading)
        let isDeclared = desk.reports.catalogue.report(frozen.edition.report) != nil
        // What goes out has nothing of the inside beside it.
        comparison =
            isDeclared && !frozen.edition.isRedacted
            ? try desk.reports.moved(since: frozen, try desk.reports.report(frozen.edition.report, period, in: reading), in: reading) : nil
    }

    /// The edition, or a `Problem` where there is none or it was altered.
    static func frozen(_ id: String, _ period: Period, _ number: Int, _ desk: Desk, _ reading: Reading) throws -> FrozenEdition {
        let asked = Editions(desk.book)
        guard let name = Name(id), let edition = try asked.list(name, period, in: reading).first(where: { $0.number == number }) else {
            throw Problem.missing(zh: "没有这一版。", en: "There is no such edition.")
        }
        let frozen = try asked.frozen(edition, in: reading)
        do { try frozen.demandIntact() } catch { throw Problem.invalid([error.words]) }
        return frozen
    }

    private func address(_ format: String? = nil) -> String {
        Link.edition(frozen.edition.report.text, frozen.report.period, frozen.edition.number, format: format)
    }

    func body(_ visit: Visit) -> HTML {
        let edition = frozen.edition
        let soft = visit(
            "\(edition.released.iso) 由\(edition.releasedBy)签发，所知截至第 \(edition.head) 号变更，核数 \(edition.confirmed)/\(edition.confirmable)",
            "Released on \(edition.released.iso) by \(edition.releasedBy), known up to change \(edition.head), \(edition.confirmed) of \(edition.confirmable) confirmed"
        )
        let acts: HTML = """
            <a class="button first" href="\(address("docx"))">\(visit("下载 Word", "Word"))</a><a class="button" href="\(address("txt"))">\(visit("纯文本", "Text"))</a>\
            <a class="button" href="\(address("json"))">JSON</a>
            """
        let article = ReportHTML(frozen.report, visit.language, beside: comparison.map { .live($0) }).article
        return """
            \(Frame.trail([(Link.reports, visit("报告", "Reports")), (Link.report(edition.report.text, frozen.report.period), visit("现稿", "The draft of now"))], visit))
            \(Frame.title(title(visit), soft, tags: "<span class=\"tag\">\(visit(edition.standing))</span>\(redactedTag(visit))", acts: acts))
            <div class="paper">\(HTML.trusted(article))<aside class="margin" aria-label="\(visit("签发以来", "Since then"))">\(withdrawn(visit))\(edition.isRedacted ? redacted(visit) : [since(visit), others(visit)])\(digest(visit))</aside></div>
            """
    }

    private func withdrawn(_ visit: Visit) -> HTML? {
        frozen.edition.withdrawn.map {
            "<section class=\"sheet\"><h2><span class=\"light late\">\(visit("已撤回", "Withdrawn"))</span></h2><p>\($0.day.iso) \($0.by)：\($0.reason)</p></section>"
        }
    }

    private func redactedTag(_ visit: Visit) -> HTML? {
        frozen.edition.isRedacted ? " <span class=\"tag\">\(visit("脱敏版", "Redacted"))</span>" : nil
    }

    /// What it was made from, and how much is hidden in it: not what.
    private func redacted(_ visit: Visit) -> [HTML] {
        let edition = frozen.edition
        let source: HTML? = edition.redacts.map {
            "<p>\(visit("自", "From ")) <a href=\"\(Link.edition(edition.report.text, frozen.report.period, $0))\">\(visit("第\($0)版", "edition \($0)"))</a></p>"
        }
        return [
            """
            <section class="sheet"><h2>\(visit("脱敏版", "Redacted"))</h2>\(source)<p>\(visit("遮去 \(frozen.hidden) 个数、\(frozen.unnamed) 个名称。", "\(frozen.hidden) numbers and \(frozen.unnamed) names are hidden."))</p><p>\(edition.reason)</p></section>
            """
        ]
    }

    private func since(_ visit: Visit) -> HTML {
        guard let comparison else {
            return "<section class=\"sheet\"><p>\(visit("这份报告已不再声明。", "This report is no longer declared."))</p></section>"
        }
        guard !comparison.isUnmoved else {
            return "<section class=\"sheet\"><h2><span class=\"light ok\">\(visit("签发以来没有变化", "Nothing has moved since"))</span></h2></section>"
        }
        let moved: [HTML] = comparison.moved.map { one in
            "<li><span class=\"tag\">\(one.id)</span> \(visit(one.name)) <b>\(one.then)</b> → <b>\(one.now ?? visit("不再印", "printed no more"))</b><p>\(visit(one.cause))</p></li>"
        }
        let turned: [HTML] = comparison.turned.map { one in
            "<li><b>\(visit(one.text))</b> \(visit(one.then.words)) → \(one.now.map { visit($0.words) } ?? visit("不再声明", "no longer declared"))<p>\(visit(one.reason))</p></li>"
        }
        let words: HTML? =
            moved.isEmpty && turned.isEmpty ? "<p>\(visit("数没有变，文字变了。", "No figure has moved, but the words have."))</p>" : nil
        return """
            <section class="sheet"><h2><span class="light soon">\(visit("签发以来变了 \(moved.count + turned.count)", "\(moved.count + turned.count) have moved since"))</span></h2>\(words)<ul class="claims">\(moved)\(turned)</ul></section>
            """
    }

    private func others(_ visit: Visit) -> HTML {
        let (id, period, number) = (frozen.edition.report.text, frozen.report.period, frozen.edition.number)
        var items: [HTML] = [
            "<li><a href=\"\(Link.edition(id, period, nil, against: number))\">\(visit("本版 → 现稿", "This edition → now"))</a></li>"
        ]
        for other in editions where other.number != number && !other.isRedacted {
            let (from, to) = (min(other.number, number), max(other.number, number))
            items.append(
                "<li><a href=\"\(Link.edition(id, period, to, against: from))\">\(visit("第\(from)版 → 第\(to)版", "Edition \(from) → \(to)"))</a></li>")
        }
        return "<section class=\"sheet\"><h2>\(visit("花脸稿", "Changes marked"))</h2><ul class=\"plain\">\(items)</ul></section>"
    }

    private func digest(_ visit: Visit) -> HTML {
        "<section class=\"sheet\"><h2>\(visit("校验码", "Digest"))</h2><p><code class=\"digest\">\(frozen.edition.digest)</code></p><p class=\"soft\">\(visit("已核对，冻结内容与签发时一致。", "Checked: what was frozen is what was released."))</p></section>"
    }
}
