/// A paragraph style as the standard wants it. Children are written in the order of the schema, without which Word calls a file damaged.
struct DocumentStyle {
    let id: String
    let name: String
    var base: String? = "Normal"
    var next: String?
    var isDefault = false
    var font: String?
    /// Half points; 32 is size 3.
    var size = 32
    var alignment: String?
    /// First line in, in hundredths of a letter.
    var indent = 0
    /// What is added to each letter, in twips.
    var spacing: Int?
    /// Red for what the standard wants red; nil for black.
    var color: String?
    /// In from both sides, in twips.
    var sides: Int?
    /// From line to line exactly, in twips; nil for as much as the letters need.
    var pitch: Int?
    var keepsNext = false
    /// Level in the navigation, from 0.
    var outline: Int?

    func write(to xml: inout XMLWriter) {
        xml.element("w:style", ["w:type": "paragraph", "w:default": isDefault ? "1" : nil, "w:styleId": id]) { xml in
            xml.element("w:name", ["w:val": name])
            if !isDefault { xml.element("w:basedOn", ["w:val": base]) }
            if let next { xml.element("w:next", ["w:val": next]) }
            xml.element("w:qFormat")
            xml.element("w:pPr") { xml in
                if keepsNext { xml.element("w:keepNext") }
                if isDefault {
                    xml.element("w:widowControl", ["w:val": "0"])
                    // Punctuation keeps inside the text's width; some programs lose what hangs over it when they print.
                    xml.element("w:overflowPunct", ["w:val": "0"])
                    // A line holds exactly its number of letters: no blanks by themselves between Chinese and digits.
                    xml.element("w:autoSpaceDE", ["w:val": "0"])
                    xml.element("w:autoSpaceDN", ["w:val": "0"])
                    // The page declares the grid; letters keep to it by their own spacing and lines by theirs, because programs differ in
                    // what they do with a letter that is wider than its square, and some give it two.
                    xml.element("w:snapToGrid", ["w:val": "0"])
                }
                xml.element(
                    "w:spacing",
                    [
                        "w:before": "0", "w:after": "0", "w:line": pitch.map { String($0) } ?? "240",
                        "w:lineRule": pitch == nil ? "auto" : "exact",
                    ])
                xml.element(
                    "w:ind",
                    [
                        "w:left": sides.map { String($0) }, "w:right": sides.map { String($0) }, "w:firstLineChars": String(indent),
                        "w:firstLine": String(indent * size / 10),
                    ])
                if let alignment { xml.element("w:jc", ["w:val": alignment]) }
                if let outline { xml.element("w:outlineLvl", ["w:val": String(outline)]) }
            }
            xml.element("w:rPr") { xml in
                if let font { xml.element("w:rFonts", ["w:ascii": font, "w:hAnsi": font, "w:eastAsia": font, "w:cs": font]) }
                if let color { xml.element("w:color", ["w:val": color]) }
                if let spacing { xml.element("w:spacing", ["w:val": String(spacing)]) }
                xml.element("w:sz", ["w:val": String(size)])
                xml.element("w:szCs", ["w:val": String(size)])
            }
        }
    }
}
