/// The head of an official document (GB/T 9704-2012, 7.2; rules.md 2.4): who issues it in red, its number, and the red line.
public struct Letterhead: Sendable, Hashable {
    /// 发文机关标志.
    public var organisation: String
    /// 发文字号, 云园管报〔2023〕3号; nil where it has none yet.
    public var number: String?
    /// 签发人, which a report to those above must name; nil otherwise.
    public var signer: String?

    /// A head.
    public init(organisation: String, number: String?, signer: String?) {
        self.organisation = organisation
        self.number = number
        self.signer = signer
    }
}

/// 版记 (GB/T 9704-2012, 7.4): whom copies go to, who printed it and when, between lines at the foot of the last even page.
public struct Imprint: Sendable, Hashable {
    /// 抄送机关; empty for none.
    public var copies: [String]
    /// 印发机关.
    public var printer: String
    /// 印发日期, `2023年1月5日`.
    public var day: String

    /// An imprint.
    public init(copies: [String], printer: String, day: String) {
        self.copies = copies
        self.printer = printer
        self.day = day
    }
}

extension DocumentBody {
    /// 发文机关标志 35 mm below the upper edge of the text, the number two lines below it, the red line 4 mm below the number.
    mutating func add(_ head: Letterhead) {
        // As large as its letters fit the line, smaller than 小初 in any case.
        let page = page
        let half = min(max(page.textWidth / max(head.organisation.count, 1) / 10, 44), 72)
        paragraph { xml in
            xml.element("w:pPr") { xml in
                xml.element("w:pStyle", ["w:val": "Letterhead"])
                xml.element("w:spacing", ["w:before": "1984", "w:after": "0", "w:line": "240", "w:lineRule": "auto"])
            }
            xml.element("w:r") { xml in
                xml.element("w:rPr") { xml in
                    xml.element("w:sz", ["w:val": String(half)])
                    xml.element("w:szCs", ["w:val": String(half)])
                }
                xml.element("w:t", ["xml:space": "preserve"], text: head.organisation)
            }
        }
        paragraph(nil, [])
        paragraph(nil, [])
        numberLine(head)
        paragraph(nil, [])
        paragraph(nil, [])
    }

    /// In the middle; on the left, one letter in, where a signer stands on the right. The paragraph isn't indented: its red line is as wide as the text.
    private mutating func numberLine(_ head: Letterhead) {
        let page = page
        paragraph { xml in
            xml.element("w:pPr") { xml in
                xml.element("w:pBdr") {
                    $0.element("w:bottom", ["w:val": "single", "w:sz": "18", "w:space": "11", "w:color": "FF0000"])
                }
                if head.signer != nil {
                    xml.element("w:tabs") { $0.element("w:tab", ["w:val": "right", "w:pos": String(page.textWidth - 320)]) }
                } else {
                    xml.element("w:jc", ["w:val": "center"])
                }
            }
            xml.element("w:r") { $0.element("w:t", ["xml:space": "preserve"], text: (head.signer == nil ? "" : "　") + (head.number ?? "")) }
            guard let signer = head.signer else { return }
            xml.element("w:r") { xml in
                xml.element("w:tab")
                xml.element("w:t", ["xml:space": "preserve"], text: "签发人：")
            }
            xml.element("w:r") { xml in
                xml.element("w:rPr") { xml in
                    let font = page.subheadingFont
                    xml.element("w:rFonts", ["w:ascii": font, "w:hAnsi": font, "w:eastAsia": font, "w:cs": font])
                }
                xml.element("w:t", ["xml:space": "preserve"], text: signer)
            }
        }
    }

    /// The lines are 1 pt (0.35 mm) above and below and 0.75 pt (0.25 mm) between; the text is of size 4, one letter in on both sides.
    mutating func add(_ imprint: Imprint) {
        endSection()
        var lines: [(left: String, right: String)] = []
        if !imprint.copies.isEmpty { lines.append(("抄送：" + imprint.copies.joined(separator: "，") + "。", "")) }
        lines.append((imprint.printer, imprint.day + "印发"))
        let page = page
        // The page is the imprint's own, so what stands above its lines is reckoned: LibreOffice keeps neither a frame nor a floating
        // table at the foot of a text.
        let letters = max((page.textWidth - 560) / 280, 1)
        let rows = lines.reduce(1) { $0 + max((($1.left + $1.right).count + letters - 1) / letters, 1) }
        let above = max((page.lines - rows) * page.linePitch, 0)
        for (place, line) in lines.enumerated() {
            paragraph { xml in
                xml.element("w:pPr") { xml in
                    xml.element("w:pStyle", ["w:val": "Imprint"])
                    xml.element("w:pBdr") { xml in
                        xml.element("w:top", ["w:val": "single", "w:sz": place == 0 ? "8" : "6", "w:space": "1", "w:color": "auto"])
                        if place == lines.count - 1 {
                            xml.element("w:bottom", ["w:val": "single", "w:sz": "8", "w:space": "1", "w:color": "auto"])
                        }
                    }
                    xml.element("w:tabs") { $0.element("w:tab", ["w:val": "right", "w:pos": String(page.textWidth - 280)]) }
                    if place == 0 { xml.element("w:spacing", ["w:before": String(above)]) }
                    // The lines are as wide as the text; what they hold is one letter in.
                    xml.element("w:ind", ["w:left": "0", "w:right": "0", "w:firstLine": "280"])
                }
                xml.element("w:r") { xml in
                    xml.element("w:t", ["xml:space": "preserve"], text: line.left)
                    guard !line.right.isEmpty else { return }
                    xml.element("w:tab")
                    xml.element("w:t", ["xml:space": "preserve"], text: line.right)
                }
            }
        }
        paragraph("Tail", [])
    }
}
