import Indicators
public import Storage

/// A compiled report as HTML: headings, paragraphs and tables, every figure a link that carries what its margin says.
public struct ReportHTML {
    let report: CompiledReport
    let language: Language
    /// What stands beside figures; nil where nothing does.
    let beside: ReportBeside?

    /// - Parameter language: of what is said about the figures; the report itself is Chinese.
    public init(_ report: CompiledReport, _ language: Language = .zh, beside: ReportBeside? = nil) {
        self.report = report
        self.language = language
        self.beside = beside
    }

    /// The `<article>`, to be put into a page.
    public var article: String {
        var used: Set<String> = []
        var out = "<article class=\"page report\" lang=\"zh-CN\">\n"
        var isList = false
        for block in report.blocks {
            if case .bullet = block.kind {
                if !isList { out += "<ul>\n" }
                isList = true
            } else if isList {
                out += "</ul>\n"
                isList = false
            }
            out += self.block(block, &used)
        }
        return out + (isList ? "</ul>\n" : "") + "</article>\n"
    }

    private func block(_ block: ReportBlock, _ used: inout Set<String>) -> String {
        switch block.kind {
        case .title: return "<h1>\(runs(block.runs, &used))</h1>\n"
        case .heading(let level, let number): return "<h\(level + 1)>\(escaped(number))\(runs(block.runs, &used))</h\(level + 1)>\n"
        case .paragraph: return "<p>\(runs(block.runs, &used))</p>\n"
        case .bullet: return "<li>\(runs(block.runs, &used))</li>\n"
        case .addressee: return "<p class=\"addressee\">\(runs(block.runs, &used))：</p>\n"
        case .table(let rows): return table(rows, &used)
        case .chart(let chart):
            return "<figure>\n\(ReportChartSVG(chart).text(escaped))<figcaption>\(escaped(chart.title))</figcaption>\n"
                + "<details><summary>\(language == .zh ? "图中数字" : "Its numbers")</summary>\(table(chart.rows, &used))</details></figure>\n"
        }
    }

    /// A table may be wider than a phone: it then moves within its own frame, which the keyboard reaches, and the page stays.
    private func table(_ rows: [[[ReportRun]]], _ used: inout Set<String>) -> String {
        var out = "<div class=\"rows\" tabindex=\"0\" role=\"group\" aria-label=\"\(language == .zh ? "表" : "Table")\"><table>\n"
        for (index, row) in rows.enumerated() {
            let cell = index == 0 ? "th" : "td"
            out += "<tr>" + row.map { "<\(cell)>\(runs($0, &used))</\(cell)>" }.joined() + "</tr>\n"
        }
        return out + "</table></div>\n"
    }

    private func runs(_ runs: [ReportRun], _ used: inout Set<String>) -> String {
        var out = ""
        var open: String?
        for run in runs {
            if run.claim != open {
                if open != nil { out += "</span>" }
                if let claim = run.claim { out += "<span class=\"claim\" data-claim=\"\(escaped(claim))\">" }
                open = run.claim
            }
            out += self.run(run, &used)
        }
        return open == nil ? out : out + "</span>"
    }

    private func run(_ run: ReportRun, _ used: inout Set<String>) -> String {
        switch run.kind {
        case .words, .vouched: return escaped(run.text)
        case .unsourced:
            let title = language == .zh ? "手工数字，无记录支持" : "Typed by hand; no record bears it out"
            return "<mark class=\"unsourced\" title=\"\(title)\">\(escaped(run.text))</mark>"
        case .figure(let mark): return figure(mark, run.text, &used)
        }
    }

    private func figure(_ mark: FigureMark, _ text: String, _ used: inout Set<String>) -> String {
        var attributes: [(String, String)] = [("class", "figure")]
        let address = FigureAddress.text(mark, asOf: report.asOf)
        if let address { attributes.append(("href", address)) }
        if let slot = mark.slot {
            let id = "fig-" + slot.filter { $0 != "#" }
            if used.insert(id).inserted { attributes.append(("id", id)) }
            attributes.append(("data-slot", slot))
        }
        attributes.append(("data-expression", mark.expression))
        if let figure = mark.figure {
            attributes.append(("data-status", figure.status.rawValue))
            attributes.append(("data-rows", String(figure.rows)))
            attributes.append(("title", note(figure)))
        } else if let id = mark.finding, let finding = report.claim(id) {
            attributes.append(("data-finding", id))
            attributes.append(("data-rows", String(finding.rows)))
            attributes.append(("title", "\(finding.text(language))：\(finding.reason(language))"))
        }
        let tag = address == nil ? "span" : "a"
        return "<\(tag) " + attributes.map { "\($0.0)=\"\(escaped($0.1))\"" }.joined(separator: " ") + ">\(escaped(text))</\(tag)>"
            + other(mark, &used)
    }

    /// What the figure says elsewhere, once a report.
    private func other(_ mark: FigureMark, _ used: inout Set<String>) -> String {
        let id = report.printedID(mark)
        guard let beside, let said = beside.said[id], used.insert("beside " + id).inserted else { return "" }
        return "<small class=\"beside\">\(escaped(beside.label(language))) \(escaped(said))</small>"
    }

    /// What a reader sees at once: name, value, status, how many records, who has reported.
    private func note(_ figure: Figure) -> String {
        let unit = figure.value.amount == nil ? "" : figure.unit ?? ""
        var parts = ["\(figure.name(language)) \(figure.printed(language))\(unit)", figure.status.words(language)]
        parts.append(language == .zh ? "\(figure.rows)条记录" : "\(figure.rows) records")
        if let completeness = figure.completeness { parts.append(completeness(language)) }
        return parts.joined(separator: " · ")
    }

    func escaped(_ text: String) -> String {
        var out = ""
        out.reserveCapacity(text.utf8.count)
        for character in text.unicodeScalars {
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            default: out.unicodeScalars.append(character)
            }
        }
        return out
    }
}
