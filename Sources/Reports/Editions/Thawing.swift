import Indicators
import Registers
import Storage

/// Puts the report of an edition together again from its rows, and from nothing else of the book.
struct Thawing {
    let rows: EditionRows
    /// The change up to which the book was known when it was released.
    let head: Change

    /// Throws where a row can't be read, which a row that nobody altered always can.
    func report() throws -> CompiledReport {
        guard let content = rows[EditionTables.content].first, let id = content.text("report").flatMap({ Name($0) }),
            let period = content.text("period").flatMap({ Period($0) })
        else { throw Thawing.broken }
        let printed = try rows[EditionTables.figure].map { try figure($0) }
        let claims = try rows[EditionTables.claim].map { try finding($0) }
        let verdicts = Dictionary(claims.map { ($0.id, $0.verdict) }, uniquingKeysWith: { first, _ in first })
        let notes = rows[EditionTables.note]
        return CompiledReport(
            id: id, title: content.text("title") ?? "",
            organisation: Words(zh: content.text("organisation_zh") ?? "", en: content.text("organisation_en") ?? ""), period: period,
            asOf: head.number, lastChange: head, blocks: try rows[EditionTables.block].map { try block($0) },
            figures: printed.filter { $0.kind == .slot }.map(\.figure), printedFacts: printed.filter { $0.kind == .fact }.map(\.figure),
            claims: claims,
            leftOut: notes.filter { $0.text("kind") == "left_out" }.map { note in
                let claim = note.text("subject") ?? ""
                return LeftOut(
                    claim: claim, verdict: verdicts[claim] ?? .undecidable, reason: note.words, text: note.text("words") ?? "", place: note.place)
            },
            unsourced: notes.filter { $0.text("kind") == "unsourced" }.map {
                Unsourced(text: $0.text("subject") ?? "", context: $0.text("words") ?? "", place: $0.place)
            },
            remarks: notes.filter { $0.text("kind") == "remark" }.map { Remark(rule: $0.text("subject") ?? "", message: $0.words, place: $0.place) })
    }

    /// The figures as they were printed, those without a slot too.
    func figures() throws -> [PrintedFigure] { try rows[EditionTables.figure].map { try figure($0) } }

    static let broken = Refused(
        zh: "这一版冻结的内容读不出来：有的行被改动过。请从备份中找回，并核对变更链。",
        en: "What was frozen of this edition can't be read: rows were altered. Take it from a backup and check the chain of changes.")

    private func block(_ row: [Name: Value]) throws -> ReportBlock {
        guard let text = row.text("runs") else { throw Thawing.broken }
        do {
            if row.text("kind") == "table" {
                let cells = try FrozenJSON.value([[[FrozenRun]]].self, text)
                return ReportBlock(kind: .table(try cells.map { try $0.map { try self.runs($0) } }), runs: [])
            }
            if row.text("kind") == "chart" {
                return ReportBlock(kind: .chart(try FrozenJSON.value(FrozenChart.self, text).chart(self.runs)), runs: [])
            }
            let runs = try self.runs(try FrozenJSON.value([FrozenRun].self, text))
            switch row.text("kind") {
            case "title": return ReportBlock(kind: .title, runs: runs)
            case "heading": return ReportBlock(kind: .heading(level: row.number("level") ?? 1, number: row.text("heading") ?? ""), runs: runs)
            case "addressee": return ReportBlock(kind: .addressee, runs: runs)
            case "bullet": return ReportBlock(kind: .bullet, runs: runs)
            default: return ReportBlock(kind: .paragraph, runs: runs)
            }
        } catch is DecodingError { throw Thawing.broken }
    }

    private func runs(_ frozen: [FrozenRun]) throws -> [ReportRun] {
        try frozen.map { frozen in
            guard let run = frozen.run else { throw Thawing.broken }
            return run
        }
    }

    private func figure(_ row: [Name: Value]) throws -> PrintedFigure {
        guard let kind = row.text("kind").flatMap({ PrintedFigure.Kind(rawValue: $0) }), let id = row.text("slot"),
            let period = row.text("period").flatMap({ Period($0) }), let scope = row.text("scope").flatMap({ Name($0) }),
            let status = row.text("status").flatMap({ FigureStatus(rawValue: $0) })
        else { throw Thawing.broken }
        do {
            let figure = SlotFigure(
                slot: id, figures: try FrozenJSON.value([Figure].self, row.text("figures") ?? ""), indicator: row.text("indicator") ?? "",
                name: Words(zh: row.text("name_zh") ?? "", en: row.text("name_en") ?? ""), value: row.text("value"), word: row.text("word"),
                printed: row.text("printed") ?? "", unit: row.text("unit"), period: period, scope: scope, status: status,
                rows: row.number("records") ?? 0, expected: row.number("expected"), reported: row.number("reported"),
                operands: try FrozenJSON.value([Figure.Operand].self, row.text("operands") ?? ""), isInText: row.number("in_text") == 1)
            return PrintedFigure(id: id, kind: kind, figure: figure)
        } catch is DecodingError { throw Thawing.broken }
    }

    private func finding(_ row: [Name: Value]) throws -> Finding {
        guard let id = row.text("claim"), let verdict = row.text("verdict").flatMap({ Verdict(rawValue: $0) }) else { throw Thawing.broken }
        do {
            let numbers = try FrozenJSON.value([String: String].self, row.text("numbers") ?? "")
            var values: [FindingMember: Amount] = [:]
            for (key, text) in numbers { if let member = FindingMember(rawValue: key) { values[member] = Amount(text) } }
            let surprise = row.text("surprise_zh").map { Words(zh: $0, en: row.text("surprise_en") ?? $0) }
            return Finding(
                id: id, form: row.text("form") ?? "", text: Words(zh: row.text("text_zh") ?? "", en: row.text("text_en") ?? ""), verdict: verdict,
                reason: Words(zh: row.text("reason_zh") ?? "", en: row.text("reason_en") ?? ""), evidence: try evidence(of: id),
                names: try FrozenJSON.value([String].self, row.text("names") ?? ""), register: row.text("register").flatMap { Name($0) },
                values: values, surprise: surprise)
        } catch is DecodingError { throw Thawing.broken }
    }

    private func evidence(of claim: String) throws -> [Evidence] {
        try rows[EditionTables.evidence].filter { $0.text("claim") == claim }.map { row in
            guard let period = row.text("period").flatMap({ Period($0) }), let status = row.text("status").flatMap({ FigureStatus(rawValue: $0) })
            else { throw Thawing.broken }
            return Evidence(
                indicator: row.text("indicator") ?? "", name: Words(zh: row.text("name_zh") ?? "", en: row.text("name_en") ?? ""), period: period,
                printed: row.text("printed") ?? "", status: status, rows: row.number("records") ?? 0)
        }
    }
}

extension [Name: Value] {
    fileprivate func text(_ name: Name) -> String? { self[name]?.text }
    fileprivate func number(_ name: Name) -> Int? { self[name]?.integer.flatMap { Int(exactly: $0) } }
    fileprivate var words: Words { Words(zh: text("zh") ?? "", en: text("en") ?? "") }
    fileprivate var place: Place { Place(file: text("file") ?? "", line: number("line") ?? 1, column: number("column") ?? 1) }
}
