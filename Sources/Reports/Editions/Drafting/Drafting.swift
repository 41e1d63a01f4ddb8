public import Indicators
import Registers
public import Storage

extension Drafts {
    /// The drafts of a report and period that were written, the first first.
    public func written(_ report: Name, _ period: Period, in reading: Reading) throws -> [ReportDraft] {
        try ReportDraft.list(report, period, in: reading)
    }

    /// The text to go on from: the latest draft's, or the declared one.
    public func source(_ report: Name, _ period: Period, in reading: Reading) throws -> String {
        if let last = try written(report, period, in: reading).last { return last.text }
        return figures.book.sources["reports/\(report.text).report"]?.text ?? ""
    }

    /// The report as a draft has it, its figures and claims asked anew. Throws `Refused` where there is no such draft, and `Diagnostics` where it names
    /// what is no longer declared.
    public func report(_ id: Name, _ period: Period, draft number: Int, asOf: Int64? = nil, in reading: Reading) throws -> CompiledReport {
        let all = try written(id, period, in: reading)
        guard let draft = all.first(where: { $0.number == number }) else {
            let numbers = all.map { String($0.number) }.joined(separator: "、")
            throw Refused(
                zh: "没有第\(number)稿，\(numbers.isEmpty ? "还没有写过草稿" : "有第 \(numbers) 稿")。",
                en: "There is no draft \(number); \(numbers.isEmpty ? "none was written." : "there is \(numbers).")")
        }
        let declaration = try declaration(id, draft.text, named: "第\(number)稿")
        var compiled = try ReportCompiler(declaration: declaration, bench: Bench(figures, period, asOf: asOf, in: reading)).compile()
        compiled.draft = number
        return compiled
    }

    /// The declared report with another text, checked like a declaration.
    private func declaration(_ id: Name, _ text: String, named file: String) throws -> ReportDeclaration {
        guard var declaration = catalogue.report(id) else {
            throw Refused(zh: "没有报告“\(id.text)”。", en: "There is no report “\(id.text)”.")
        }
        var diagnostics = Diagnostics()
        let read = MarkupReader.read(Source(file: file, text: text), &diagnostics)
        TextChecker(vocabulary: Vocabulary(figures), claims: declaration.claims).check(read, &diagnostics)
        guard diagnostics.isEmpty else { throw diagnostics }
        guard read.rhythm == declaration.rhythm else {
            throw Refused(zh: "草稿不能改报告的周期（{every}）。", en: "A draft can't change how often a report is made ({every}).")
        }
        declaration.text = read
        return declaration
    }

    /// Keeps an edited text as the next draft. A figure that is taken from another source needs a reason and is traced (换源留痕); a figure that a typed
    /// number would stand for is refused: printed figures are never typed over.
    public func write(_ text: String, as report: Name, _ period: Period, by: String, reason: String, at: Moment) throws
        -> (draft: ReportDraft, changes: Int, report: CompiledReport)
    {
        guard !by.isEmpty else { throw Refused(zh: "要写谁改的（--by）。", en: "It must be said who wrote it (--by).") }
        let book = figures.book
        let intent = Intent(subject: by, reason: reason.isEmpty ? "改稿 \(report.text) \(period)" : reason, kind: "draft", at: at)
        let committed = try book.store.write(intent) { writing in
            let before = try source(report, period, in: writing)
            guard before != text else { throw Refused(zh: "与上一稿相同，没有改动。", en: "It is the same as before.") }
            let number = (try written(report, period, in: writing).last?.number ?? 0) + 1
            _ = try declaration(report, text, named: "第\(number)稿")
            let comparison = SourceComparison(before, text)
            if let over = comparison.typedOver.first {
                throw Refused(
                    zh: "“{\(over.figure)}”的位置上手写了“\(over.number)”：印出的数不能手改。要换数就换一个有来源的指标；要改记录就去台账改。",
                    en:
                        "“\(over.number)” was typed where “{\(over.figure)}” stood: a printed figure is never typed over. Take another sourced figure, or correct the records."
                )
            }
            if !comparison.replaced.isEmpty, reason.isEmpty {
                let all = comparison.replaced.map { "{\($0.was)} → {\($0.becomes)}" }.joined(separator: "、")
                throw Refused(zh: "换了数的来源（\(all)），要写原因（--reason）。", en: "Figures are taken from another source (\(all)): say why (--reason).")
            }
            let draft = ReportDraft(report: report, period: period, number: number, text: text, by: by, reason: reason, on: writing.change.day)
            try draft.write(in: writing)
            try trace(comparison, draft, in: writing)
            return (draft, comparison.replaced.count, try self.report(report, period, draft: number, in: writing))
        }
        guard let value = committed.value else { throw Refused(zh: "没有写入。", en: "Nothing was written.") }
        return value
    }

    private func trace(_ comparison: SourceComparison, _ draft: ReportDraft, in writing: Writing) throws {
        guard !comparison.replaced.isEmpty else { return }
        guard let register = figures.book.catalogue.register("source_change") else {
            throw Refused(
                zh: "本站点还没有换源留痕台账 source_change。把随本版带来的 registers/source_change.yaml 放进 declarations，再运行 yuanbu apply。",
                en: "This site has no register “source_change” yet. Put registers/source_change.yaml into its declarations and run yuanbu apply.")
        }
        for (was, becomes) in comparison.replaced {
            try Records(figures.book, .console).add(
                [
                    "report": .text(draft.report.text), "report_period": .text(draft.period.description), "draft": .number(String(draft.number)),
                    "was": .text(was), "was_printed": .text(try printed(was, draft.period, in: writing)), "becomes": .text(becomes),
                    "becomes_printed": .text(try printed(becomes, draft.period, in: writing)), "reason": .text(draft.reason),
                    "changed_by": .text(draft.by), "changed_on": .day(draft.on),
                ], to: register, in: writing)
        }
    }

    /// As a figure would be printed; empty where it can't be asked by itself.
    private func printed(_ expression: String, _ period: Period, in reading: Reading) throws -> String {
        guard let piece = try? BraceReader.piece(expression, at: Place(file: "draft", line: 1, column: 1)) else { return "" }
        guard case .figure(let written) = piece else { return "" }
        let figure = try Bench(figures, period, asOf: nil, in: reading).figure(written.formula)
        return figure.printed(.zh) + (figure.value.amount == nil ? "" : figure.unit ?? "")
    }
}
