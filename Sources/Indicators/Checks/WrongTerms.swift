import Registers
public import Storage

/// Terms that people often write wrong, with the right ones: searched for in records, and in any text that is looked over.
public struct WrongTerms: Sendable {
    /// The file that declares them.
    static let file = "checks/terms.yaml"

    /// A wrong term.
    public struct Term: Sendable, Hashable {
        public var wrong: String
        public var right: String
        public var note: Words?
        /// Longer words in which it is no mistake.
        public var unless: [String]
    }

    /// Where a wrong term stands in a text.
    public struct Hit: Sendable {
        public var term: Term
        public var range: Range<String.Index>
    }

    public let all: [Term]

    init(_ all: [Term]) { self.all = all }

    /// Every wrong term in a text, in its order. A hit that lies in a longer one, or in a word in which it is none, is left out.
    public func hits(in text: String) -> [Hit] {
        var hits: [Hit] = []
        for term in all {
            for range in text.ranges(of: term.wrong) where !isInside(range, term.unless, text) { hits.append(Hit(term: term, range: range)) }
        }
        let inner = hits.filter { hit in
            !hits.contains { other in
                other.range != hit.range && other.range.lowerBound <= hit.range.lowerBound && hit.range.upperBound <= other.range.upperBound
            }
        }
        return inner.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func isInside(_ range: Range<String.Index>, _ words: [String], _ text: String) -> Bool {
        words.contains { word in
            text.ranges(of: word).contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
        }
    }

    /// Reads `checks/terms.yaml`: `三单一线: { right: 三线一单 }`.
    static func read(_ source: Source, _ diagnostics: inout Diagnostics) -> WrongTerms {
        guard let root = source.entry(&diagnostics) else { return WrongTerms([]) }
        var terms: [Term] = []
        for (wrong, place, entry) in root.pairs(&diagnostics) {
            entry.allow(["right", "note", "unless"], &diagnostics)
            guard let right = entry.required("right", &diagnostics)?.text(&diagnostics) else { continue }
            if wrong.isEmpty || wrong == right || right.contains(wrong) {
                diagnostics.add(
                    place, "term", zh: "“\(wrong)”和“\(right)”分不出对错：正确的写法里不能含有错误的写法。",
                    en: "“\(wrong)” can't be told from “\(right)”: the right term must not contain the wrong one.")
                continue
            }
            if terms.contains(where: { $0.wrong == wrong }) {
                diagnostics.add(place, "duplicate", zh: "“\(wrong)”写了两次。", en: "“\(wrong)” is written twice.")
                continue
            }
            terms.append(
                Term(
                    wrong: wrong, right: right, note: entry["note"]?.words(&diagnostics),
                    unless: entry["unless"]?.members(&diagnostics).compactMap { $0.text(&diagnostics) } ?? []))
        }
        return WrongTerms(terms)
    }
}
