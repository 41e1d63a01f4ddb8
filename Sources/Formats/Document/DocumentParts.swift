/// The smaller parts of a document's container.
struct DocumentParts {
    static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let placed = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    static let chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    private static let properties = "http://schemas.openxmlformats.org/officeDocument/2006"
    /// The relation of the first link; those before it are the document's own.
    static let firstLink = 8

    let document: Document
    /// How many charts it has.
    let charts: Int

    var contentTypes: String {
        var xml = XMLWriter()
        xml.element("Types", ["xmlns": "\(DocumentParts.package)/content-types"]) { xml in
            xml.element("Default", ["Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"])
            xml.element("Default", ["Extension": "xml", "ContentType": "application/xml"])
            if charts > 0 {
                xml.element(
                    "Default", ["Extension": "xlsx", "ContentType": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"])
            }
            var parts = [
                ("/word/document.xml", "\(DocumentParts.word).document.main+xml"), ("/word/styles.xml", "\(DocumentParts.word).styles+xml"),
                ("/word/settings.xml", "\(DocumentParts.word).settings+xml"),
                ("/word/fontTable.xml", "\(DocumentParts.word).fontTable+xml"),
                ("/word/footer1.xml", "\(DocumentParts.word).footer+xml"), ("/word/footer2.xml", "\(DocumentParts.word).footer+xml"),
                ("/word/footer3.xml", "\(DocumentParts.word).footer+xml"),
                ("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
                ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
                ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
            ]
            if !document.properties.isEmpty {
                parts.append(("/docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"))
            }
            for number in 0..<charts {
                parts.append(("/word/charts/chart\(number + 1).xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"))
            }
            for (name, type) in parts { xml.element("Override", ["PartName": name, "ContentType": type]) }
        }
        return xml.text
    }

    var packageRelations: String {
        var targets = [
            ("\(DocumentParts.office)/officeDocument", "word/document.xml"),
            ("\(DocumentParts.package)/relationships/metadata/core-properties", "docProps/core.xml"),
            ("\(DocumentParts.office)/extended-properties", "docProps/app.xml"),
        ]
        if !document.properties.isEmpty { targets.append(("\(DocumentParts.office)/custom-properties", "docProps/custom.xml")) }
        return relations(targets)
    }

    func documentRelations(links: [String]) -> String {
        let targets = [
            ("styles", "styles.xml"), ("settings", "settings.xml"), ("fontTable", "fontTable.xml"), ("footer", "footer1.xml"),
            ("footer", "footer2.xml"), ("footer", "footer3.xml"), ("theme", "theme/theme1.xml"),
        ]
        return relations(targets.map { ("\(DocumentParts.office)/\($0.0)", $0.1) }, charts: charts, links: links)
    }

    private func relations(_ targets: [(type: String, part: String)], charts: Int = 0, links: [String] = []) -> String {
        var xml = XMLWriter()
        xml.element("Relationships", ["xmlns": "\(DocumentParts.package)/relationships"]) { xml in
            for (place, target) in targets.enumerated() {
                xml.element("Relationship", ["Id": "rId\(place + 1)", "Type": target.type, "Target": target.part])
            }
            for number in 0..<charts {
                xml.element(
                    "Relationship",
                    ["Id": "rIdChart\(number + 1)", "Type": "\(DocumentParts.office)/chart", "Target": "charts/chart\(number + 1).xml"])
            }
            for (place, link) in links.enumerated() {
                xml.element(
                    "Relationship",
                    [
                        "Id": "rId\(DocumentParts.firstLink + place)", "Type": "\(DocumentParts.office)/hyperlink", "Target": link,
                        "TargetMode": "External",
                    ])
            }
        }
        return xml.text
    }

    var settings: String {
        var xml = XMLWriter()
        xml.element("w:settings", ["xmlns:w": DocumentParts.main]) { xml in
            xml.element("w:zoom", ["w:percent": "100"])
            xml.element("w:defaultTabStop", ["w:val": "640"])
            xml.element("w:evenAndOddHeaders")
            xml.element("w:drawingGridVerticalSpacing", ["w:val": String(document.page.linePitch / 2)])
            xml.element("w:characterSpacingControl", ["w:val": "doNotCompress"])
            xml.element("w:compat") { xml in
                for name in [
                    "spaceForUL", "balanceSingleByteDoubleByteWidth", "doNotLeaveBackslashAlone", "ulTrailSpace", "doNotExpandShiftReturn",
                    "adjustLineHeightInTable", "useFELayout",
                ] { xml.element("w:\(name)") }
                xml.element(
                    "w:compatSetting",
                    ["w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word", "w:val": "15"])
            }
            xml.element("w:themeFontLang", ["w:val": "zh-CN", "w:eastAsia": "zh-CN"])
        }
        return xml.text
    }

    /// The page number, `— 3 —`: on the right of odd pages and the left of even ones, one letter in (GB/T 9704-2012, 7.5).
    func footer(isOdd: Bool) -> String {
        var xml = XMLWriter()
        xml.element("w:ftr", ["xmlns:w": DocumentParts.main]) { xml in
            xml.element("w:p") { xml in
                xml.element("w:pPr") { xml in
                    xml.element("w:pStyle", ["w:val": "Footer"])
                    xml.element("w:ind", isOdd ? ["w:rightChars": "100", "w:right": "280"] : ["w:leftChars": "100", "w:left": "280"])
                    xml.element("w:jc", ["w:val": isOdd ? "right" : "left"])
                }
                xml.element("w:r") { $0.element("w:t", ["xml:space": "preserve"], text: "— ") }
                xml.element("w:r") { $0.element("w:fldChar", ["w:fldCharType": "begin"]) }
                xml.element("w:r") { $0.element("w:instrText", ["xml:space": "preserve"], text: " PAGE ") }
                xml.element("w:r") { $0.element("w:fldChar", ["w:fldCharType": "separate"]) }
                xml.element("w:r") { $0.element("w:t", text: "1") }
                xml.element("w:r") { $0.element("w:fldChar", ["w:fldCharType": "end"]) }
                xml.element("w:r") { $0.element("w:t", ["xml:space": "preserve"], text: " —") }
            }
        }
        return xml.text
    }

    /// The foot of the imprint's page: nothing.
    var emptyFooter: String {
        var xml = XMLWriter()
        xml.element("w:ftr", ["xmlns:w": DocumentParts.main]) { xml in
            xml.element("w:p") { $0.element("w:pPr") { $0.element("w:pStyle", ["w:val": "Footer"]) } }
        }
        return xml.text
    }

    var core: String {
        let day = SheetCell.written(document.made.year, document.made.month, document.made.day) + "T00:00:00Z"
        var xml = XMLWriter()
        xml.element(
            "cp:coreProperties",
            [
                "xmlns:cp": "\(DocumentParts.package)/metadata/core-properties", "xmlns:dc": "http://purl.org/dc/elements/1.1/",
                "xmlns:dcterms": "http://purl.org/dc/terms/", "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            ]
        ) { xml in
            xml.element("dc:title", text: document.title)
            xml.element("dc:creator", text: document.author)
            xml.element("dc:language", text: "zh-CN")
            xml.element("cp:lastModifiedBy", text: document.author)
            xml.element("dcterms:created", ["xsi:type": "dcterms:W3CDTF"], text: day)
            xml.element("dcterms:modified", ["xsi:type": "dcterms:W3CDTF"], text: day)
        }
        return xml.text
    }

    var app: String {
        var xml = XMLWriter()
        xml.element("Properties", ["xmlns": "\(DocumentParts.properties)/extended-properties"]) { xml in
            xml.element("Application", text: "Yuanbu")
            xml.element("Company", text: document.author)
        }
        return xml.text
    }

    var custom: String {
        var xml = XMLWriter()
        xml.element(
            "Properties",
            ["xmlns": "\(DocumentParts.properties)/custom-properties", "xmlns:vt": "\(DocumentParts.properties)/docPropsVTypes"]
        ) { xml in
            for (place, property) in document.properties.sorted(by: { $0.key < $1.key }).enumerated() {
                xml.element(
                    "property", ["fmtid": "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", "pid": String(place + 2), "name": property.key]
                ) { $0.element("vt:lpwstr", text: property.value) }
            }
        }
        return xml.text
    }
}
