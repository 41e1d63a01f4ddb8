public import Registers

/// Two editions of a report laid over each other (花脸稿): what was struck out and what was put in, line by line.
///
/// Without what was put in it reads as the older text, without what was struck out as the newer one; numbers are never cut in two.
public struct Blackline: Sendable {
    /// A stretch of a line.
    public struct Piece: Sendable, Hashable {
        /// What became of it.
        public enum Kind: String, Sendable, Hashable, Codable { case same, deleted, added }
        public var kind: Kind
        public var text: String
    }

    /// A line with its stretches.
    public struct Line: Sendable, Hashable {
        /// What the line is.
        public var look: BlacklineLook
        public var pieces: [Piece]

        /// Whether anything in it was struck out or put in.
        public var isChanged: Bool { pieces.contains { $0.kind != .same } }
    }

    /// All lines, in the order of the newer text; what was struck out stands where it stood.
    public let lines: [Line]

    /// How many stretches were struck out or put in; one struck out and put in anew at the same place is one.
    public var count: Int {
        lines.reduce(0) { sum, line in
            var count = 0
            var last: Piece.Kind = .same
            for piece in line.pieces {
                if piece.kind != .same, last == .same { count += 1 }
                last = piece.kind
            }
            return sum + count
        }
    }

    /// The older and the newer report. Throws for a redacted edition: what is hidden in it would stand beside its mask.
    public init(from older: CompiledReport, to newer: CompiledReport) throws(Refused) {
        for edition in [older.edition, newer.edition].compactMap({ $0 }) where edition.isRedacted {
            throw Refused(
                zh: "\(edition.words.zh)是脱敏版，不作花脸稿：会把遮去的数写出来。",
                en: "\(edition.words.en) is redacted; marking changes would write out what is hidden in it.")
        }
        self.init(from: BlacklineText.lines(older), to: BlacklineText.lines(newer))
    }

    init(from older: [BlacklineText], to newer: [BlacklineText]) {
        lines = LinePairing(older, newer).pairs.map { old, new in
            Line(look: (new ?? old)?.look ?? .paragraph, pieces: WordDifference.pieces(old?.text ?? "", new?.text ?? ""))
        }
    }

    /// As plain text, `〔删：…〕〔增：…〕`, a line a line.
    public var plainText: String {
        lines.map { line in
            line.pieces.map { piece in
                switch piece.kind {
                case .same: piece.text
                case .deleted: "〔删：\(piece.text)〕"
                case .added: "〔增：\(piece.text)〕"
                }
            }.joined()
        }.joined(separator: "\n") + "\n"
    }
}

/// What a line of a blackline is.
public enum BlacklineLook: Sendable, Hashable {
    case title, paragraph, bullet, addressee, caption
    case heading(level: Int)
    /// A row of a table, its cells with tabs between.
    case row
}

/// A line of one of the texts.
struct BlacklineText: Hashable {
    var look: BlacklineLook
    var text: String

    /// The lines of a report, as its plain text has them.
    static func lines(_ report: CompiledReport) -> [BlacklineText] {
        report.blocks.flatMap { block -> [BlacklineText] in
            switch block.kind {
            case .title: [BlacklineText(look: .title, text: block.text)]
            case .heading(let level, let number): [BlacklineText(look: .heading(level: level), text: number + block.text)]
            case .paragraph: [BlacklineText(look: .paragraph, text: block.text)]
            case .bullet: [BlacklineText(look: .bullet, text: block.text)]
            case .addressee: [BlacklineText(look: .addressee, text: block.text + "：")]
            case .table(let rows): rows.map { row($0) }
            case .chart(let chart): chart.rows.map { row($0) } + [BlacklineText(look: .caption, text: chart.title)]
            }
        }
    }

    private static func row(_ cells: [[ReportRun]]) -> BlacklineText {
        BlacklineText(look: .row, text: cells.map { $0.map(\.text).joined() }.joined(separator: "\t"))
    }
}
