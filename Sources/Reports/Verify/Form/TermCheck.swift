import Indicators
import Registers
import Storage

/// Terms that the park declares wrong: `checks/terms.yaml`, the wrong term over the right one.
struct TermCheck {
    private struct Term {
        var wrong: String
        var right: String
        var note: Words?
        /// Longer words in which it is no mistake.
        var unless: [String]
    }

    private let terms: [Term]

    init(_ sources: Sources) {
        var ignored = Diagnostics()
        let root = sources["checks/terms.yaml"]?.entry(&ignored)
        terms =
            root?.pairs(&ignored).compactMap { pair in
                guard let right = pair.value.scalar ?? pair.value["right"]?.scalar, right != pair.key, !pair.key.isEmpty else { return nil }
                return Term(
                    wrong: pair.key, right: right, note: pair.value["note"]?.words(&ignored),
                    unless: pair.value["unless"]?.members(&ignored).compactMap(\.scalar) ?? [])
            } ?? []
    }

    func faults(_ text: OutsideText) -> [FormFault] {
        let words = WordList(terms.map(\.wrong))
        let byWord = Dictionary(terms.map { ($0.wrong, $0) }, uniquingKeysWith: { first, _ in first })
        return text.paragraphs.flatMap { paragraph in
            paragraph.letters.occurrences(words, in: 0..<paragraph.letters.count).compactMap { at, word in
                guard let term = byWord[word], !isInside(term, at, paragraph.letters) else { return nil }
                return paragraph.fault(
                    "term", at..<(at + word.unicodeScalars.count), zh: "“\(word)”应为“\(term.right)”\(term.note.map { "：" + $0.zh } ?? "")",
                    en: "“\(word)” should be “\(term.right)”\(term.note.map { ": " + $0.en } ?? "")")
            }
        }
    }

    private func isInside(_ term: Term, _ at: Int, _ letters: Letters) -> Bool {
        let end = at + term.wrong.unicodeScalars.count
        return term.unless.contains { word in
            let length = word.unicodeScalars.count
            return (max(0, end - length)...at).contains { letters.has(word, at: $0) && $0 + length >= end }
        }
    }
}
