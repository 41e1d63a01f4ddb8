import Registers
import Storage

/// Reads a `.report` file: a line is a paragraph, braces hold what is computed (docs/declarations.md, Reports).
///
/// It goes on after each fault, so that a writer gets all of them at once.
struct MarkupReader {
    private let file: String
    private var lines: [ReportText.Line] = []
    private var chapter: Int?
    private var hasTitle = false
    private var rhythm: Rhythm?
    private var delay = 0
    private(set) var diagnostics = Diagnostics()

    static func read(_ source: Source, _ diagnostics: inout Diagnostics) -> ReportText {
        var reader = MarkupReader(file: source.file)
        for (index, line) in source.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            reader.read(Array(line.filter { $0 != "\r" && $0 != "\u{FEFF}" }), line: index + 1)
        }
        for diagnostic in reader.diagnostics.all { diagnostics.add(diagnostic) }
        return ReportText(lines: reader.lines, rhythm: reader.rhythm ?? .year, delay: reader.delay)
    }

    private init(file: String) { self.file = file }

    private mutating func read(_ characters: [Character], line: Int) {
        let start = characters.firstIndex { !$0.isWhitespace } ?? characters.count
        guard start < characters.count else { return }
        let here = Place(file: file, line: line, column: start + 1)
        let depth = characters[start...].prefix { $0 == "#" }.count
        if depth > 0 { return heading(characters, from: start, depth: depth, here) }
        let whole = String(characters[start...]).trimmed
        if let directive = Directive(whole) { return obey(directive, here) }
        if characters[start] == "-", start + 1 < characters.count, characters[start + 1] == " " {
            lines.append(.init(kind: .bullet, pieces: pieces(characters, from: start + 2, line: line), place: here))
            return
        }
        lines.append(.init(kind: .paragraph, pieces: pieces(characters, from: start, line: line), place: here))
    }

    private mutating func obey(_ directive: Directive, _ place: Place) {
        switch directive {
        case .chapter(let text):
            guard let number = Int(text), (1...99).contains(number) else {
                diagnostics.add(place, "chapter", zh: "{chapter} 后面要写 1 到 99 的数。", en: "{chapter} needs a number from 1 to 99.")
                return
            }
            chapter = number
        case .every(let text):
            let words = Rhythm.allCases.map(\.rawValue)
            let parts = text.split(separator: ",", maxSplits: 1).map { String($0).trimmed }
            if parts.count == 2 {
                let after = parts[1].split(whereSeparator: \.isWhitespace)
                guard after.count == 3, after[1] == "days", after[2] == "after", let days = Int(after[0]), (1...366).contains(days) else {
                    diagnostics.add(
                        place, "every", zh: "写成 {every month, 20 days after}，天数 1 到 366。",
                        en: "Write {every month, 20 days after}, with 1 to 366 days.")
                    return
                }
                delay = days
            }
            let text = parts.first ?? ""
            guard let read = Rhythm(rawValue: text) else {
                diagnostics.add(
                    place, "every", zh: "{every} 后面要写 \(words.joined(separator: "、"))。", en: "After {every} comes \(words.joined(separator: ", ")).",
                    suggestion: Suggestion.nearest(to: text, among: words))
                return
            }
            if rhythm != nil { diagnostics.add(place, "every", zh: "一份报告只写一次 {every}。", en: "A report says {every} once.") }
            rhythm = read
        case .rows(let text):
            do throws(Diagnostic) {
                let start = "{rows ".count
                lines.append(.init(kind: .rows(try ListReader.rows(text, at: place.moved(by: start))), pieces: [], place: place))
            } catch { diagnostics.add(error) }
        case .addressee(let text):
            if text.isEmpty { diagnostics.add(place, "addressee", zh: "{to} 后面要写主送机关。", en: "{to} needs whom it is addressed to.") }
            lines.append(.init(kind: .addressee, pieces: [.plain(text)], place: place))
        case .table(let text): if let table = figures(text, "table", place) { lines.append(.init(kind: .table(table), pieces: [], place: place)) }
        case .chart(let text): if let chart = figures(text, "chart", place) { lines.append(.init(kind: .chart(chart), pieces: [], place: place)) }
        }
    }

    /// `gross_output, tax over 5`, `gross_output by month`.
    private mutating func figures(_ text: String, _ rule: String, _ place: Place) -> WrittenTable? {
        var inner = text
        var periods = 5
        var parts: Rhythm?
        if let by = text.range(of: " by ", options: .backwards) {
            let word = text[by.upperBound...].trimmed
            guard let rhythm = Rhythm(rawValue: word), rhythm != .year else {
                let words = Rhythm.allCases.dropLast().map(\.rawValue)
                diagnostics.add(
                    place, rule, zh: "by 后面要写 \(words.joined(separator: "、"))。", en: "After by comes \(words.joined(separator: ", ")).",
                    suggestion: Suggestion.nearest(to: word, among: words))
                return nil
            }
            parts = rhythm
            inner = String(text[..<by.lowerBound])
        }
        if parts == nil, let over = text.range(of: " over ", options: .backwards) {
            inner = String(text[..<over.lowerBound])
            guard let count = Int(text[over.upperBound...].trimmed), (1...30).contains(count) else {
                diagnostics.add(place, rule, zh: "over 后面要写 1 到 30 的期数。", en: "After over comes a number of periods from 1 to 30.")
                return nil
            }
            periods = count
        }
        var columns: [Formula] = []
        for part in inner.split(separator: ",") {
            do throws(Diagnostic) { columns.append(try FormulaParser.formula(String(part).trimmed, at: place)) } catch {
                diagnostics.add(error)
            }
        }
        return WrittenTable(columns: columns, periods: periods, parts: parts)
    }

    private mutating func heading(_ characters: [Character], from start: Int, depth: Int, _ place: Place) {
        guard depth <= 5 else {
            diagnostics.add(place, "heading", zh: "标题最多五个 #。", en: "A heading has at most five #.")
            return
        }
        var at = start + depth
        while at < characters.count, characters[at].isWhitespace { at += 1 }
        var rest = String(characters[at...])
        // `## {chapter 3}工作实绩` says the number on the heading itself.
        if rest.hasPrefix("{chapter "), let close = rest.firstIndex(of: "}") {
            if let directive = Directive(String(rest[...close])) { obey(directive, place.moved(by: at - start)) }
            at += rest.distance(from: rest.startIndex, to: close) + 1
            rest = String(characters[at...])
        }
        if HeadingNumber.isTyped(rest) {
            diagnostics.add(
                place.moved(by: at - start), "heading-number", zh: "标题的序号由系统编排，不要手写。",
                en: "Headings are numbered by the book; don't type the number.")
        }
        let pieces = pieces(characters, from: at, line: place.line)
        if pieces.isEmpty { diagnostics.add(place, "heading", zh: "标题是空的。", en: "The heading is empty.") }
        if pieces.contains(where: { if case .item = $0 { true } else { false } }) {
            diagnostics.add(place, "item", zh: "标题里不能用 {item}。", en: "{item} can't stand in a heading.")
        }
        guard depth > 1 else {
            if hasTitle { diagnostics.add(place, "title", zh: "一份报告只有一个标题（#）。", en: "A report has one title (#).") }
            hasTitle = true
            lines.append(.init(kind: .title, pieces: pieces, place: place))
            return
        }
        lines.append(.init(kind: .heading(level: depth - 1, number: depth == 2 ? chapter : nil), pieces: pieces, place: place))
        if depth == 2 { chapter = nil }
    }

    private mutating func pieces(_ characters: [Character], from start: Int, line: Int) -> [Piece] {
        var reader = PieceReader(characters, from: start, Place(file: file, line: line, column: 1))
        let pieces = reader.read()
        for diagnostic in reader.diagnostics.all { diagnostics.add(diagnostic) }
        return pieces
    }
}

/// What a line of its own may order.
private enum Directive {
    case chapter(String)
    case table(String)
    case every(String)
    case rows(String)
    case chart(String)
    case addressee(String)

    init?(_ line: String) {
        guard line.hasPrefix("{"), line.hasSuffix("}"), !line.dropFirst().dropLast().contains(where: { $0 == "{" || $0 == "}" }) else { return nil }
        let inner = String(line.dropFirst().dropLast()).trimmed
        if inner == "chapter" || inner.hasPrefix("chapter ") {
            self = .chapter(String(inner.dropFirst("chapter".count)).trimmed)
        } else if inner.hasPrefix("table ") {
            self = .table(String(inner.dropFirst("table ".count)))
        } else if inner.hasPrefix("chart ") {
            self = .chart(String(inner.dropFirst("chart ".count)))
        } else if inner == "to" || inner.hasPrefix("to ") {
            self = .addressee(String(inner.dropFirst("to".count)).trimmed)
        } else if inner.hasPrefix("rows ") {
            self = .rows(String(inner.dropFirst("rows ".count)))
        } else if inner == "every" || inner.hasPrefix("every ") {
            self = .every(String(inner.dropFirst("every".count)).trimmed)
        } else {
            return nil
        }
    }
}
