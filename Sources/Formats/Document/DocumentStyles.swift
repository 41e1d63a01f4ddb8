/// The styles of official documents (GB/T 9704-2012, 7.2 and 7.3; `rules.md` 2.4). Headings are the program's own, so that its
/// navigation and its table of contents find them.
struct DocumentStyles {
    let page: PageLayout

    private var styles: [DocumentStyle] {
        let line = page.linePitch
        func heading(_ level: Int, _ font: String) -> DocumentStyle {
            DocumentStyle(
                id: "Heading\(level)", name: "heading \(level)", next: "Body", font: font, indent: 200, pitch: line, keepsNext: true,
                outline: level - 1)
        }
        return [
            DocumentStyle(
                id: "Normal", name: "Normal", isDefault: true, font: page.bodyFont, alignment: "both", spacing: page.tightening, pitch: line
            ),
            DocumentStyle(
                id: "Title", name: "Title", next: "Body", font: page.titleFont, size: 44, alignment: "center", spacing: 0, pitch: line),
            heading(1, page.headingFont), heading(2, page.subheadingFont), heading(3, page.bodyFont), heading(4, page.bodyFont),
            DocumentStyle(id: "Body", name: "公文正文", indent: 200, pitch: line),
            // What ends a text stays together: nobody signs on a page without a line of it.
            DocumentStyle(id: "Closing", name: "公文落款", pitch: line, keepsNext: true),
            DocumentStyle(id: "Signature", name: "公文署名", alignment: "right", pitch: line),
            DocumentStyle(id: "TableTitle", name: "公文表题", alignment: "center", pitch: line, keepsNext: true),
            // Size 小四.
            DocumentStyle(id: "TableText", name: "公文表格", size: 24, spacing: 0),
            // Size 五号.
            DocumentStyle(id: "TableSmall", name: "公文附表", size: 21, spacing: 0),
            DocumentStyle(id: "Note", name: "公文表注", size: 21, spacing: 0, pitch: 360),
            DocumentStyle(id: "Chart", name: "公文图", alignment: "center", spacing: 0, keepsNext: true),
            DocumentStyle(id: "AnnexMark", name: "公文附件标识", next: "Title", font: page.headingFont, spacing: 0, pitch: line),
            DocumentStyle(id: "Letterhead", name: "发文机关标志", font: page.titleFont, size: 72, alignment: "center", spacing: 0, color: "FF0000"),
            DocumentStyle(id: "Imprint", name: "公文版记", size: 28, spacing: 0, sides: 280, pitch: line),
            // Below a table that ends a page nobody should see a line.
            DocumentStyle(id: "Tail", name: "公文表后", size: 2, spacing: 0, pitch: 20),
            // Size 4, in a line of just its height, so that the dashes are where the standard wants them.
            DocumentStyle(id: "Footer", name: "footer", font: page.numberFont, size: 28, spacing: 0, pitch: 280),
        ]
    }

    var text: String {
        var xml = XMLWriter()
        xml.element("w:styles", ["xmlns:w": DocumentParts.main]) { xml in
            xml.element("w:docDefaults") { xml in
                xml.element("w:rPrDefault") { xml in
                    xml.element("w:rPr") { xml in
                        let font = page.bodyFont
                        xml.element("w:rFonts", ["w:ascii": font, "w:hAnsi": font, "w:eastAsia": font, "w:cs": font])
                        xml.element("w:sz", ["w:val": "32"])
                        xml.element("w:szCs", ["w:val": "32"])
                        // Digits and letters are Western text: as Chinese they would be broken in the middle, and GB/T 9704 (7.3.3) forbids to break a number.
                        xml.element("w:lang", ["w:val": "en-US", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA"])
                    }
                }
                xml.element("w:pPrDefault")
            }
            for style in styles { style.write(to: &xml) }
            table(&xml)
        }
        return xml.text
    }

    private func table(_ xml: inout XMLWriter) {
        xml.element("w:style", ["w:type": "table", "w:styleId": "Ruled"]) { xml in
            xml.element("w:name", ["w:val": "公文表格线"])
            xml.element("w:tblPr") { xml in
                xml.element("w:tblBorders") { xml in
                    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
                        xml.element("w:\(side)", ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "auto"])
                    }
                }
                xml.element("w:tblCellMar") { xml in
                    xml.element("w:left", ["w:w": "85", "w:type": "dxa"])
                    xml.element("w:right", ["w:w": "85", "w:type": "dxa"])
                }
            }
        }
    }
}
