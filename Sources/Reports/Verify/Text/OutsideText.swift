public import Foundation
import Formats
import Registers
import Storage

/// A text that somebody else wrote (TXT or DOCX), as the paragraphs that it is made of.
public struct OutsideText: Sendable {
    /// The file's name, for the reader.
    public let name: String
    let paragraphs: [OutsideParagraph]
    /// The lines were as long as a page is wide and have been put together again.
    let isRewrapped: Bool
    /// What a reader should know of how the file was read.
    var remarks: [Words] = []

    /// Reads a file by what it is, whatever it is called. Throws `Refused` with what is wrong and what to do.
    public init(file: URL) throws {
        let name = OutsideParagraph.plain(file.lastPathComponent)
        try OutsideText.refuseOthers(file, name)
        do {
            switch try FileKind(path: file.path) {
            case .container: self.init(name: name, document: try DocumentReader(path: file.path))
            case .oldDocument, .oldWorkbook: throw FormatError.oldDocument
            case .encrypted: throw FormatError.encrypted
            case .markup, .other: self.init(name: name, text: try PlainTextReader(path: file.path).text)
            }
        } catch let error as FormatError {
            throw OutsideText.refusal(error, name)
        }
        try refuseTooLong()
        try refuseOtherWriting()
    }

    /// What is no file, and what is known by its first bytes to be no text.
    private static func refuseOthers(_ file: URL, _ name: String) throws {
        let type = (try? FileManager.default.attributesOfItem(atPath: file.resolvingSymlinksInPath().path))?[.type] as? FileAttributeType
        guard let type else { throw Refused(zh: "没有文件“\(name)”，请核对路径。", en: "There is no file “\(name)”; look at its path.") }
        guard type == .typeRegular, let handle = try? FileHandle(forReadingFrom: file) else {
            throw Refused(zh: "“\(name)”不是可读的文件，请给 TXT 或 DOCX 文件。", en: "“\(name)” is no file that can be read; give a TXT or DOCX file.")
        }
        defer { try? handle.close() }
        let head = (try? handle.read(upToCount: 512)) ?? Data()
        let kind = FileKind(head)
        let other = head.starts(with: Data("%PDF".utf8)) ? "PDF" : head.starts(with: Data("{\\rtf".utf8)) ? "RTF" : kind == .markup ? "HTML/XML" : nil
        guard let other else { return }
        throw Refused(
            zh: "“\(name)”是 \(other) 文件，请另存为 DOCX 或 TXT 再核对。", en: "“\(name)” is a file of the kind \(other); save it as DOCX or TXT first.")
    }

    private static func refusal(_ error: FormatError, _ name: String) -> Refused {
        switch error {
        case .notText(let line), .nulByte(_, let line):
            Refused(
                zh: "“\(name)”第 \(line) 行不是文字，或编码认不出；请另存为 UTF-8 或 GB 18030 的 TXT，或 DOCX。",
                en: "Line \(line) of “\(name)” is no text in a known encoding; save it as a TXT in UTF-8 or GB 18030, or as DOCX.")
        case .oldWorkbook, .oldDocument:
            Refused(zh: "“\(name)”是旧格式（.doc、.wps），请另存为 DOCX。", en: "“\(name)” is of an old kind (.doc, .wps); save it as DOCX.")
        default: Refused(zh: "“\(name)”读不了：\(error.words.zh)。", en: "“\(name)” can't be read: \(error.words.en).")
        }
    }

    /// Most letters of a text and of one paragraph: a thousand pages, and a paragraph of thirty.
    static let limits = (text: 600_000, paragraph: 20_000)

    private func refuseTooLong() throws {
        let name = OutsideParagraph.plain(name)
        guard !paragraphs.isEmpty else { throw Refused(zh: "“\(name)”里没有文字。", en: "There is no text in “\(name)”.") }
        if let long = paragraphs.first(where: { $0.letters.count > OutsideText.limits.paragraph }) {
            throw Refused(
                zh: "“\(name)”第 \(long.number) 段有 \(long.letters.count) 字，一段最多 \(OutsideText.limits.paragraph) 字；请分段后再核对。",
                en:
                    "Paragraph \(long.number) of “\(name)” has \(long.letters.count) letters, more than \(OutsideText.limits.paragraph); divide it first."
            )
        }
        let total = paragraphs.reduce(0) { $0 + $1.letters.count }
        guard total <= OutsideText.limits.text else {
            throw Refused(
                zh: "“\(name)”有 \(total) 字，一次最多核对 \(OutsideText.limits.text) 字；请拆成几份。",
                en: "“\(name)” has \(total) letters, more than \(OutsideText.limits.text); divide it into several.")
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
        paragraphs = OutsideText.numbered(wrapped.map { ($0, OutsideText.isRow($0), nil) })
    }

    /// Cells with tabs between them; one behind a heading's number alone is an indent.
    private static func isRow(_ line: String) -> Bool {
        let cells = line.trimmed.split(separator: "\t", omittingEmptySubsequences: false)
        guard cells.count >= 2 else { return false }
        let first = Letters(String(cells[0]).trimmed)
        return cells.count > 2 || NumberedHeading(first)?.length != first.count
    }

    /// Paragraphs that are already told apart.
    init(name: String, paragraphs: [OutsideParagraph]) {
        self.name = name
        self.paragraphs = paragraphs
        isRewrapped = false
    }

    private init(name: String, document: DocumentReader) {
        self.name = name
        isRewrapped = false
        // A line break inside a paragraph begins a line of its own.
        paragraphs = OutsideText.numbered(
            (document.paragraphs + document.notes).flatMap { paragraph in
                paragraph.text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { (String($0), paragraph.isInTable, paragraph.level) }
            })
        remarks = DocumentRemarks.of(document)
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
