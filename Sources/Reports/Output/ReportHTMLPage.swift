import Storage

extension ReportHTML {
    /// A whole page that stands by itself, for a file: the article, what was left out and why, and the origin of every figure.
    public var page: String {
        """
        <!doctype html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
        <title>\(escaped(report.title)) \(report.period)</title>
        <style>
        body{max-width:44em;margin:2em auto;padding:0 1em;font:17px/1.8 "FangSong","STFangsong","Noto Serif CJK SC",serif;color:#1b1f23}
        h1{text-align:center;font-size:1.6em}h2{font-size:1.25em}h3{font-size:1.1em}p{text-indent:2em;margin:.4em 0}
        a.figure{color:inherit;text-decoration:underline dotted #5a7d9a;text-underline-offset:.2em}mark{background:#ffe9a8}
        table{border-collapse:collapse;width:100%;font:14px/1.5 system-ui,sans-serif;margin:1em 0}th,td{border:1px solid #c8ccd0;padding:.2em .5em;text-align:left}
        figure{margin:1em 0}figcaption{text-align:center;font-size:14px}.bars line{stroke:#c8ccd0}.bars text{text-anchor:middle;font:12px system-ui,sans-serif;fill:#5b6770}
        .bars .value{fill:#1b1f23}.bars .here{fill:#2b5f8a}.bars .soft{fill:#9db4c8}p.addressee{text-indent:0}details{font-size:14px}
        aside{font:14px/1.6 system-ui,sans-serif;border-top:1px solid #c8ccd0;margin-top:2em}aside p,td p{text-indent:0}
        </style></head>
        <body>
        \(article)\(notes)</body>
        </html>

        """
    }

    private var notes: String {
        var out = "<aside>\n"
        let absent = report.claims.filter { !$0.isPrinted }
        if !absent.isEmpty {
            out += "<h2>\(said(zh: "没有写进的表述", en: "Claims left out"))</h2>\n<ul>\n"
            for finding in absent {
                let verdict = finding.verdict.words(language)
                out += "<li><b>\(escaped(finding.id)) \(escaped(finding.text(language)))</b>：\(verdict)。\(escaped(finding.reason(language)))</li>\n"
            }
            out += "</ul>\n"
        }
        if !report.unsourced.isEmpty {
            out += "<h2>\(said(zh: "无来源数字", en: "Unsourced numbers"))</h2>\n<ul>\n"
            for number in report.unsourced { out += "<li><mark>\(escaped(number.text))</mark> \(escaped(number.context))</li>\n" }
            out += "</ul>\n"
        }
        let heads = [
            said(zh: "编号", en: "No."), said(zh: "指标", en: "Figure"), said(zh: "数值", en: "Value"), said(zh: "期间", en: "Period"),
            said(zh: "记录", en: "Records"), said(zh: "数据性质", en: "Status"),
        ]
        out += "<h2>\(said(zh: "数据来源表", en: "Where the figures come from"))</h2>\n<table>\n<tr>" + heads.map { "<th>\($0)</th>" }.joined() + "</tr>\n"
        for slot in report.figures + report.printedFacts {
            let cells = [slot.slot, slot.name(language), slot.said, slot.period.words(language), String(slot.rows), slot.status.words(language)]
            out += "<tr>" + cells.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>\n"
        }
        let change = report.asOf ?? report.lastChange.number
        out += "</table>\n<p>\(said(zh: "截至第 \(change) 号变更所知。", en: "As known at change \(change)."))</p>\n"
        if let draft = report.draft { out += "<p>\(said(zh: "正文是第 \(draft) 稿。", en: "The text is draft \(draft)."))</p>\n" }
        if let edition = report.edition {
            let line = said(
                zh: "\(edition.words.zh)，\(edition.released.iso) 由\(edition.releasedBy)签发，\(edition.standing.zh)。校验码",
                en: "Edition \(edition.number), released on \(edition.released.iso) by \(edition.releasedBy), \(edition.standing.en). Digest")
            out += "<p>\(escaped(line)) <code>\(escaped(edition.digest))</code></p>\n"
        }
        return out + "</aside>\n"
    }

    private func said(zh: String, en: String) -> String { language == .zh ? zh : en }
}
