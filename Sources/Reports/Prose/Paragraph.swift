/// A paragraph in the making: its runs, the places of 一是, 二是 …, and the seams where words fell out.
struct Paragraph {
    /// What stands in it, in order.
    enum Token {
        case run(ReportRun)
        case item
        /// Words fell out here; the mark is what they leave behind.
        case seam(Character?)
    }

    var tokens: [Token] = []

    /// The runs with punctuation put right and items numbered; `item` counts on from paragraph to paragraph.
    func finished(item: inout Int) -> [ReportRun] {
        var cells = cells
        mend(&cells)
        cells.removeAll { if case .seam = $0 { true } else { false } }
        dropEmptyItems(&cells)
        return runs(cells, &item)
    }

    /// A paragraph by letters, so that marks at seams can be seen across runs.
    private enum Cell {
        case letter(Character, run: Int)
        case item
        case seam(Character?)
    }

    private var sources: [ReportRun] { tokens.compactMap { if case .run(let run) = $0 { run } else { nil } } }

    private var cells: [Cell] {
        var cells: [Cell] = []
        var run = 0
        for token in tokens {
            switch token {
            case .run(let source):
                cells += source.text.map { .letter($0, run: run) }
                run += 1
            case .item: cells.append(.item)
            case .seam(let mark): cells.append(.seam(mark))
            }
        }
        return cells
    }

    private func mend(_ cells: inout [Cell]) {
        while let first = cells.firstIndex(where: { if case .seam = $0 { true } else { false } }) {
            var last = first
            while last + 1 < cells.count, case .seam = cells[last + 1] { last += 1 }
            var marks: [Character] = cells[first...last].compactMap { if case .seam(let mark) = $0 { mark } else { nil } }
            var start = first
            var leftRun: Int?
            while start > 0, case .letter(let letter, let run) = cells[start - 1], Punctuation.isMark(letter) {
                marks.insert(letter, at: 0)
                leftRun = run
                start -= 1
            }
            var end = last + 1
            var rightRun: Int?
            while end < cells.count, case .letter(let letter, let run) = cells[end], Punctuation.isMark(letter) {
                marks.append(letter)
                rightRun = rightRun ?? run
                end += 1
            }
            let kept = mark(of: marks, after: letter(cells, before: start), before: letter(cells, at: end))
            let run = leftRun ?? rightRun ?? self.run(cells, before: start) ?? self.run(cells, at: end)
            let isBracketEmpty = kept == nil && isBracket(cells, start, end)
            let replaced = isBracketEmpty ? (start - 1)..<(end + 1) : start..<end
            cells.replaceSubrange(
                replaced, with: kept.flatMap { kept in run.map { [.letter(kept, run: $0)] } } ?? (isBracketEmpty ? [.seam(nil)] : []))
        }
    }

    /// Which mark stays at a seam between two letters; nil stands for the paragraph's or an item's edge.
    private func mark(of marks: [Character], after left: Character?, before right: Character?) -> Character? {
        guard let strongest = Punctuation.strongest(marks), let left, !Punctuation.opens(left) else { return nil }
        guard let right else { return Punctuation.isEnd(strongest) || strongest == "；" ? strongest : "。" }
        if Punctuation.closes(right) { return Punctuation.isEnd(strongest) ? strongest : nil }
        if strongest == "、", "和及与等".contains(right) { return nil }
        return strongest
    }

    /// Whether a seam has left a pair of brackets with nothing in it.
    private func isBracket(_ cells: [Cell], _ start: Int, _ end: Int) -> Bool {
        guard let left = letter(cells, before: start), let right = letter(cells, at: end) else { return false }
        return Punctuation.opens(left) && Punctuation.closes(right)
    }

    private func letter(_ cells: [Cell], before index: Int) -> Character? { index > 0 ? letter(cells, at: index - 1) : nil }

    private func letter(_ cells: [Cell], at index: Int) -> Character? {
        guard index < cells.count, case .letter(let letter, _) = cells[index] else { return nil }
        return letter
    }

    private func run(_ cells: [Cell], before index: Int) -> Int? { index > 0 ? run(cells, at: index - 1) : nil }

    private func run(_ cells: [Cell], at index: Int) -> Int? {
        guard index < cells.count, case .letter(_, let run) = cells[index] else { return nil }
        return run
    }

    /// An item of which only punctuation is left falls out, so that those after it move up.
    private func dropEmptyItems(_ cells: inout [Cell]) {
        var index = cells.count - 1
        while index >= 0 {
            defer { index -= 1 }
            guard case .item = cells[index] else { continue }
            let end = cells[(index + 1)...].firstIndex { if case .item = $0 { true } else { false } } ?? cells.count
            let isEmpty = cells[(index + 1)..<end].allSatisfy {
                if case .letter(let letter, _) = $0 { Punctuation.isMark(letter) || letter.isWhitespace } else { true }
            }
            if isEmpty { cells.removeSubrange(index..<end) }
        }
    }

    private func runs(_ cells: [Cell], _ item: inout Int) -> [ReportRun] {
        let sources = sources
        var runs: [ReportRun] = []
        var current: Int?
        for cell in cells {
            switch cell {
            case .letter(let letter, let run):
                if current == run, !runs.isEmpty {
                    runs[runs.count - 1].text.append(letter)
                } else {
                    var source = sources[run]
                    source.text = String(letter)
                    runs.append(source)
                    current = run
                }
            case .item:
                item += 1
                runs.append(ReportRun("\(ChineseNumeral.text(item))是", .vouched))
                current = nil
            case .seam: break
            }
        }
        return runs
    }
}
