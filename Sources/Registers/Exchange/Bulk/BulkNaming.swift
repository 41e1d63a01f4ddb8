import Storage

/// Composes titles and search texts out of pieces that come again and again: an enterprise's name, a month.
///
/// It gives byte for byte what `RecordRules.name` gives, and nothing where that is not certain beforehand.
struct BulkNaming {
    /// The title and the search text of the row that was named last.
    struct Text {
        private(set) var title: [UInt8] = []
        private(set) var search: [UInt8] = []
    }

    private enum Source {
        case text(String)
        /// A field of whole numbers.
        case field(any FieldKind)
        case reference(Name)
    }

    private let sources: [Source]
    /// Where the values of the parts stand in a row; -1 for what stands between them.
    private let positions: [Int]
    /// The fields that identify the record.
    private let lines: [(position: Int, kind: any FieldKind)]
    /// Those of the title's parts, and behind them those of the lines.
    private var pieces = BulkPieces()
    /// The pieces of the row that is being named: of the title, then of the lines.
    private var found: [BulkPieces.Piece] = []

    /// Nil where the title, or what identifies the record, has a text of its own in every row.
    init?(_ layout: RecordLayout) {
        var sources: [Source] = []
        var positions: [Int] = []
        for part in layout.register.title.parts {
            switch part {
            case .text(let text):
                sources.append(.text(text))
                positions.append(-1)
            case .field(let name):
                guard let slot = layout.slot(name), layout.table.columns[slot.position].kind == .integer else { return nil }
                sources.append(slot.field.kind.target.map { .reference($0) } ?? .field(slot.field.kind))
                positions.append(slot.position)
            }
        }
        lines = layout.identity.map { (layout.slots[$0].position, layout.slots[$0].field.kind) }
        // A title is trimmed at its ends; what stands there must be of a field, which is asked piece by piece.
        guard let first = positions.first, let last = positions.last, first >= 0, last >= 0,
            lines.allSatisfy({ layout.table.columns[$0.position].kind == .integer })
        else { return nil }
        self.sources = sources
        self.positions = positions
    }

    /// Makes title and search text of a row; answers false where `RecordRules` has to.
    mutating func name(_ row: [Value], _ directory: ReferenceDirectory, _ pinyin: inout Pinyin, into text: inout Text) -> Bool {
        found.removeAll(keepingCapacity: true)
        for index in positions.indices {
            guard let number = positions[index] < 0 ? 0 : row[positions[index]].integer, let piece = piece(index, number, directory, &pinyin) else {
                return false
            }
            found.append(piece)
        }
        for index in lines.indices {
            if let number = row[lines[index].position].integer, let line = line(index, number) { found.append(line) }
        }
        let parts = positions.count
        return pieces.read { memory in
            found.withUnsafeBufferPointer { text.write($0[..<parts], lines: $0[parts...], from: memory) }
        }
    }

    @inline(__always)
    private mutating func piece(_ index: Int, _ number: Int64, _ directory: ReferenceDirectory, _ pinyin: inout Pinyin) -> BulkPieces.Piece? {
        if let known = pieces.piece(number, index) { return known }
        return made(index, number, directory, &pinyin)
    }

    private mutating func made(_ index: Int, _ number: Int64, _ directory: ReferenceDirectory, _ pinyin: inout Pinyin) -> BulkPieces.Piece? {
        var text = ""
        var spelling = Pinyin.Spelling(whole: "", initials: "")
        var isBetween = false
        switch sources[index] {
        case .reference(let target):
            if let card = directory.card(target, number) {
                (text, spelling) = (card.title, Pinyin.Spelling(whole: card.spelling.whole, initials: card.spelling.initials))
            }
        case .text(let written): (text, isBetween) = (written, true)
        case .field(let kind): text = kind.text(.integer(number), .zh)
        }
        guard BulkNaming.isSmooth(text, isBetween: isBetween) else {
            pieces.refuse(number, index)
            return nil
        }
        if case .reference = sources[index] {
        } else if text.utf8.contains(where: { $0 > 0x40 || (0x30...0x39).contains($0) }) {
            spelling = pinyin.spelling(text)
        }
        // Narrow trims; blanks at the ends of what stands between two fields are kept.
        let normal = isBetween && text.contains(" ") ? text.lowercased() : SearchText.normal(text)
        return pieces.keep(number, index, title: text, normal: normal, whole: spelling.whole, initials: spelling.initials)
    }

    @inline(__always)
    private mutating func line(_ index: Int, _ number: Int64) -> BulkPieces.Piece? {
        if let known = pieces.piece(number, positions.count + index) { return known }
        let text = SearchText.normal(String(lines[index].kind.plain(.integer(number)).prefix(200)))
        return pieces.keep(number, positions.count + index, title: text, normal: "", whole: "", initials: "")
    }

    /// Whether a text is one that the making of titles would neither trim nor cut, nor put into another form at its joints.
    private static func isSmooth(_ text: String, isBetween: Bool) -> Bool {
        guard !text.isEmpty, text.utf8.count <= 200, text.first != "·", text.last != "·" else { return false }
        let isAscii = text.utf8.allSatisfy { $0 < 0x80 }
        return text.unicodeScalars.allSatisfy { scalar in
            (0x21...0x7E).contains(scalar.value) || (scalar.value == 0x20 && isBetween && isAscii) || (0x4E00...0x9FFF).contains(scalar.value)
                || (0xFF01...0xFF5E).contains(scalar.value)
        }
    }
}

extension BulkNaming.Text {
    /// Puts both together; answers false where the title would be cut.
    fileprivate mutating func write(
        _ parts: Slice<UnsafeBufferPointer<BulkPieces.Piece>>, lines: Slice<UnsafeBufferPointer<BulkPieces.Piece>>,
        from memory: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        title.removeAll(keepingCapacity: true)
        search.removeAll(keepingCapacity: true)
        for part in parts { title.append(contentsOf: memory[part.title]) }
        guard title.count <= 200 else { return false }
        search.append(0x0A)
        for part in parts { search.append(contentsOf: memory[part.whole]) }
        search.append(0x0A)
        for part in parts { search.append(contentsOf: memory[part.initials]) }
        search.append(0x0A)
        let start = search.count
        for part in parts { search.append(contentsOf: memory[part.normal]) }
        let normal = start..<search.count
        search.append(0x0A)
        for line in lines {
            // A line that says nothing, or what the title says, is left out.
            if line.title.isEmpty || (line.title.count == normal.count && memory[line.title].elementsEqual(search[normal])) { continue }
            search.append(contentsOf: memory[line.title])
            search.append(0x0A)
        }
        return true
    }
}
