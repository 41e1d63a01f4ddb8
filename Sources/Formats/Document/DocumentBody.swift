/// Writes what stands in a document. It keeps the addresses that its links lead to, for they are named outside of it.
struct DocumentBody {
    /// Addresses of links, in the order of their relations.
    private(set) var addresses: [String] = []
    /// Its charts, in order; the relation of the first is `rIdChart1`.
    private(set) var charts: [DocumentChart] = []
    let page: PageLayout
    /// Who tracked changes are by, and when: `2023-01-12T00:00:00Z`.
    let author: String
    let made: String
    private var xml = XMLWriter()
    private var bookmarks: [String: Int] = [:]
    private var bookmarkCount = 0
    private var endsWithTable = false
    /// Whether the last section is that of the imprint: on an even page, without a number.
    private var isImprinted = false

    init(page: PageLayout, author: String = "", made: String = "") {
        self.page = page
        self.author = author
        self.made = made
    }

    mutating func add(_ block: DocumentBlock) {
        // Two tables without anything between them would be one.
        if endsWithTable, case .table(let table) = block, table.title == nil { paragraph(nil, []) }
        endsWithTable = false
        switch block {
        case .letterhead(let head): add(head)
        case .imprint(let imprint): add(imprint)
        case .annex(let name): paragraph("AnnexMark", [DocumentRun(name)])
        case .chart(let chart): add(chart)
        case .title(let runs): paragraph("Title", runs)
        case .addressee(let runs): paragraph(nil, runs)
        case .heading(let level, let runs): paragraph("Heading\(min(max(level, 1), 4))", runs)
        case .paragraph(let runs): paragraph("Body", runs)
        case .note(let runs): paragraph("Note", runs)
        case .table(let table): add(table)
        case .attachments(let names): add(attachments: names)
        case .signature(let name, let day, let isSealed): add(signature: name, day, isSealed)
        case .blank: paragraph(nil, [])
        case .pageBreak:
            xml.open("w:p")
            xml.element("w:r") { $0.element("w:br", ["w:type": "page"]) }
            xml.close("w:p")
        }
    }

    /// The whole part, with the page at its end.
    mutating func finished() -> String {
        // Nobody could type below a table that ends a document.
        if endsWithTable { paragraph("Tail", []) }
        var whole = XMLWriter()
        whole.open(
            "w:document",
            [
                "xmlns:w": DocumentParts.main, "xmlns:r": DocumentParts.office, "xmlns:wp": DocumentParts.placed, "xmlns:a": DocumentParts.drawing,
                "xmlns:c": DocumentParts.chart,
            ])
        whole.open("w:body")
        whole.append(xml)
        section(&whole, isImprint: isImprinted)
        whole.close("w:body")
        whole.close("w:document")
        return whole.text
    }

    private func section(_ xml: inout XMLWriter, isImprint: Bool) {
        xml.element("w:sectPr") { xml in
            xml.element("w:footerReference", ["w:type": "default", "r:id": isImprint ? "rId6" : "rId4"])
            xml.element("w:footerReference", ["w:type": "even", "r:id": isImprint ? "rId6" : "rId5"])
            if isImprint { xml.element("w:type", ["w:val": "evenPage"]) }
            xml.element("w:pgSz", ["w:w": String(page.width), "w:h": String(page.height)])
            xml.element(
                "w:pgMar",
                [
                    "w:top": String(page.top), "w:right": String(page.right), "w:bottom": String(page.bottom), "w:left": String(page.left),
                    "w:header": "851", "w:footer": String(page.footer), "w:gutter": "0",
                ])
            xml.element("w:cols", ["w:space": "425"])
            xml.element(
                "w:docGrid",
                ["w:type": "linesAndChars", "w:linePitch": String(page.linePitch), "w:charSpace": String(page.letterSpace)])
        }
    }

    /// Ends the section of the text, so that the imprint stands in one of its own.
    mutating func endSection() {
        let page = self
        paragraph { xml in
            xml.element("w:pPr") { xml in
                xml.element("w:pStyle", ["w:val": "Tail"])
                page.section(&xml, isImprint: false)
            }
        }
        isImprinted = true
    }

    /// A paragraph that somebody else writes.
    mutating func paragraph(_ content: (inout XMLWriter) -> Void) { xml.element("w:p", [:], content) }

