/// The theme that programs expect beside the styles. Nothing in the document depends on it: all inks and typefaces are in the styles.
struct DocumentTheme {
    let page: PageLayout

    private static let inks: KeyValuePairs = [
        "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F4E79", "lt2": "F2F2F2", "accent1": "1F4E79", "accent2": "9DB4C8", "accent3": "5B7F3B",
        "accent4": "B9B9B9", "accent5": "7F7F7F", "accent6": "C00000", "hlink": "1F4E79", "folHlink": "5B5B5B",
    ]

    var text: String {
        var xml = XMLWriter()
        xml.element("a:theme", ["xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main", "name": "公文"]) { xml in
            xml.element("a:themeElements") { xml in
                xml.element("a:clrScheme", ["name": "公文"]) { xml in
                    for (name, ink) in DocumentTheme.inks { xml.element("a:\(name)") { $0.element("a:srgbClr", ["val": ink]) } }
                }
                xml.element("a:fontScheme", ["name": "公文"]) { xml in
                    for (name, font) in [("majorFont", page.headingFont), ("minorFont", page.bodyFont)] {
                        xml.element("a:\(name)") { xml in
                            xml.element("a:latin", ["typeface": font])
                            xml.element("a:ea", ["typeface": font])
                            xml.element("a:cs", ["typeface": font])
                        }
                    }
                }
                formats(&xml)
            }
        }
        return xml.text
    }

    /// Three of each kind, as the schema wants them.
    private func formats(_ xml: inout XMLWriter) {
        xml.element("a:fmtScheme", ["name": "公文"]) { xml in
            xml.element("a:fillStyleLst") { xml in for _ in 0..<3 { fill(&xml) } }
            xml.element("a:lnStyleLst") { xml in
                for width in ["6350", "12700", "19050"] { xml.element("a:ln", ["w": width]) { fill(&$0) } }
            }
            xml.element("a:effectStyleLst") { xml in
                for _ in 0..<3 { xml.element("a:effectStyle") { $0.element("a:effectLst") } }
            }
            xml.element("a:bgFillStyleLst") { xml in for _ in 0..<3 { fill(&xml) } }
        }
    }

    private func fill(_ xml: inout XMLWriter) {
        xml.element("a:solidFill") { $0.element("a:schemeClr", ["val": "phClr"]) }
    }
}
