import Indicators
import Registers

/// Finds the numbers that a writer typed by hand: digits, and Chinese numerals with a measure word or 第.
///
/// Free are what stands in 《…》, the text's own numbering (一是, （一）, 第三章), the dates of the report's own period, and words such as 一个 and 一批 that count nothing.
struct UnsourcedScan {
    let period: Period

    private struct Letter {
        var character: Character
        /// The run it stands in, if that was typed by the writer.
        var run: Int?
    }

    /// The runs with every such number in a run of its own, and the numbers.
    func scan(_ runs: [ReportRun]) -> (runs: [ReportRun], found: [Unsourced]) {
        var letters: [Letter] = []
        for (index, run) in runs.enumerated() {
            var isTyped = false
            if case .words = run.kind { isTyped = true }
            letters += run.text.map { Letter(character: $0, run: isTyped ? index : nil) }
        }
        let ranges = numbers(letters)
        guard !ranges.isEmpty else { return (runs, []) }
        return (cut(runs, ranges), ranges.map { unsourced($0, letters, runs) })
    }

    // MARK: finding

    private func numbers(_ letters: [Letter]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var depth = 0
        var index = 0
        while index < letters.count {
            let letter = letters[index]
            if letter.character == "《" { depth += 1 }
            if letter.character == "》" { depth = max(0, depth - 1) }
            guard letter.run != nil, depth == 0 else {
                index += 1
                continue
            }
            if isDigit(letter.character) {
                let end = digits(letters, from: index)
                if !isFree(letters, digits: index..<end) { ranges.append(index..<withUnit(letters, end)) }
                index = withUnit(letters, end)
            } else if ChineseNumeral.isNumeral(letter.character) {
                let end = numeral(letters, from: index)
                if let range = counted(letters, index..<end) { ranges.append(range) }
                index = end
            } else {
                index += 1
            }
        }
        return ranges
    }

    /// 0 to 9 in any width or script; not 伍 and 参, which are mostly words.
    private func isDigit(_ character: Character) -> Bool { character.unicodeScalars.first?.properties.numericType == .decimal }

    /// A run of digits with the points, signs and letters inside it: 3.5, 2021-2035, 2#6000T.
    private func digits(_ letters: [Letter], from start: Int) -> Int {
        var end = start
        while end < letters.count, letters[end].run != nil {
            let character = letters[end].character
            if isDigit(character) || (character.isASCII && character.isLetter) {
                end += 1
            } else if ".,-—–~～#/".contains(character), end + 1 < letters.count, letters[end + 1].run != nil, isDigit(letters[end + 1].character) {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    /// The dates of the report's own period, and names such as 5G.
    private func isFree(_ letters: [Letter], digits: Range<Int>) -> Bool {
        let text = string(letters, digits)
        let after = string(letters, digits.upperBound..<min(letters.count, digits.upperBound + 6))
        let before = string(letters, max(0, digits.lowerBound - 3)..<digits.lowerBound)
        if OwnDates(period: period).hold(text, before: before, after: after) { return true }
        if text.count == 2, text.first?.isWholeNumber == true, text.last?.isLetter == true { return true }
        return false
    }

    private func numeral(_ letters: [Letter], from start: Int) -> Int {
        var end = start
        while end < letters.count, letters[end].run != nil, ChineseNumeral.isNumeral(letters[end].character) { end += 1 }
        return end
    }

    /// The range of a numeral that counts something, with its unit; nil where it counts nothing.
    private func counted(_ letters: [Letter], _ numeral: Range<Int>) -> Range<Int>? {
        let text = string(letters, numeral)
        let before = numeral.lowerBound > 0 ? letters[numeral.lowerBound - 1].character : nil
        let after = string(letters, numeral.upperBound..<min(letters.count, numeral.upperBound + 4))
        if before == "（" || before == "(", after.hasPrefix("）") || after.hasPrefix(")") { return nil }
        if before == "第" {
            let own = ["章", "节", "部分", "条", "款", "编"]
            return own.contains { after.hasPrefix($0) } ? nil : (numeral.lowerBound - 1)..<withUnit(letters, numeral.upperBound)
        }
        if after.hasPrefix("分之") {
            return numeral.lowerBound..<withUnit(letters, self.numeral(letters, from: min(letters.count, numeral.upperBound + 2)))
        }
        if text.count > 1, text.contains(where: { "百千万亿".contains($0) }), text.contains(where: { !"百千万亿".contains($0) }) || text.last == "亿" {
            return numeral.lowerBound..<withUnit(letters, numeral.upperBound)
        }
        guard let unit = MeasureWord.leading(after) else { return nil }
        // 一个, 一批, 一年来: an article, not a count.
        if text == "一", MeasureWord.isLoose(unit) { return nil }
        // 万元 and 亿元 are units of the number before them.
        if ["百", "千", "万", "亿"].contains(text) { return nil }
        return numeral.lowerBound..<(numeral.upperBound + unit.count)
    }

    private func withUnit(_ letters: [Letter], _ end: Int) -> Int {
        let after = string(letters, end..<min(letters.count, end + 4))
        return end + (MeasureWord.leading(after)?.count ?? 0)
    }

    private func string(_ letters: [Letter], _ range: Range<Int>) -> String {
        guard range.lowerBound <= range.upperBound, range.upperBound <= letters.count else { return "" }
        return String(letters[range].prefix { $0.run != nil }.map(\.character))
    }

    // MARK: marking

    private func unsourced(_ range: Range<Int>, _ letters: [Letter], _ runs: [ReportRun]) -> Unsourced {
        let around = letters[max(0, range.lowerBound - 12)..<min(letters.count, range.upperBound + 8)]
        let run = letters[range.lowerBound].run ?? 0
        let start = runs[..<run].reduce(0) { $0 + $1.text.count }
        let place = runs[run].place ?? Place(file: "", line: 1, column: 1)
        return Unsourced(
            text: String(letters[range].map(\.character)), context: String(around.map(\.character)),
            place: place.moved(by: range.lowerBound - start))
    }

    private func cut(_ runs: [ReportRun], _ ranges: [Range<Int>]) -> [ReportRun] {
        var out: [ReportRun] = []
        var position = 0
        for run in runs {
            let letters = Array(run.text)
            var start = 0
            for range in ranges where range.lowerBound < position + letters.count && range.upperBound > position {
                let low = max(start, range.lowerBound - position)
                let high = min(letters.count, range.upperBound - position)
                guard case .words = run.kind, low < high else { continue }
                if low > start { out.append(ReportRun(String(letters[start..<low]), run.kind, claim: run.claim, place: run.place?.moved(by: start))) }
                out.append(ReportRun(String(letters[low..<high]), .unsourced, claim: run.claim, place: run.place?.moved(by: low)))
                start = high
            }
            if start < letters.count {
                out.append(
                    ReportRun(String(letters[start...]), run.kind, claim: run.claim, place: start == 0 ? run.place : run.place?.moved(by: start)))
            }
            position += letters.count
        }
        return out
    }
}
