import Storage

/// Composes titles and search texts out of pieces that come again and again: an enterprise's name, a month.
///
/// It gives byte for byte what `RecordRules.name` gives, and nothing where that is not certain beforehand.
struct BulkNaming {
    /// What a value contributes to the title and the search text.
    private struct Piece {
        let title: [UInt8]
        let normal: [UInt8]
        let whole: [UInt8]
        let initials: [UInt8]
    }

    private enum Part {
        case text(Piece)
        /// A field of whole numbers, by its position.
        case field(Int, any FieldKind)
        case reference(Int, Name)

        var isText: Bool { if case .text = self { true } else { false } }
    }

    private let parts: [Part]
    /// The fields that identify the record, by position.
    private let lines: [(position: Int, kind: any FieldKind)]
    private var pieces: [[Int64: Piece?]]
    private var known: [[Int64: [UInt8]]]
    /// The title and the search text of the row that was named last.
    private(set) var title: [UInt8] = []
    private(set) var search: [UInt8] = []
    private var normal: [UInt8] = []
    private var whole: [UInt8] = []
    private var initials: [UInt8] = []

    /// Nil where the title or what identifies the record has a text of its own in every row.
    init?(_ layout: RecordLayout, _ pinyin: inout Pinyin) {
        var parts: [Part] = []
        for part in layout.register.title.parts {
            switch part {
            case .text(let text):
                guard let piece = BulkNaming.piece(text, isSpelled: BulkNaming.isSpelled(text), mayBeBlank: true, &pinyin) else { return nil }
                parts.append(.text(piece))
            case .field(let name):
                guard let slot = layout.slot(name), layout.table.columns[slot.position].kind == .integer else { return nil }
                parts.append(slot.field.kind.target.map { .reference(slot.position, $0) } ?? .field(slot.position, slot.field.kind))
            }
        }
        lines = layout.identity.map { (layout.slots[$0].position, layout.slots[$0].field.kind) }
        // A title is trimmed at its ends; what stands there must be of a field, which is asked piece by piece.
        guard let first = parts.first, let last = parts.last, !first.isText, !last.isText,
            lines.allSatisfy({ layout.table.columns[$0.position].kind == .integer })
        else { return nil }
        self.parts = parts
        pieces = Array(repeating: [:], count: parts.count)
        known = Array(repeating: [:], count: lines.count)
    }

    /// Makes title and search text of a row; answers false where `RecordRules` has to.
    mutating func name(_ row: [Value], _ directory: ReferenceDirectory, _ pinyin: inout Pinyin) -> Bool {
        title.removeAll(keepingCapacity: true)
        normal.removeAll(keepingCapacity: true)
        whole.removeAll(keepingCapacity: true)
        initials.removeAll(keepingCapacity: true)
        for index in parts.indices {
            guard let piece = piece(index, row, directory, &pinyin) else { return false }
            title += piece.title
            normal += piece.normal
            whole += piece.whole
            initials += piece.initials
        }
        guard title.count <= 200 else { return false }
        search.removeAll(keepingCapacity: true)
        search.append(0x0A)
        search += whole
        search.append(0x0A)
        search += initials
        search.append(0x0A)
        search += normal
        search.append(0x0A)
        for index in lines.indices {
            guard case .integer(let number) = row[lines[index].position] else { continue }
            let line = known[index][number] ?? remembered(index, number)
            if !line.isEmpty, line != normal {
                search += line
                search.append(0x0A)
            }
        }
        return true
    }

    private mutating func piece(_ index: Int, _ row: [Value], _ directory: ReferenceDirectory, _ pinyin: inout Pinyin) -> Piece? {
        switch parts[index] {
        case .text(let piece): return piece
        case .field(let position, let kind):
            guard case .integer(let number) = row[position] else { return nil }
            if let found = pieces[index][number] { return found }
            let text = kind.text(row[position], .zh)
            let piece = BulkNaming.piece(text, isSpelled: BulkNaming.isSpelled(text), mayBeBlank: false, &pinyin)
            pieces[index][number] = .some(piece)
            return piece
        case .reference(let position, let target):
            guard case .integer(let number) = row[position] else { return nil }
            if let found = pieces[index][number] { return found }
            let piece = directory.card(target, number).flatMap { card in
                BulkNaming.piece(card.title, spelling: card.spelling, mayBeBlank: false)
            }
            pieces[index][number] = .some(piece)
            return piece
        }
    }

    private mutating func remembered(_ index: Int, _ number: Int64) -> [UInt8] {
        let line = Array(SearchText.normal(String(lines[index].kind.plain(.integer(number)).prefix(200))).utf8)
        known[index][number] = line
        return line
    }

    private static func isSpelled(_ text: String) -> Bool { text.utf8.contains { $0 > 0x40 || (0x30...0x39).contains($0) } }

    private static func piece(_ text: String, isSpelled: Bool, mayBeBlank: Bool, _ pinyin: inout Pinyin) -> Piece? {
        let spelling = isSpelled ? pinyin.spelling(text) : Pinyin.Spelling(whole: "", initials: "")
        return piece(text, spelling: (spelling.whole, spelling.initials), mayBeBlank: mayBeBlank)
    }

    /// Nil for a text that the making of titles would trim or cut, or put into another form at its joints.
    private static func piece(_ text: String, spelling: (whole: String, initials: String), mayBeBlank: Bool) -> Piece? {
        guard !text.isEmpty, text.utf8.count <= 200, text.first != "·", text.last != "·" else { return nil }
        let isSmooth = text.unicodeScalars.allSatisfy { scalar in
            (0x21...0x7E).contains(scalar.value) || (scalar.value == 0x20 && mayBeBlank) || (0x4E00...0x9FFF).contains(scalar.value)
                || (0xFF01...0xFF5E).contains(scalar.value)
        }
        guard isSmooth else { return nil }
        // Narrow trims; blanks at the ends of what stands between two fields are kept.
        let normal = mayBeBlank && text.contains(" ") ? text.lowercased() : SearchText.normal(text)
        return Piece(title: Array(text.utf8), normal: Array(normal.utf8), whole: Array(spelling.whole.utf8), initials: Array(spelling.initials.utf8))
    }
}
