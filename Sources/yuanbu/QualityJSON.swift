import Foundation
import Indicators
import Storage

/// What the checks found, for programs.
struct QualityJSON: Encodable {
    /// One check.
    struct Found: Encodable {
        var rule: String
        var name: Words
        var severity: Check.Severity
        var form: String
        var asks: String
        var count: Int
        var rows: [Row]
        var figures: [Figure]
        var undecided: Words?
        var why: Words
        var advice: Words
    }

    /// One finding.
    struct Row: Encodable {
        var title: String
        var note: Words?
        var register: String?
        var record: Int64?
    }

    var period: String
    var checks: [Found]

    init(period: Period, found: [(Check, CheckOutcome)]) {
        self.period = period.description
        checks = found.map { check, outcome in
            Found(
                rule: check.id.text, name: check.name, severity: check.severity, form: check.formName, asks: check.asked, count: outcome.count,
                rows: outcome.offences.map { Row(title: $0.title, note: $0.note, register: $0.record?.register.text, record: $0.record?.id) },
                figures: outcome.figures, undecided: outcome.undecided, why: check.why, advice: check.advice)
        }
    }

    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
