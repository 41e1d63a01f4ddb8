/// A heading with its body in one paragraph, where its sisters stand on lines of their own; and a paragraph broken in mid-sentence.
struct RunOnCheck {
    let text: OutsideText

    func faults() -> [FormFault] { headings() + broken() + shortBroken() }

    private func headings() -> [FormFault] {
        var faults: [FormFault] = []
        let numbered =
            text.paragraphs.compactMap { paragraph in
                NumberedHeading(paragraph.letters).map { (paragraph, $0) }
            }.filter { $0.1.level <= 2 && !$0.0.isInTable } + inner()
        for level in 1...2 {
            let sisters = numbered.filter { $0.1.level == level }
            let alone = sisters.filter { isHeading($0.0.letters) }
            guard alone.count >= 2, alone.count * 2 > sisters.count else { continue }
            for (paragraph, _) in sisters where paragraph.letters.count > 60 {
                // A heading that ends with its own full stop is a way to write it.
                let stop = (0..<min(45, paragraph.letters.count)).first { "。！？：".unicodeScalars.contains(paragraph.letters.all[$0]) }
                guard stop == nil, text.paragraphs.indices.contains(paragraph.number - 1) else { continue }
                let end = seam(paragraph.letters, alone.map(\.0.letters)) ?? 24
                let offset = paragraph.letters.text(0..<paragraph.letters.count)
                let home = text.paragraphs[paragraph.number - 1]
                let start = home.letters.find(String(offset.prefix(12)), in: 0..<home.letters.count) ?? 0
                faults.append(
                    home.fault(
                        "run-on", start..<min(home.letters.count, start + end), zh: "标题与正文接排，标题后应另起一段",
                        en: "A heading and its body run on; the body should begin a paragraph"))
            }
        }
        return faults
    }

    /// What begins with a heading's number in the middle of a paragraph, as a paragraph of its own with the number of its home.
    private func inner() -> [(OutsideParagraph, NumberedHeading)] {
        var found: [(OutsideParagraph, NumberedHeading)] = []
        for paragraph in text.paragraphs where !paragraph.isInTable {
            let letters = paragraph.letters
            for index in 1..<max(1, letters.count) where letters[index] == "（" && "。！？".unicodeScalars.contains(letters[index - 1] ?? " ") {
                guard let heading = NumberedHeading(letters, at: index), heading.level == 2, heading.number > 1 else { continue }
                found.append((OutsideParagraph(number: paragraph.number, text: letters.text(index..<letters.count), isIndented: false), heading))
            }
        }
        return found
    }

    private func isHeading(_ letters: Letters) -> Bool { letters.count <= 50 && !"。；！？".unicodeScalars.contains(letters[letters.count - 1] ?? " ") }

    /// Where a heading ends, by the words that its sisters end with.
    private func seam(_ letters: Letters, _ sisters: [Letters]) -> Int? {
        for sister in sisters where sister.count >= 3 {
            let tail = sister.text((sister.count - 3)..<sister.count)
            if let at = letters.find(tail, in: 4..<min(45, letters.count)) { return at + 3 }
        }
        return nil
    }

    /// A short paragraph that ends with a comma, or is followed by one that begins with a mark.
    private func shortBroken() -> [FormFault] {
        guard !text.isRewrapped else { return [] }
        let found = text.paragraphs.filter { paragraph in
            guard !paragraph.isInTable, (4..<30).contains(paragraph.letters.count), text.paragraphs.indices.contains(paragraph.number) else {
                return false
            }
            let next = text.paragraphs[paragraph.number]
            guard !next.isInTable, !NumberedHeading.begins(next.letters), let last = paragraph.letters[paragraph.letters.count - 1] else {
                return false
            }
            return "，、".unicodeScalars.contains(last) || "，。、；）》”％%".unicodeScalars.contains(next.letters[0] ?? " ")
        }
        // Where many end so, it is verse or a list and no accident.
        guard found.count <= 2 || found.count * 10 <= text.paragraphs.count else { return [] }
        return found.map { paragraph in
            let (letters, next) = (paragraph.letters, text.paragraphs[paragraph.number])
            return paragraph.fault(
                "broken", max(0, letters.count - 6)..<letters.count,
                zh: "一句话没有完就分了段，下一段从“\(next.letters.text(0..<min(8, next.letters.count)))”接起",
                en: "The paragraph breaks off in the middle of a sentence; the next one goes on with it")
        }
    }

    private func broken() -> [FormFault] {
        var faults: [FormFault] = []
        guard !text.isRewrapped else { return [] }
        let long = text.paragraphs.filter { $0.letters.count >= 30 && !$0.isInTable }
        let open = long.filter { !LineWrap.isEnded($0.text) }
        // Where many end so, it is a style of lists and no accident.
        guard open.count * 5 <= long.count || open.count == 1 else { return [] }
        for paragraph in open where text.paragraphs.indices.contains(paragraph.number) {
            let next = text.paragraphs[paragraph.number]
            let letters = paragraph.letters
            let hasSentence = letters.all.contains { "，。；、".unicodeScalars.contains($0) }
            guard hasSentence, paragraph.level == nil, next.level == nil, !next.isInTable, !(NumberedHeading.begins(next.letters)),
                !(next.isIndented && !paragraph.isIndented), next.letters.count > 12,
                NumberedHeading(letters).map({ $0.level > 2 || letters.count > 60 }) ?? true
            else { continue }
            faults.append(
                paragraph.fault(
                    "broken", max(0, letters.count - 6)..<letters.count,
                    zh: "一句话没有完就分了段，下一段从“\(next.letters.text(0..<min(8, next.letters.count)))”接起",
                    en: "The paragraph breaks off in the middle of a sentence; the next one goes on with it"))
        }
        return faults
    }
}
