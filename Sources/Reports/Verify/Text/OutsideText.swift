public import Foundation
import Formats
import Registers

/// A text that somebody else wrote (TXT or DOCX), as the paragraphs that it is made of.
public struct OutsideText: Sendable {
    /// The file's name, for the reader.
    public let name: String
    let paragraphs: [OutsideParagraph]
    /// The lines were as long as a page is wide and have been put together again.
    let isRewrapped: Bool

    /// Reads a file by what it is, whatever it is called. Throws `Refused` with what is wrong and what to do.
    public init(file: URL) throws {
        do {
            switch try FileKind(path: file.path) {
            case .container: try self.init(name: file.lastPathComponent, document: DocumentReader(path: file.path).paragraphs)
            case .oldDocument, .oldWorkbook: throw FormatError.oldDocument
            case .encrypted: throw FormatError.encrypted
            case .markup, .other: self.init(name: file.lastPathComponent, text: try PlainTextReader(path: file.path).text)
            }
        } catch let error as FormatError {
            let name = OutsideParagraph.plain(file.lastPathComponent)
            throw Refused(zh: "“\(name)”读不了：\(error.words.zh)。", en: "“\(name)” can't be read: \(error.words.en).")
        }
        guard !SecrecyMark.marksName(name), !paragraphs.contains(where: { SecrecyMark.marks($0.text) }) else {
            throw Refused(
                zh: "“\(OutsideParagraph.plain(name))”带有国家秘密标志，园簿不收，请按保密规定线下办理。",
                en: "“\(OutsideParagraph.plain(name))” bears a mark of state secrecy and isn't taken; handle it off line.")
        }
    }

    /// Words of one's own.
    public init(name: String, text: String) {
        let lines = text.replacing("\r\n", with: "\n").split(omittingEmptySubsequences: false) { $0.isNewline }
        let (wrapped, isRewrapped) = LineWrap.joined(lines.map(String.init))
        self.isRewrapped = isRewrapped
        self.name = name
        paragraphs = OutsideText.numbered(wrapped.map { ($0, false, nil) })
    }

    /// Paragraphs that are already told apart.
    init(name: String, paragraphs: [OutsideParagraph]) {
        self.name = name
        self.paragraphs = paragraphs
        isRewrapped = false
    }

    private init(name: String, document: [DocumentParagraph]) {
        self.name = name
        isRewrapped = false
        // A line break inside a paragraph begins a line of its own.
        paragraphs = OutsideText.numbered(
            document.flatMap { paragraph in
                paragraph.text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { (String($0), paragraph.isInTable, paragraph.level) }
            })
    }

    private static func numbered(_ lines: [(text: String, isInTable: Bool, level: Int?)]) -> [OutsideParagraph] {
        var paragraphs: [OutsideParagraph] = []
        for line in lines {
            let text = line.text.trimmed
            guard !text.isEmpty else { continue }
            let isIndented = line.text.first?.isWhitespace ?? false
            paragraphs.append(
                OutsideParagraph(number: paragraphs.count + 1, text: text, isIndented: isIndented, isInTable: line.isInTable, level: line.level))
        }
        return paragraphs
    }
}