    /// The chart as wide as the text, its title below.
    private mutating func add(_ chart: DocumentChart) {
        charts.append(chart)
        let number = charts.count
        // A twip is 635 of the units of drawings.
        let (width, height) = (page.textWidth * 635, page.linePitch * 7 * 635)
        paragraph { xml in
            xml.element("w:pPr") { $0.element("w:pStyle", ["w:val": "Chart"]) }
            xml.element("w:r") { xml in
                xml.element("w:drawing") { xml in
                    xml.element("wp:inline", ["distT": "0", "distB": "0", "distL": "0", "distR": "0"]) { xml in
                        xml.element("wp:extent", ["cx": String(width), "cy": String(height)])
                        xml.element("wp:docPr", ["id": String(number), "name": "图\(number)", "descr": chart.title])
                        xml.element("wp:cNvGraphicFramePr")
                        xml.element("a:graphic") { xml in
                            xml.element("a:graphicData", ["uri": DocumentParts.chart]) {
                                $0.element("c:chart", ["r:id": "rIdChart\(number)"])
                            }
                        }
                    }
                }
            }
        }
        paragraph("TableTitle", [DocumentRun(chart.title)])
    }

    /// A paragraph of a style. `right` and `left` are hundredths of a letter.
    mutating func paragraph(
        _ style: String?, _ runs: [DocumentRun], alignment: String? = nil, left: Int = 0, right: Int = 0, hanging: Int = 0
    ) {
        xml.open("w:p")
        if style != nil || alignment != nil || left != 0 || right != 0 {
            xml.element("w:pPr") { xml in
                if let style { xml.element("w:pStyle", ["w:val": style]) }
                if left != 0 || right != 0 {
                    func twips(_ letters: Int) -> String { String(letters * 320 / 100) }
                    xml.element(
                        "w:ind",
                        [
                            "w:leftChars": String(left), "w:left": twips(left), "w:rightChars": String(right), "w:right": twips(right),
                            "w:hangingChars": hanging > 0 ? String(hanging) : nil, "w:hanging": hanging > 0 ? twips(hanging) : nil,
                        ])
                }
                if let alignment { xml.element("w:jc", ["w:val": alignment]) }
            }
        }
        for run in runs { add(run) }
        xml.close("w:p")
    }

    private mutating func add(_ run: DocumentRun) {
        if let revision = run.revision {
            bookmarkCount += 1
            xml.element(
                revision == .inserted ? "w:ins" : "w:del", ["w:id": String(bookmarkCount), "w:author": author, "w:date": made]
            ) { DocumentBody.write(run, to: &$0) }
            return
        }
        var bookmark: Int?
        if let wanted = run.bookmark {
            let name = unique(wanted)
            bookmarkCount += 1
            bookmark = bookmarkCount
            xml.element("w:bookmarkStart", ["w:id": String(bookmarkCount), "w:name": name])
        }
        switch run.link {
        case .address(let address) where DocumentBody.isOpenable(address):
            let place = addresses.firstIndex(of: address) ?? addresses.count
            if place == addresses.count { addresses.append(address) }
            xml.element("w:hyperlink", ["r:id": "rId\(DocumentParts.firstLink + place)"]) { DocumentBody.write(run, to: &$0) }
        case .bookmark(let name):
            xml.element("w:hyperlink", ["w:anchor": DocumentBody.bookmark(name)]) { DocumentBody.write(run, to: &$0) }
        default: DocumentBody.write(run, to: &xml)
        }
        if let bookmark { xml.element("w:bookmarkEnd", ["w:id": String(bookmark)]) }
    }

