/// Writes the part of one chart (ECMA-376 part 1, 21.2): clustered bars with their values above, on a baseline of zero.
struct ChartPart {
    let chart: DocumentChart
    let page: PageLayout

    private static let main = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    private static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    /// Inks that stay apart when they are printed in grey.
    private static let inks = ["1F4E79", "9DB4C8", "5B7F3B", "B9B9B9"]
    private static let axes = ("500100", "500200")

    /// `word/charts/chart1.xml`.
    var text: String {
        var xml = XMLWriter()
        xml.element(
            "c:chartSpace", ["xmlns:c": ChartPart.main, "xmlns:a": ChartPart.drawing, "xmlns:r": DocumentParts.office]
        ) { xml in
            xml.element("c:date1904", ["val": "0"])
            xml.element("c:roundedCorners", ["val": "0"])
            xml.element("c:chart") { xml in
                xml.element("c:autoTitleDeleted", ["val": "1"])
                xml.element("c:plotArea") { xml in
                    xml.element("c:layout")
                    bars(&xml)
                    categoryAxis(&xml)
                    valueAxis(&xml)
                }
                if chart.series.count > 1 { legend(&xml) }
                xml.element("c:plotVisOnly", ["val": "1"])
                xml.element("c:dispBlanksAs", ["val": "gap"])
            }
            letters(&xml)
            xml.element("c:externalData", ["r:id": "rId1"]) { $0.element("c:autoUpdate", ["val": "0"]) }
        }
        return xml.text
    }

    /// `word/charts/_rels/chart1.xml.rels`: the workbook that its numbers can be edited in.
    static func relations(workbook: String) -> String {
        var xml = XMLWriter()
        xml.element("Relationships", ["xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"]) { xml in
            xml.element("Relationship", ["Id": "rId1", "Type": "\(DocumentParts.office)/package", "Target": "../embeddings/\(workbook)"])
        }
        return xml.text
    }

    private func bars(_ xml: inout XMLWriter) {
        xml.element("c:barChart") { xml in
            xml.element("c:barDir", ["val": "col"])
            xml.element("c:grouping", ["val": "clustered"])
            xml.element("c:varyColors", ["val": "0"])
            for (index, series) in chart.series.enumerated() { bars(of: series, index, &xml) }
            xml.element("c:gapWidth", ["val": "90"])
            xml.element("c:axId", ["val": ChartPart.axes.0])
            xml.element("c:axId", ["val": ChartPart.axes.1])
        }
    }

    private func bars(of series: DocumentChart.Series, _ index: Int, _ xml: inout XMLWriter) {
        let column = ChartWorkbook.column(index + 1)
        let last = chart.categories.count + 1
        xml.element("c:ser") { xml in
            xml.element("c:idx", ["val": String(index)])
            xml.element("c:order", ["val": String(index)])
            xml.element("c:tx") { strings("\(ChartWorkbook.sheet)!$\(column)$1", [series.name], &$0) }
            xml.element("c:spPr") { fill(ChartPart.inks[index % ChartPart.inks.count], &$0) }
            xml.element("c:invertIfNegative", ["val": "0"])
            labels(series.places, &xml)
            xml.element("c:cat") { strings("\(ChartWorkbook.sheet)!$A$2:$A$\(last)", chart.categories, &$0) }
            xml.element("c:val") { xml in
                xml.element("c:numRef") { xml in
                    xml.element("c:f", text: "\(ChartWorkbook.sheet)!$\(column)$2:$\(column)$\(last)")
                    xml.element("c:numCache") { xml in
                        xml.element("c:formatCode", text: ChartPart.format(series.places))
                        points(series.values, &xml)
                    }
                }
            }
        }
    }

    private func strings(_ range: String, _ texts: [String], _ xml: inout XMLWriter) {
        xml.element("c:strRef") { xml in
            xml.element("c:f", text: range)
            xml.element("c:strCache") { points(texts, &$0) }
        }
    }

    private func points(_ texts: [String?], _ xml: inout XMLWriter) {
        xml.element("c:ptCount", ["val": String(texts.count)])
        for (index, text) in texts.enumerated() {
            guard let text else { continue }
            xml.element("c:pt", ["idx": String(index)]) { $0.element("c:v", text: text) }
        }
    }

