import Indicators
import Registers
import Storage

/// Turns a compiled report into the rows of an edition.
struct Freezing {
    let report: CompiledReport
    /// What the one who releases it says of numbers typed by hand.
    let explanations: [String: String]
    /// The registers that the figures were read from, with the last change that touched each.
    let sources: [(register: Name, change: Change)]
    /// What the departments said of the figures; nil where none of it goes out.
    let sheet: ConfirmationSheet?

    func rows() throws -> EditionRows {
        var rows = EditionRows()
        rows.add(
            [
                "format": 1, "report": .text(report.id.text), "period": .text(report.period.description), "title": .text(report.title),
                "organisation_zh": .text(report.organisation.zh), "organisation_en": .text(report.organisation.en), "plain": .text(report.plainText),
            ], to: EditionTables.content)
        for block in report.blocks { rows.add(try self.block(block), to: EditionTables.block) }
        for printed in report.printedFigures { rows.add(try figure(printed), to: EditionTables.figure) }
        for finding in report.claims {
            rows.add(try claim(finding), to: EditionTables.claim)
            for evidence in finding.evidence { rows.add(self.evidence(evidence, finding.id), to: EditionTables.evidence) }
        }
        for source in sources {
            rows.add(
                ["register": .text(source.register.text), "change": .integer(source.change.number), "digest": .text(source.change.digest)],
                to: EditionTables.source)
        }
        for left in report.leftOut { rows.add(note("left_out", left.claim, left.reason, left.text, left.place), to: EditionTables.note) }
        for number in report.unsourced {
            let said = explanations[number.text] ?? ""
            rows.add(note("unsourced", number.text, Words(zh: said, en: said), number.context, number.place), to: EditionTables.note)
        }
        for remark in report.remarks { rows.add(note("remark", remark.rule, remark.message, "", remark.place), to: EditionTables.note) }
        for department in sheet?.departments ?? [] {
            for line in department.lines {
                guard let said = line.confirmation, line.standing == .confirmed || line.standing == .objected else { continue }
                let message = Words(
                    zh: "\(department.name.zh)：\(said.by) \(said.on.iso) \(said.answer.words.zh)",
                    en: "\(department.name.en): \(said.by) \(said.on.iso) \(said.answer.words.en)")
                rows.add(
                    note("confirmation", line.printed.id, message, said.remark, Place(file: "confirmation", line: 1, column: 1)),
                    to: EditionTables.note)
            }
        }
        return rows
    }

    private func block(_ block: ReportBlock) throws -> [Name: Value] {
        var row: [Name: Value] = ["runs": .text(try FrozenJSON.text(block.runs.map { FrozenRun($0) }))]
        switch block.kind {
        case .title: row["kind"] = "title"
        case .heading(let level, let number):
            row["kind"] = "heading"
            row["level"] = .integer(Int64(level))
            row["heading"] = .text(number)
        case .paragraph: row["kind"] = "paragraph"
        case .bullet: row["kind"] = "bullet"
        case .addressee: row["kind"] = "addressee"
        case .chart(let chart):
            row["kind"] = "chart"
            row["runs"] = .text(try FrozenJSON.text(FrozenChart(chart)))
        case .table(let cells):
            row["kind"] = "table"
            row["runs"] = .text(try FrozenJSON.text(cells.map { $0.map { $0.map { FrozenRun($0) } } }))
        }
        return row
    }

    private func figure(_ printed: PrintedFigure) throws -> [Name: Value] {
        let figure = printed.figure
        return [
            "kind": .text(printed.kind.rawValue), "slot": .text(printed.id), "indicator": .text(figure.indicator), "name_zh": .text(figure.name.zh),
            "name_en": .text(figure.name.en), "value": .optional(figure.value), "word": .optional(figure.word), "printed": .text(figure.printed),
            "unit": .optional(figure.unit), "period": .text(figure.period.description), "scope": .text(figure.scope.text),
            "status": .text(figure.status.rawValue), "records": .integer(Int64(figure.rows)), "expected": .optional(figure.expected),
            "reported": .optional(figure.reported), "in_text": .integer(figure.isInText ? 1 : 0),
            "operands": .text(try FrozenJSON.text(figure.operands)), "figures": .text(try FrozenJSON.text(figure.figures)),
        ]
    }

    private func claim(_ finding: Finding) throws -> [Name: Value] {
        let numbers = Dictionary(finding.values.map { ($0.key.rawValue, SlotFiller.decimal($0.value)) }, uniquingKeysWith: { first, _ in first })
        return [
            "claim": .text(finding.id), "form": .text(finding.form), "verdict": .text(finding.verdict.rawValue), "text_zh": .text(finding.text.zh),
            "text_en": .text(finding.text.en), "reason_zh": .text(finding.reason.zh), "reason_en": .text(finding.reason.en),
            "names": .text(try FrozenJSON.text(finding.names)), "register": .optional(finding.register?.text),
            "numbers": .text(try FrozenJSON.text(numbers)), "surprise_zh": .optional(finding.surprise?.zh),
            "surprise_en": .optional(finding.surprise?.en),
        ]
    }

    private func evidence(_ evidence: Evidence, _ claim: String) -> [Name: Value] {
        [
            "claim": .text(claim), "indicator": .text(evidence.indicator), "name_zh": .text(evidence.name.zh), "name_en": .text(evidence.name.en),
            "period": .text(evidence.period.description), "printed": .text(evidence.printed), "status": .text(evidence.status.rawValue),
            "records": .integer(Int64(evidence.rows)),
        ]
    }

    private func note(_ kind: String, _ subject: String, _ message: Words, _ words: String, _ place: Place) -> [Name: Value] {
        [
            "kind": .text(kind), "subject": .text(subject), "zh": .text(message.zh), "en": .text(message.en), "words": .text(words),
            "file": .text(place.file), "line": .integer(Int64(place.line)), "column": .integer(Int64(place.column)),
        ]
    }
}

extension Value {
    /// A text, or null where there is none.
    static func optional(_ text: String?) -> Value { text.map { .text($0) } ?? .null }
    /// A whole number, or null where there is none.
    static func optional(_ number: Int?) -> Value { number.map { .integer(Int64($0)) } ?? .null }
}
