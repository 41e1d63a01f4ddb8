public import Registers
public import Storage

/// A declared report: its text, its claims and its slots, all checked.
public struct ReportDeclaration: Sendable {
    /// The name of its file: `annual`.
    public var id: Name
    /// What it says.
    public var text: ReportText
    /// In the order of their file.
    public var claims: [Claim]
    /// In the order of their file.
    public var slots: [Slot]

    /// How often it is put together.
    public var rhythm: Rhythm { text.rhythm }

    /// The title as it was written, for lists; without the words that stand for the period.
    public var title: String {
        guard let line = text.lines.first(where: { $0.kind == .title }) else { return id.text }
        return line.pieces.reduce(into: "") { title, piece in
            switch piece {
            case .text(let text, _), .plain(let text): title += text
            default: break
            }
        }
    }

    /// The expressions that its text prints or asks, in order.
    public var formulas: [Formula] { text.lines.flatMap { ReportDeclaration.formulas($0.pieces) } }

    private static func formulas(_ pieces: [Piece]) -> [Formula] {
        pieces.flatMap { piece -> [Formula] in
            switch piece {
            case .figure(let figure): [figure.formula]
            case .about(let about): [about.formula]
            case .claim(_, let then, let otherwise, _): formulas(then) + formulas(otherwise ?? [])
            case .condition(let formula, let then, let otherwise): [formula] + formulas(then) + formulas(otherwise ?? [])
            case .list(_, _, let none): formulas(none ?? [])
            case .text, .plain, .item, .period, .finding: []
            }
        }
    }

    /// The registers that its lists and tables are made of, in order.
    public var registers: [String] {
        text.lines.flatMap { line -> [String] in
            if case .rows(let rows) = line.kind { return [rows.list.register] }
            return ReportDeclaration.registers(line.pieces)
        }
    }

    private static func registers(_ pieces: [Piece]) -> [String] {
        pieces.flatMap { piece -> [String] in
            switch piece {
            case .list(let list, _, let none): [list.register] + registers(none ?? [])
            case .claim(_, let then, let otherwise, _): registers(then) + registers(otherwise ?? [])
            case .condition(_, let then, let otherwise): registers(then) + registers(otherwise ?? [])
            default: []
            }
        }
    }
}
