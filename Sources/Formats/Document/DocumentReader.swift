public import Foundation

/// Reads what stands in a DOCX of any origin, so that it can be held against the book. What was struck out, by a line or under review,
/// hidden text and a field's code are left out; what was inserted is in.
public struct DocumentReader {
    /// The paragraphs in the order of the text, those of tables and text boxes where they stand, the empty ones too.
    public let paragraphs: [DocumentParagraph]

    /// The paragraphs of its footnotes and endnotes, without the empty ones.
    public let notes: [DocumentParagraph]
    /// How many stretches of text were struck out, by a line through them or under review.
    public let struckOut: Int

    /// Most bytes of text that are taken: thousands of pages.
    public static let usualLimit = 8 << 20

    /// Reads a file. Throws `FormatError`.
    public init(path: String, limits: ZipLimits = ZipLimits(), limit: Int = DocumentReader.usualLimit) throws {
        try self.init(ZipReader(path: path, limits: limits), limit)
    }

    /// Reads bytes in memory. Throws `FormatError`.
    public init(data: Data, limits: ZipLimits = ZipLimits(), limit: Int = DocumentReader.usualLimit) throws {
        try self.init(ZipReader(data: data, limits: limits), limit)
    }

    private init(_ zip: ZipReader, _ limit: Int) throws {
        let package = OfficePackage(zip)
        let main = try package.main(usual: "word/document.xml")
        let relations = try package.relations(of: main.name)
        let styles = DocumentOutlines()
        if let part = relations.first(where: { $0.type == "styles" }).flatMap({ package.part($0.target) }) {
            try package.parse(part, limit: 64 << 20, into: styles)
        }
        let links = Dictionary(relations.filter { $0.type == "hyperlink" }.map { ($0.id, $0.target) }) { first, _ in first }
        let body = DocumentText(part: main.name, limit: limit, levels: styles.levels(), links: links)
        try zip.parse(main, into: body)
        guard body.isDocument else { throw FormatError.missingPart("word/document.xml") }
        paragraphs = body.paragraphs
        var notes: [DocumentParagraph] = []
        var struckOut = body.struckOut
        for part in relations.filter({ $0.type == "footnotes" || $0.type == "endnotes" }).prefix(2).compactMap({ package.part($0.target) }) {
            let text = DocumentText(part: part.name, limit: limit, levels: [:], links: [:])
            try zip.parse(part, into: text)
            notes += text.paragraphs.filter { !$0.text.allSatisfy(\.isWhitespace) }
            struckOut += text.struckOut
        }
        self.notes = notes
        self.struckOut = struckOut
    }
}
