/// The font table: for each typeface what stands in where a machine lacks it. Windows has had 仿宋 and 楷体 in place of the older
/// two since 2007, and the title's typeface must be bought.
struct DocumentFonts {
    let page: PageLayout

    private static let substitutes = [
        "仿宋_GB2312": "仿宋;FangSong;STFangsong", "楷体_GB2312": "楷体;KaiTi;STKaiti", "方正小标宋简体": "FZXiaoBiaoSong-B05S;宋体", "黑体": "SimHei",
        "宋体": "SimSun",
    ]

    var text: String {
        var xml = XMLWriter()
        xml.element("w:fonts", ["xmlns:w": DocumentParts.main]) { xml in
            for name in Set([page.bodyFont, page.titleFont, page.headingFont, page.subheadingFont, page.numberFont]).sorted() {
                xml.element("w:font", ["w:name": name]) { xml in
                    if let substitute = DocumentFonts.substitutes[name] { xml.element("w:altName", ["w:val": substitute]) }
                    xml.element("w:charset", ["w:val": "86"])
                    xml.element("w:family", ["w:val": name == page.bodyFont || name == page.subheadingFont ? "modern" : "auto"])
                    xml.element("w:pitch", ["w:val": "default"])
                }
            }
        }
        return xml.text
    }
}
