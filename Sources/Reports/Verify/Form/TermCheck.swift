import Indicators
import Storage

/// Terms that the park declares wrong (`checks/terms.yaml`, docs/quality.md) in a text from outside.
struct TermCheck {
    let terms: WrongTerms
    private let words: WordList

    init(_ terms: WrongTerms) {
        self.terms = terms
        words = WordList(terms.all.map(\.wrong))
    }

    func faults(_ text: OutsideText) -> [FormFault] { text.paragraphs.flatMap(faults) }

    private func faults(_ paragraph: OutsideParagraph) -> [FormFault] {
        // Most paragraphs have none, and are passed at one look.
        guard !paragraph.letters.occurrences(words, in: 0..<paragraph.letters.count).isEmpty else { return [] }
        let text = paragraph.text
        var last = text.startIndex
        var letter = 0
        var end = text.startIndex
        return terms.hits(in: text).compactMap { hit in
            // Two terms that overlap are one mistake.
            guard hit.range.lowerBound >= end else { return nil }
            end = hit.range.upperBound
            letter += text.unicodeScalars.distance(from: last, to: hit.range.lowerBound)
            last = hit.range.lowerBound
            let term = hit.term
            return paragraph.fault(
                "term", letter..<(letter + term.wrong.unicodeScalars.count),
                zh: "“\(term.wrong)”应为“\(term.right)”\(term.note.map { "：" + $0.zh } ?? "")",
                en: "“\(term.wrong)” should be “\(term.right)”\(term.note.map { ": " + $0.en } ?? "")")
        }
    }
}
