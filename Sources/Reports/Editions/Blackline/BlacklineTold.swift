public import Foundation
public import Storage

/// What a program is told of a blackline: the places that changed, and every figure that was printed otherwise.
public struct BlacklineTold {
    private let blackline: Blackline
    private let older: CompiledReport
    private let newer: CompiledReport

    public init(_ blackline: Blackline, _ older: CompiledReport, _ newer: CompiledReport) {
        self.blackline = blackline
        self.older = older
        self.newer = newer
    }

    /// 工作报告 花脸稿：第1版→现稿.
    public static func title(_ older: CompiledReport, _ newer: CompiledReport) -> Words {
        let draft = Words(zh: "现稿", en: "the draft of today")
        let (from, to) = (older.edition?.words ?? draft, newer.edition?.words ?? draft)
        return Words(
            zh: "\(newer.title)（\(newer.period.words.zh)）花脸稿：\(from.zh) → \(to.zh)",
            en: "\(newer.title) (\(newer.period.words.en)), changes from \(from.en) to \(to.en)")
    }

    /// Figures that the two print otherwise, by id.
    public static func figures(_ older: CompiledReport, _ newer: CompiledReport) -> [Figure] {
        let (left, right) = (older.printedFigures, newer.printedFigures)
        let then = Dictionary(left.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let now = Dictionary(right.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var figures: [Figure] = []
        for one in left where now[one.id]?.said != one.said {
            figures.append(Figure(id: one.id, name: one.figure.name, then: one.said, now: now[one.id]?.said))
        }
        for one in right where then[one.id] == nil { figures.append(Figure(id: one.id, name: one.figure.name, then: nil, now: one.said)) }
        return figures
    }

    /// A figure in both.
    public struct Figure: Sendable, Hashable {
        /// `#37`.
        public var id: String
        public var name: Words
        /// Printed, with its unit; nil where it wasn't.
        public var then: String?
        public var now: String?
    }

    /// The JSON document.
    public func data() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(
            Told(
                from: older.edition?.number, to: newer.edition?.number, places: blackline.count,
                lines: blackline.lines.filter(\.isChanged).map { $0.pieces.map { Piece(kind: $0.kind, text: $0.text) } },
                figures: BlacklineTold.figures(older, newer).map {
                    Moved(id: $0.id, name: $0.name.zh, nameEnglish: $0.name.en, then: $0.then, now: $0.now)
                }))
    }

    private struct Told: Encodable {
        var from: Int?
        var to: Int?
        var places: Int
        var lines: [[Piece]]
        var figures: [Moved]
    }

    private struct Piece: Encodable {
        var kind: Blackline.Piece.Kind
        var text: String
    }

    private struct Moved: Encodable {
        var id: String
        var name: String
        var nameEnglish: String
        var then: String?
        var now: String?
    }
}
