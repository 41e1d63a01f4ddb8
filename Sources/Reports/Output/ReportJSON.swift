public import Foundation
import Indicators
import Storage

/// A compiled report as JSON, for programs: values as decimal strings, never as binary numbers.
public struct ReportJSON {
    private let report: CompiledReport

    /// The JSON of a report.
    public init(_ report: CompiledReport) { self.report = report }

    /// The JSON, with its keys in order so that two of them can be compared.
    public func data() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(Whole(report))
    }

    /// A report as programs get it.
    private struct Whole: Encodable {
        var report: String
        var title: String
        var period: String
        var year: Int
        var asOf: Int64
        var draft: Int?
        var edition: Issue?
        var figures: [Slot]
        var printedFacts: [Fact]
        var claims: [Claim]
        var leftOut: [LeftOutWords]
        var unsourced: [Number]
        var text: String

        init(_ report: CompiledReport) {
            self.report = report.id.text
            title = report.title
            period = report.period.description
            year = report.year
            asOf = report.asOf ?? report.lastChange.number
            draft = report.draft
            edition = report.edition.map { Issue($0) }
            figures = report.figures.map { Slot(figure: $0) }
            printedFacts = report.printedFacts.map { Fact(figure: $0) }
            claims = report.claims.map { Claim(finding: $0) }
            leftOut = report.leftOut.map { LeftOutWords(claim: $0.claim, verdict: $0.verdict.rawValue, text: $0.text, place: $0.place.description) }
            unsourced = report.unsourced.map { Number(text: $0.text, context: $0.context, place: $0.place.description) }
            text = report.plainText
        }
    }

    /// The edition that the report was read back from.
    private struct Issue: Encodable {
        var number: Int
        var released: String
        var releasedBy: String
        var state: String
        var redacted: Bool
        var confirmed: Int
        var confirmable: Int
        var digest: String
        var textDigest: String
        var change: Int64

        init(_ edition: Edition) {
            number = edition.number
            released = edition.released.iso
            releasedBy = edition.releasedBy
            state = edition.withdrawn == nil ? "released" : "withdrawn"
            redacted = edition.isRedacted
            confirmed = edition.confirmed
            confirmable = edition.confirmable
            digest = edition.digest
            textDigest = edition.textDigest
            change = edition.head
        }
    }

    private struct LeftOutWords: Encodable {
        var claim: String
        var verdict: String
        var text: String
        var place: String
    }

    private struct Number: Encodable {
        var text: String
        var context: String
        var place: String
    }

    private struct Operand: Encodable {
        var name: String
        var period: String
        var value: String?
        var word: String?
        var printed: String
        var unit: String?
        var status: String
        var rows: Int

        init(_ operand: Figure.Operand) {
            (value, word) = ReportJSON.split(operand.value, printed: operand.printed(.zh))
            name = operand.name
            period = operand.period.description
            printed = operand.printed(.zh)
            unit = operand.unit
            status = operand.status.rawValue
            rows = operand.rows
        }
    }

    /// A slot. A value that can't be a number is null, and `word` says why.
    private struct Slot: Encodable {
        var figure: SlotFigure

        enum Keys: String, CodingKey {
            case slot, indicator, name, period, scope, value, word, printed, unit, status, rows, expected, reported, operands, inText
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Keys.self)
            try container.encode(figure.slot, forKey: .slot)
            try container.encode(figure.indicator, forKey: .indicator)
            try container.encode(figure.name.zh, forKey: .name)
            try container.encode(figure.period.description, forKey: .period)
            try container.encode(figure.scope.text, forKey: .scope)
            try container.encode(figure.value, forKey: .value)
            try container.encode(figure.word, forKey: .word)
            try container.encode(figure.printed, forKey: .printed)
            try container.encode(figure.unit, forKey: .unit)
            try container.encode(figure.status.rawValue, forKey: .status)
            try container.encode(figure.rows, forKey: .rows)
            try container.encode(figure.expected, forKey: .expected)
            try container.encode(figure.reported, forKey: .reported)
            try container.encode(figure.operands.map { Operand($0) }, forKey: .operands)
            try container.encode(figure.isInText, forKey: .inText)
        }
    }

    private struct Fact: Encodable {
        var figure: SlotFigure

        enum Keys: String, CodingKey { case id, indicator, value, word, printed, unit, status, rows, inText }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Keys.self)
            try container.encode(figure.slot, forKey: .id)
            try container.encode(figure.indicator, forKey: .indicator)
            try container.encode(figure.value, forKey: .value)
            try container.encode(figure.word, forKey: .word)
            try container.encode(figure.printed, forKey: .printed)
            try container.encode(figure.unit, forKey: .unit)
            try container.encode(figure.status.rawValue, forKey: .status)
            try container.encode(figure.rows, forKey: .rows)
            try container.encode(figure.isInText, forKey: .inText)
        }
    }

    private struct Claim: Encodable {
        var finding: Finding

        enum Keys: String, CodingKey { case id, form, text, verdict, reason, evidence, names, count, surprise }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Keys.self)
            try container.encode(finding.id, forKey: .id)
            try container.encode(finding.form, forKey: .form)
            try container.encode(finding.text.zh, forKey: .text)
            try container.encode(finding.verdict.rawValue, forKey: .verdict)
            try container.encode(finding.reason.zh, forKey: .reason)
            try container.encode(finding.evidence.map { Proof(evidence: $0) }, forKey: .evidence)
            try container.encode(finding.names, forKey: .names)
            try container.encode(finding.values[.count].map(SlotFiller.decimal), forKey: .count)
            try container.encode(finding.surprise?.zh, forKey: .surprise)
        }
    }

    private struct Proof: Encodable {
        var evidence: Evidence

        enum Keys: String, CodingKey { case indicator, name, period, printed, status, rows }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Keys.self)
            try container.encode(evidence.indicator, forKey: .indicator)
            try container.encode(evidence.name.zh, forKey: .name)
            try container.encode(evidence.period.description, forKey: .period)
            try container.encode(evidence.printed, forKey: .printed)
            try container.encode(evidence.status.rawValue, forKey: .status)
            try container.encode(evidence.rows, forKey: .rows)
        }
    }

    private static func split(_ value: FigureValue, printed: String) -> (value: String?, word: String?) {
        switch value {
        case .amount(let amount): (SlotFiller.decimal(amount), nil)
        case .day(let day): (day.iso, nil)
        case .text(let text): (text, nil)
        case .truth(let truth): (truth ? "yes" : "no", nil)
        case .word, .nothing: (nil, printed)
        }
    }
}