    /// Every bar says its value, so that nobody has to read it off an axis.
    private func labels(_ places: Int, _ xml: inout XMLWriter) {
        xml.element("c:dLbls") { xml in
            xml.element("c:numFmt", ["formatCode": ChartPart.format(places), "sourceLinked": "0"])
            xml.element("c:spPr") { xml in
                xml.element("a:noFill")
                xml.element("a:ln") { $0.element("a:noFill") }
            }
            letters(&xml)
            xml.element("c:dLblPos", ["val": "outEnd"])
            for (name, value) in [
                ("showLegendKey", "0"), ("showVal", "1"), ("showCatName", "0"), ("showSerName", "0"), ("showPercent", "0"), ("showBubbleSize", "0"),
            ] { xml.element("c:\(name)", ["val": value]) }
        }
    }

    private func categoryAxis(_ xml: inout XMLWriter) {
        xml.element("c:catAx") { xml in
            xml.element("c:axId", ["val": ChartPart.axes.0])
            xml.element("c:scaling") { $0.element("c:orientation", ["val": "minMax"]) }
            xml.element("c:delete", ["val": "0"])
            xml.element("c:axPos", ["val": "b"])
            xml.element("c:numFmt", ["formatCode": "General", "sourceLinked": "0"])
            xml.element("c:majorTickMark", ["val": "none"])
            xml.element("c:minorTickMark", ["val": "none"])
            xml.element("c:tickLblPos", ["val": "low"])
            xml.element("c:spPr") { xml in
                xml.element("a:ln", ["w": "6350"]) { fill("7F7F7F", &$0) }
            }
            letters(&xml)
            xml.element("c:crossAx", ["val": ChartPart.axes.1])
            xml.element("c:crosses", ["val": "autoZero"])
            xml.element("c:auto", ["val": "1"])
            xml.element("c:lblAlgn", ["val": "ctr"])
            xml.element("c:lblOffset", ["val": "100"])
            xml.element("c:noMultiLvlLbl", ["val": "0"])
        }
    }

    /// It is not drawn, since the bars say their values, but it begins at zero.
    private func valueAxis(_ xml: inout XMLWriter) {
        xml.element("c:valAx") { xml in
            xml.element("c:axId", ["val": ChartPart.axes.1])
            xml.element("c:scaling") { xml in
                xml.element("c:orientation", ["val": "minMax"])
                if !chart.hasNegative { xml.element("c:min", ["val": "0"]) }
            }
            xml.element("c:delete", ["val": "1"])
            xml.element("c:axPos", ["val": "l"])
            xml.element("c:numFmt", ["formatCode": "General", "sourceLinked": "0"])
            xml.element("c:majorTickMark", ["val": "none"])
            xml.element("c:minorTickMark", ["val": "none"])
            xml.element("c:tickLblPos", ["val": "nextTo"])
            xml.element("c:crossAx", ["val": ChartPart.axes.0])
            xml.element("c:crosses", ["val": "autoZero"])
            xml.element("c:crossBetween", ["val": "between"])
        }
    }

    private func legend(_ xml: inout XMLWriter) {
        xml.element("c:legend") { xml in
            xml.element("c:legendPos", ["val": "t"])
            xml.element("c:overlay", ["val": "0"])
            letters(&xml)
        }
    }

    private func fill(_ ink: String, _ xml: inout XMLWriter) {
        xml.element("a:solidFill") { $0.element("a:srgbClr", ["val": ink]) }
    }

    /// Size 五号, in the typeface of the numbers.
    private func letters(_ xml: inout XMLWriter) {
        xml.element("c:txPr") { xml in
            xml.element("a:bodyPr")
            xml.element("a:p") { xml in
                xml.element("a:pPr") { xml in
                    xml.element("a:defRPr", ["sz": "1050"]) { xml in
                        xml.element("a:latin", ["typeface": page.numberFont])
                        xml.element("a:ea", ["typeface": page.numberFont])
                    }
                }
                xml.element("a:endParaRPr", ["lang": "zh-CN"])
            }
        }
    }

    static func format(_ places: Int) -> String { places > 0 ? "0." + String(repeating: "0", count: min(places, 9)) : "0" }
}
