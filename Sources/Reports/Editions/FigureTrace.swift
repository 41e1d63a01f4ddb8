import Indicators
import Registers
import Storage

/// Finds the change that moved a figure: the value is asked as it was known at changes in between, halving what is left.
struct FigureTrace {
    private let drafts: Drafts
    private let declaration: ReportDeclaration
    private let period: Period
    private let reading: Reading

    init(_ drafts: Drafts, _ declaration: ReportDeclaration, _ period: Period, in reading: Reading) {
        self.drafts = drafts
        self.declaration = declaration
        self.period = period
        self.reading = reading
    }

    /// What made a figure differ between two changes.
    func cause(_ then: PrintedFigure, _ now: PrintedFigure?, from head: Int64, to last: Int64) throws -> (change: Change?, words: Words) {
        guard let now else { return (nil, Words(zh: "现在的正文不再印它", en: "the text prints it no more")) }
        guard now.figure.indicator == then.figure.indicator else {
            return (
                nil, Words(zh: "来源由 \(then.figure.indicator) 改为 \(now.figure.indicator)", en: "it is taken from \(now.figure.indicator) now")
            )
        }
        guard let base = try value(then, asOf: head), base == then.figure.value ?? then.figure.word else {
            return (nil, Words(zh: "声明已改，同样的记录算出另一个数", en: "the declarations changed: the same records give another number"))
        }
        var (low, high) = (head, last)
        guard low < high, try value(then, asOf: high) != base else {
            return (nil, Words(zh: "印法已改，数没有变", en: "it is printed otherwise; the number is the same"))
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if try value(then, asOf: middle) == base { low = middle } else { high = middle }
        }
        guard let change = try reading.change(number: high) else { return (nil, Words(zh: "第 \(high) 号变更", en: "change \(high)")) }
        return (
            change,
            Words(
                zh: "第 \(change.number) 号变更（\(change.day.iso) \(change.subject)：\(change.reason)）",
                en: "change \(change.number) (\(change.day.iso) \(change.subject): \(change.reason))")
        )
    }

    /// The exact value, or the word in its place, as it was known at a change; nil where it can't be asked any more.
    private func value(_ figure: PrintedFigure, asOf: Int64) throws -> String? {
        let place = Place(file: "\(declaration.id.text).report", line: 1, column: 1)
        var pieces = declaration.slots.first { $0.id == figure.id }?.pieces ?? []
        if pieces.isEmpty {
            do throws(Diagnostic) { pieces = [try BraceReader.piece(figure.figure.indicator, at: place)] } catch { return nil }
        }
        let bench = Bench(drafts.figures, figure.kind == .text ? figure.figure.period : period, asOf: asOf, in: reading)
        var findings: [String: Finding] = [:]
        for case .finding(let written) in pieces {
            guard let claim = declaration.claims.first(where: { $0.id == written.claim }) else { return nil }
            findings[claim.id] = try claim.find(bench)
        }
        let filled = try SlotFiller(bench: bench, findings: findings, shown: []).fill(Slot(id: figure.id, pieces: pieces, place: place))
        return filled.value ?? filled.word
    }
}