    private static func write(_ run: DocumentRun, to xml: inout XMLWriter) {
        xml.element("w:r") { xml in
            if run.isBold || run.isMarked {
                xml.element("w:rPr") { xml in
                    if run.isBold { xml.element("w:b") }
                    if run.isMarked { xml.element("w:highlight", ["w:val": "yellow"]) }
                }
            }
            for (place, line) in run.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
                if place > 0 { xml.element("w:br") }
                for (place, piece) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
                    if place > 0 { xml.element("w:tab") }
                    if !piece.isEmpty {
                        xml.element(run.revision == .deleted ? "w:delText" : "w:t", ["xml:space": "preserve"], text: String(piece))
                    }
                }
            }
        }
    }

    private mutating func add(_ table: DocumentTable) {
        if let title = table.title { paragraph("TableTitle", [DocumentRun(title)]) }
        let columns = table.columns
        guard !columns.isEmpty else { return }
        let shares = columns.reduce(0) { $0 + min(max($1.share, 1), 1000) }
        let widths = columns.map { page.textWidth * min(max($0.share, 1), 1000) / shares }
        xml.open("w:tbl")
        xml.element("w:tblPr") { xml in
            xml.element("w:tblStyle", ["w:val": "Ruled"])
            xml.element("w:tblW", ["w:w": String(widths.reduce(0, +)), "w:type": "dxa"])
            xml.element("w:jc", ["w:val": "center"])
            xml.element("w:tblLayout", ["w:type": "fixed"])
        }
        xml.element("w:tblGrid") { xml in
            for width in widths { xml.element("w:gridCol", ["w:w": String(width)]) }
        }
        row(columns.map { [DocumentRun($0.title, isBold: true)] }, columns.map { _ in .center }, widths, table.isSmall, isHeader: true)
        for cells in table.rows { row(cells, columns.map(\.alignment), widths, table.isSmall, isHeader: false) }
        xml.close("w:tbl")
        endsWithTable = true
    }

    private mutating func row(_ cells: [[DocumentRun]], _ alignments: [DocumentTable.Alignment], _ widths: [Int], _ isSmall: Bool, isHeader: Bool) {
        let style = isSmall ? "TableSmall" : "TableText"
        xml.open("w:tr")
        xml.element("w:trPr") { xml in
            xml.element("w:cantSplit")
            xml.element("w:trHeight", ["w:val": isSmall ? "340" : "454", "w:hRule": "atLeast"])
            if isHeader { xml.element("w:tblHeader") }
        }
        for (place, width) in widths.enumerated() {
            xml.open("w:tc")
            xml.element("w:tcPr") { xml in
                xml.element("w:tcW", ["w:w": String(width), "w:type": "dxa"])
                xml.element("w:vAlign", ["w:val": "center"])
            }
            paragraph(style, place < cells.count ? cells[place] : [], alignment: alignments[place].rawValue)
            xml.close("w:tc")
        }
        xml.close("w:tr")
    }

    /// 7.3.4: a line below the body, two letters in, without a full stop; further names below the first.
    private mutating func add(attachments names: [String]) {
        guard !names.isEmpty else { return }
        paragraph("Closing", [])
        for (place, name) in names.enumerated() {
            let number = names.count > 1 ? "\(place + 1). " : ""
            paragraph("Closing", [DocumentRun((place == 0 ? "附件：" : "") + number + name)], left: 500, hanging: place == 0 ? 300 : 0)
        }
    }

    /// 7.3.5: without seal the name is two letters from the right and the day begins two letters after it; where the day is longer it is
    /// the one two letters from the right. With seal the day is four letters from the right and the name over its middle.
    private mutating func add(signature name: String, _ day: String, _ isSealed: Bool) {
        let (nameWidth, dayWidth) = (DocumentBody.width(name), DocumentBody.width(day))
        let (nameRight, dayRight): (Int, Int)
        if isSealed {
            (nameRight, dayRight) = (max(400 + (dayWidth - nameWidth) / 2, 0), 400)
        } else if dayWidth > nameWidth {
            (nameRight, dayRight) = (400 + dayWidth - nameWidth, 200)
        } else {
            (nameRight, dayRight) = (200, nameWidth - dayWidth)
        }
        for _ in 0..<2 { paragraph("Closing", []) }
        paragraph("Closing", [DocumentRun(name)], alignment: "right", right: nameRight)
        paragraph("Signature", [DocumentRun(day)], right: dayRight)
    }

    /// Width in hundredths of a letter: Latin letters and digits are half as wide.
    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 && $1.value != 0x2014 ? 50 : 100) }
    }

    /// A name that no other bookmark has: the same figure may stand twice.
    private mutating func unique(_ name: String) -> String {
        let wanted = DocumentBody.bookmark(name)
        let times = (bookmarks[wanted] ?? 0) + 1
        bookmarks[wanted] = times
        return times == 1 ? wanted : unique("\(wanted.prefix(32))_\(times)")
    }

    /// A name as bookmarks can be: letters, digits and underscores, a letter first, forty at most.
    private static func bookmark(_ name: String) -> String {
        let letters = name.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "_" }
        return String((letters.first?.isLetter == true || letters.first == "_" ? letters : ["b", "_"] + letters).prefix(40))
    }

    private static func isOpenable(_ address: String) -> Bool {
        ["http://", "https://", "mailto:"].contains { address.lowercased().hasPrefix($0) } && !address.contains { $0.isWhitespace }
    }
}
