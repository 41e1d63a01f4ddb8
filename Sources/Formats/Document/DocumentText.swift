/// Makes paragraphs of a document's XML. Paragraphs can stand inside others (in text boxes), so those that are open make a stack.
final class DocumentText: XMLHandler {
    private(set) var paragraphs: [DocumentParagraph] = []
    /// The XML is a text document.
    private(set) var isDocument = false
    /// How many stretches were struck out, by a look or under review; none of them is in the text.
    private(set) var struckOut = 0
    private let part: String
    private let limit: Int
    private let levels: [String: Int]
    private let links: [String: String]
    private var open: [Int] = []
    private var tables = 0
    private var bookmarks: [(id: String, name: String)] = []
    private var link: [DocumentLink?] = []
    private var run = DocumentRun("")
    private var isHidden = false
    private var isStruck = false
    private var isInRunLook = false
    private var isText = false
    /// Depth of elements whose content is not to be seen, of which none counts.
    private var skipped = 0
    private var total = 0

    init(part: String, limit: Int, levels: [String: Int], links: [String: String]) {
        self.part = part
        self.limit = limit
        self.levels = levels
        self.links = links
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        if skipped > 0 || DocumentText.isSkipped(name) {
            // What was moved away still stands where it went to.
            if name == "delText" { struckOut += 1 }
            skipped += 1
            return
        }
        switch name {
        case "p" where name.isIn("wordprocessingml"):
            try count(64)
            open.append(paragraphs.count)
            paragraphs.append(DocumentParagraph(runs: [], level: nil, isInTable: tables > 0))
        case "pStyle": if let style = attributes["val"], let level = levels[style] { set(level: level) }
        case "outlineLvl": if let level = attributes["val"].flatMap({ Int($0) }), level >= 0 { set(level: level < 9 ? level + 1 : nil) }
        case "r":
            run = DocumentRun("")
            isHidden = false
            isStruck = false
        case "rPr": isInRunLook = true
        case "b" where isInRunLook: run.isBold = DocumentText.isOn(attributes)
        case "highlight" where isInRunLook: run.isMarked = attributes["val"] != "none"
        case "strike" where isInRunLook, "dstrike" where isInRunLook: if DocumentText.isOn(attributes) { isStruck = true }
        case "vanish" where isInRunLook: isHidden = DocumentText.isOn(attributes)
        case "t": isText = name.isIn("wordprocessingml") || name.isIn("/math")
        case "tab", "ptab": if !isInTabList(attributes) { try append("\t") }
        case "br", "cr": try append("\n")
        case "noBreakHyphen": try append("-")
        case "tbl": tables += 1
        case "bookmarkStart":
            if let id = attributes["id"], let title = attributes["name"], title != "_GoBack", bookmarks.count < 100 {
                bookmarks.append((id, title))
            }
        case "bookmarkEnd": if let id = attributes["id"] { bookmarks.removeAll { $0.id == id } }
        case "hyperlink":
            link.append(attributes["id"].flatMap { links[$0] }.map { .address($0) } ?? attributes["anchor"].map { .bookmark($0) })
        case "document": isDocument = true
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        if isText, skipped == 0 { try append(String(decoding: bytes, as: UTF8.self)) }
    }

    func end(_ name: XMLName) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        switch name {
        case "p" where name.isIn("wordprocessingml"): _ = open.popLast()
        case "rPr": isInRunLook = false
        case "t": isText = false
        case "tbl": tables -= 1
        case "hyperlink": _ = link.popLast()
        default: break
        }
    }

    /// Struck out or moved away under review, readings above letters, codes of fields, and the second telling of one drawing.
    private static func isSkipped(_ name: XMLName) -> Bool {
        name == "del" || name == "moveFrom" || name == "delText" || name == "instrText" || name == "rt" || name == "Fallback"
            || name == "pPrChange" || name == "rPrChange"
    }

    private static func isOn(_ attributes: XMLAttributes) -> Bool { !["0", "false", "off", "none"].contains(attributes["val"] ?? "1") }

    /// A tab in a paragraph's list of stops has a place, one in the text has not.
    private func isInTabList(_ attributes: XMLAttributes) -> Bool { attributes["pos"] != nil }

    private func set(level: Int?) {
        if let at = open.last { paragraphs[at].level = level }
    }

    private func append(_ text: String) throws {
        guard !isHidden, let at = open.last else { return }
        if isStruck {
            if !text.allSatisfy(\.isWhitespace) { struckOut += 1 }
            return
        }
        try count(text.utf8.count)
        run.bookmark = bookmarks.last?.name
        run.link = link.last ?? nil
        run.text = text
        if let last = paragraphs[at].runs.last, DocumentText.isSameLook(last, run) {
            paragraphs[at].runs[paragraphs[at].runs.count - 1].text += text
        } else {
            try count(32)
            paragraphs[at].runs.append(run)
        }
    }

    /// Paragraphs and runs cost memory, also empty ones.
    private func count(_ bytes: Int) throws {
        total += bytes
        guard total <= limit else { throw FormatError.tooLarge(part: part, limit: limit) }
    }

    private static func isSameLook(_ one: DocumentRun, _ other: DocumentRun) -> Bool {
        one.isBold == other.isBold && one.isMarked == other.isMarked && one.bookmark == other.bookmark && one.link == other.link
    }
}
