public import Foundation

/// Writes a document as DOCX (ECMA-376, transitional) that WPS and Word open without a word and can go on editing. The same document
/// gives the same bytes.
public struct DocumentWriter {
    private let document: Document

    /// A writer of one document.
    public init(_ document: Document) { self.document = document }

    /// Writes the file. Throws `FormatError.unwritable`.
    public func write(to path: String) throws { try container().write(to: path) }

    /// The file in memory. Throws `FormatError.unwritable`.
    public func data() throws -> Data { try container().data() }

    private func container() throws -> ZipWriter {
        let day = SheetCell.written(document.made.year, document.made.month, document.made.day) + "T00:00:00Z"
        var body = DocumentBody(page: document.page, author: document.author, made: day)
        for block in document.blocks { body.add(block) }
        let text = body.finished()
        let parts = DocumentParts(document: document, charts: body.charts.count)
        var zip = ZipWriter()
        zip.add("[Content_Types].xml", parts.contentTypes)
        zip.add("_rels/.rels", parts.packageRelations)
        zip.add("word/document.xml", text)
        zip.add("word/_rels/document.xml.rels", parts.documentRelations(links: body.addresses))
        zip.add("word/styles.xml", DocumentStyles(page: document.page).text)
        zip.add("word/settings.xml", parts.settings)
        zip.add("word/fontTable.xml", DocumentFonts(page: document.page).text)
        zip.add("word/footer1.xml", parts.footer(isOdd: true))
        zip.add("word/footer2.xml", parts.footer(isOdd: false))
        zip.add("word/footer3.xml", parts.emptyFooter)
        zip.add("word/theme/theme1.xml", DocumentTheme(page: document.page).text)
        for (place, chart) in body.charts.enumerated() {
            let name = "chart\(place + 1)"
            zip.add("word/charts/\(name).xml", ChartPart(chart: chart, page: document.page).text)
            zip.add("word/charts/_rels/\(name).xml.rels", ChartPart.relations(workbook: "\(name).xlsx"))
            zip.add("word/embeddings/\(name).xlsx", try ChartWorkbook(chart: chart).data())
        }
        zip.add("docProps/core.xml", parts.core)
        zip.add("docProps/app.xml", parts.app)
        if !document.properties.isEmpty { zip.add("docProps/custom.xml", parts.custom) }
        return zip
    }
}
