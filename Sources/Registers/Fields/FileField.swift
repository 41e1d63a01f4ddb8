import Foundation

public import Storage

/// `file`: attachments, each by the digest of its content and its name.
public struct FileField: FieldKind {
    public static let word = "file"
    public static let keys = ["many", "types"]

    /// One attachment.
    public struct Attachment: Sendable, Hashable, Codable {
        /// SHA-256 of the content, in small hexadecimal digits.
        public var digest: String
        public var name: String
    }

    /// Whether several fit.
    public let isMany: Bool
    /// Endings that are taken, in small letters; empty for the usual ones.
    public let types: [String]

    static let usual = ["jpg", "jpeg", "png", "pdf", "docx", "xlsx", "wps", "et", "ofd", "txt", "csv"]

    public init?(_ entry: Entry, _ diagnostics: inout Diagnostics) {
        isMany = entry["many"].flatMap { $0.truth(&diagnostics) } ?? false
        types = entry["types"]?.members(&diagnostics).compactMap { $0.text(&diagnostics)?.lowercased() } ?? FileField.usual
    }

    public var type: TermType { .text }
    public func columns(_ name: Name) -> [Column] { [Column(name, .text)] }

    /// Reads `digest name` lines, as the store of files hands them out.
    public func read(_ input: Input, _ context: InputContext) throws(Fault) -> Value {
        var attachments: [Attachment] = []
        for line in input.shown.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].count == 64, parts[0].allSatisfy({ $0.isHexDigit }) else {
                throw Fault(zh: "附件要先上传，再登记。", en: "Upload the file first.")
            }
            let ending = parts[1].split(separator: ".").last.map { $0.lowercased() } ?? ""
            guard types.contains(ending) else {
                throw Fault(
                    zh: "不收“.\(ending)”文件，可用：\(types.joined(separator: "、"))。",
                    en: "“.\(ending)” files are not taken; use \(types.joined(separator: ", ")).")
            }
            if SecrecyMark.marksName(String(parts[1])) { throw SecrecyMark.fault }
            attachments.append(Attachment(digest: parts[0].lowercased(), name: String(parts[1])))
        }
        guard isMany || attachments.count <= 1 else { throw Fault(zh: "这里只能放一个附件。", en: "Only one file fits here.") }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(attachments) else { throw Fault(zh: "附件名无法保存。", en: "The file's name can't be kept.") }
        return .text(String(decoding: data, as: UTF8.self))
    }

    /// The attachments of a stored value.
    public static func attachments(_ value: Value) -> [Attachment] {
        guard let text = value.text else { return [] }
        return (try? JSONDecoder().decode([Attachment].self, from: Data(text.utf8))) ?? []
    }

    public func text(_ value: Value, _ language: Language) -> String {
        FileField.attachments(value).map(\.name).joined(separator: language == .zh ? "、" : ", ")
    }
    public func plain(_ value: Value) -> String { FileField.attachments(value).map { "\($0.digest) \($0.name)" }.joined(separator: "\n") }
}
