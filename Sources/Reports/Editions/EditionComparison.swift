import Indicators
import Registers
public import Storage

/// An edition beside the book as it is now: which figures have moved since, by which change, and which claims have turned.
public struct EditionComparison: Sendable {
    /// A figure that the edition prints otherwise than the book would now.
    public struct Moved: Sendable {
        /// The figure's id: `#37`.
        public var id: String
        public var name: Words
        /// As the edition has it, with its unit.
        public var then: String
        /// As the report would print it now; nil where it prints it no more.
        public var now: String?
        /// The change that moved it; nil where no change did.
        public var change: Change?
        /// What moved it, in a sentence.
        public var cause: Words
    }

    /// A claim whose verdict is another now.
    public struct Turned: Sendable {
        public var id: String
        public var text: Words
        public var then: Verdict
        public var now: Verdict?
        /// Why it is judged so now.
        public var reason: Words
    }

    public var edition: Edition
    /// The change up to which the other side was known.
    public var upTo: Change
    public var moved: [Moved]
    public var turned: [Turned]
    /// Whether the text says anything else.
    public var textDiffers: Bool

    /// Whether nothing has moved at all.
    public var isUnmoved: Bool { moved.isEmpty && turned.isEmpty && !textDiffers }
}

extension Drafts {
    /// What has moved since an edition was released. `live` is the report as it is now.
    /// - Parameter isTraced: whether the change that moved each figure is looked for, which takes a while where many have moved.
    public func moved(
        since frozen: FrozenEdition, _ live: CompiledReport, isTraced: Bool = true, in reading: Reading
    ) throws -> EditionComparison {
        let now = Dictionary(live.printedFigures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let trace = catalogue.report(live.id).map { FigureTrace(self, $0, live.period, in: reading) }
        var moved: [EditionComparison.Moved] = []
        for figure in frozen.figures {
            let other = now[figure.id]
            guard other?.said != figure.said else { continue }
            let found = try (isTraced ? trace : nil)?.cause(figure, other, from: frozen.edition.head, to: live.asOf ?? live.lastChange.number)
            moved.append(
                EditionComparison.Moved(
                    id: figure.id, name: figure.figure.name, then: figure.said, now: other?.said, change: found?.change,
                    cause: found?.words ?? (isTraced ? Words(zh: "报告已不再声明", en: "the report is no longer declared") : Words(zh: "", en: ""))))
        }
        var turned: [EditionComparison.Turned] = []
        for claim in frozen.report.claims {
            let other = live.claim(claim.id)
            guard other?.verdict != claim.verdict else { continue }
            turned.append(
                EditionComparison.Turned(
                    id: claim.id, text: claim.text, then: claim.verdict, now: other?.verdict,
                    reason: other?.reason ?? Words(zh: "已不再声明", en: "no longer declared")))
        }
        return EditionComparison(
            edition: frozen.edition, upTo: live.lastChange, moved: moved, turned: turned, textDiffers: live.plainText != frozen.plain)
    }
}
