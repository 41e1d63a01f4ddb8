import Formats
import Storage

/// What a reader should know of how a document was read.
enum DocumentRemarks {
    /// What was read beside the text of a document, and what was left out of it.
    static func of(_ document: DocumentReader) -> [Words] {
        var remarks: [Words] = []
        if !document.notes.isEmpty {
            remarks.append(
                Words(
                    zh: "脚注、尾注共\(document.notes.count)段，排在正文各段之后一并核对。",
                    en: "\(document.notes.count) paragraphs of footnotes and endnotes were read, after those of the text."))
        }
        if document.struckOut > 0 {
            remarks.append(
                Words(
                    zh: "有\(document.struckOut)处文字已划去（删除线或修订删除），没有核对。",
                    en: "\(document.struckOut) stretches were struck out, by a line or under review, and were not looked at."))
        }
        return remarks
    }
}
