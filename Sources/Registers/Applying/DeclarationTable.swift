import Crypto
import Foundation
import Storage

/// Every text that was ever applied, with its digest, who and when. Nothing in it is altered or removed; a file that went
/// has a last row without a text.
enum DeclarationTable {
    static let table = Table(
        "declaration",
        [
            Column("id", .integer, isKey: true),
            Column("file", .text, isRequired: true),
            Column("text", .text),
            Column("digest", .text, isRequired: true),
            Column("change", .integer, isRequired: true),
            Column("at", .integer, isRequired: true),
            Column("subject", .text, isRequired: true),
        ], indexes: [["file"], ["change"]])

    /// The texts in force, or those that were when a change was the last; nil where none was ever applied.
    static func sources(asOf change: Int64? = nil, in reading: Reading) throws -> Sources? {
        guard try reading.exists(table.name) else { return nil }
        var texts: [String: String] = [:]
        var isEmpty = true
        try reading.forEach("SELECT file, text FROM \(table) WHERE change <= \(change ?? .max) ORDER BY id") { row in
            isEmpty = false
            if let file = row.text(at: 0) { texts[file] = row.text(at: 1) }
        }
        return isEmpty ? nil : Sources(texts.sorted { $0.key < $1.key }.map { Source(file: $0.key, text: $0.value) })
    }

    /// Keeps the texts that differ from those in force, as part of the change.
    static func keep(_ sources: Sources, over former: Sources?, in writing: Writing) throws {
        for source in sources.all where former?[source.file]?.text != source.text { try keep(source.file, source.text, in: writing) }
        for source in former?.all ?? [] where sources[source.file] == nil { try keep(source.file, nil, in: writing) }
    }

    private static func keep(_ file: String, _ text: String?, in writing: Writing) throws {
        let digest = SHA256.hash(data: Data((text ?? "").utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        try writing.note(Array("\(file)\0\(digest)".utf8))
        try writing.insert(
            [
                "file": .text(file), "text": text.map { .text($0) } ?? .null, "digest": .text(digest), "change": .integer(writing.change.number),
                "at": .integer(writing.change.at.milliseconds), "subject": .text(writing.intent.subject),
            ], into: table)
    }
}
