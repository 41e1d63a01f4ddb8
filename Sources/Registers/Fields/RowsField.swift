import Foundation

public import Storage

/// `rows`: a small table inside the record, versioned with it. Anything with a state, an owner or references is a register instead.
public struct RowsField: FieldKind {
    public static let word = "rows"
    public static let keys = ["fields"]

    /// One row: its lasting number and its cells as plain text by field.
    public struct Row: Sendable, Hashable, Codable {
        public var id: Int
        public var cells: [String: String]
    }

    public private(set) var fields: [Field]

    /// Puts the moments in it on the site's clock.
    mutating func set(offset: Int) {
        for index in fields.indices {
            guard var moment = fields[index].kind as? MomentField else { continue }
            moment.offset = offset
            fields[index].kind = moment
        }
    }

    public init?(_ entry: Entry, _ diagnostics: inout Diagnostics) {
        guard let written = entry.required("fields", &diagnostics) else { return nil }
        var fields: [Field] = []
        for pair in written.pairs(&diagnostics) {
            if let kind = pair.value["kind"], ["reference", "person", "rows", "formula", "file"].contains(kind.scalar) {
                diagnostics.add(
                    kind.place, "rows", zh: "内嵌表里不能有关联、附件、公式或内嵌表；需要时请另立台账。",
                    en: "Rows can't hold references, files, formulas or rows; declare a register instead.")
                continue
            }
            if let field = FieldReader.field(pair.key, pair.keyPlace, pair.value, &diagnostics) { fields.append(field.field) }
        }
        guard !fields.isEmpty else { return nil }
        self.fields = fields
    }

    public var type: TermType { .text }
    public func columns(_ name: Name) -> [Column] { [Column(name, .text)] }

    /// Reads lines, each with its cells in the order of the fields, between tabs as Excel pastes them, or between `|`.
    public func read(_ input: Input, _ context: InputContext) throws(Fault) -> Value {
        var rows: [Row] = []
        for (index, line) in input.shown.split(whereSeparator: \.isNewline).enumerated() {
            guard index < 500 else { throw Fault(zh: "内嵌表最多 500 行。", en: "At most 500 rows fit here.") }
            let cells = line.split(omittingEmptySubsequences: false) { $0 == "\t" || $0 == "|" || $0 == "｜" }
            guard cells.count <= fields.count else {
                throw Fault(
                    zh: "第 \(index + 1) 行有 \(cells.count) 格，这里只有 \(fields.count) 栏。",
                    en: "Line \(index + 1) has \(cells.count) cells, but there are \(fields.count) columns.")
            }
            var row = Row(id: index + 1, cells: [:])
            for (field, cell) in zip(fields, cells) where !cell.allSatisfy(\.isWhitespace) {
                do throws(Fault) {
                    row.cells[field.id.text] = field.kind.plain(try field.kind.read(.text(String(cell)), context))
                } catch {
                    throw Fault(
                        zh: "第 \(index + 1) 行“\(field.name.zh)”：\(error.words.zh)", en: "Line \(index + 1), “\(field.name.en)”: \(error.words.en)")
                }
            }
            rows.append(row)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(rows) else { throw Fault(zh: "这张表无法保存。", en: "This table can't be kept.") }
        return .text(String(decoding: data, as: UTF8.self))
    }

    /// The rows of a stored value.
    public static func rows(_ value: Value) -> [Row] {
        guard let text = value.text else { return [] }
        return (try? JSONDecoder().decode([Row].self, from: Data(text.utf8))) ?? []
    }

    public func text(_ value: Value, _ language: Language) -> String {
        RowsField.rows(value).map { row in fields.compactMap { row.cells[$0.id.text] }.joined(separator: " ") }
            .joined(separator: language == .zh ? "；" : "; ")
    }

    public func plain(_ value: Value) -> String {
        RowsField.rows(value).map { row in fields.map { row.cells[$0.id.text] ?? "" }.joined(separator: "|") }.joined(separator: "\n")
    }
}
