import Indicators
import Registers
import Storage

/// A figure for programs: its value exact and as it is printed, and what stands behind it.
enum FigureJSON {
    static func value(_ figure: Figure, _ visit: Visit) -> JSON {
        .of([
            ("indicator", .string(figure.indicator)), ("name", RegisterJSON.words(figure.name)), ("period", .string(figure.period.description)),
            ("scope", .string(figure.scope.text)), ("value", exact(figure.value)), ("printed", .string(figure.printed(visit.language))),
            ("unit", .text(figure.unit)), ("status", .string(figure.status.rawValue)), ("rows", .whole(figure.rows)),
            ("expected", figure.expected.map { .whole($0) } ?? .null), ("reported", figure.reported.map { .whole($0) } ?? .null),
            ("missing", .array(figure.missing.map { .string($0) })), ("undecided", .array(figure.undecided.map { .string($0) })),
            ("operands", .array(figure.operands.map { operand($0, visit) })), ("definition", .string(figure.definition)),
        ])
    }

    private static func operand(_ operand: Figure.Operand, _ visit: Visit) -> JSON {
        .of([
            ("name", .string(operand.name)), ("period", .string(operand.period.description)), ("value", exact(operand.value)),
            ("printed", .string(operand.printed(visit.language))), ("unit", .text(operand.unit)), ("status", .string(operand.status.rawValue)),
            ("rows", .whole(operand.rows)),
        ])
    }

    /// A number in decimal digits where it has finitely many of them, else as `n/d`, so that nothing is rounded on the way; null where there
    /// is no number, day, text or truth.
    private static func exact(_ value: FigureValue) -> JSON {
        switch value {
        case .amount(let amount): .string(amount.description)
        case .day(let day): .string(day.iso)
        case .text(let text): .string(text)
        case .truth(let truth): .bool(truth)
        case .word, .nothing: .null
        }
    }
}
