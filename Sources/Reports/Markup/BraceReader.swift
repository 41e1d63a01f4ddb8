import Registers
import Storage

/// Reads what stands in one pair of braces, other than the words that open and close blocks.
enum BraceReader {
    static func piece(_ content: String, at place: Place) throws(Diagnostic) -> Piece {
        if let form = PeriodForm(content) { return .period(form) }
        if content.hasPrefix("about ") { return .about(try approximation(content, at: place)) }
        for (word, display) in [("cn ", Display.numeral), ("ordinal ", .ordinal)] where content.hasPrefix(word) {
            let rest = String(content.dropFirst(word.count)).trimmed
            return try value(rest, display: display, at: place.moved(by: content.count - rest.count))
        }
        return try value(content, display: nil, at: place)
    }

    /// An expression, with the ending that says how it is printed.
    private static func value(_ text: String, display: Display?, at place: Place) throws(Diagnostic) -> Piece {
        let formula = try FormulaParser.formula(counted(text), at: place)
        if let finding = try finding(formula, display: display) { return .finding(finding) }
        guard case .path(let path) = formula.kind, let last = path.last, path.count > 1 else {
            return .figure(WrittenFigure(formula, display ?? .value))
        }
        let endings: [String: Display] = ["change": .change, "date": .date, "full": .full, "month": .month]
        guard let ending = endings[last] else { return .figure(WrittenFigure(formula, display ?? .value)) }
        return .figure(WrittenFigure(Formula(.path(Array(path.dropLast())), formula.place), ending))
    }

    /// `C14.names 2` is `C14.names(2)`.
    private static func counted(_ text: String) -> String {
        guard let space = text.lastIndex(where: \.isWhitespace), Int(text[text.index(after: space)...]) != nil else { return text }
        let head = String(text[..<space]).trimmed
        return head.hasSuffix(".names") ? "\(head)(\(text[text.index(after: space)...]))" : text
    }

    private static func finding(_ formula: Formula, display: Display?) throws(Diagnostic) -> WrittenFinding? {
        let path: [String]
        var limit: Int?
        switch formula.kind {
        case .path(let names): path = names
        case .call(let names, let arguments):
            path = names
            if arguments.count == 1, case .number(let amount, nil) = arguments[0].kind, let count = amount.units(places: 0), count > 0 {
                limit = Int(clamping: count)
            }
        default: return nil
        }
        guard let claim = path.first, ClaimID.looksLike(claim) else { return nil }
        guard path.count == 2, let member = FindingMember(rawValue: path[1]) else {
            let members = FindingMember.allCases.map(\.rawValue)
            throw Diagnostic(
                formula.place, "unknown-member",
                Words(
                    zh: "表述后面可以写：\(members.map { "." + $0 }.joined(separator: "、"))。",
                    en: "After a claim may stand \(members.map { "." + $0 }.joined(separator: ", "))."),
                suggestion: path.count > 1 ? Suggestion.nearest(to: path[1], among: members) : nil)
        }
        return WrittenFinding(claim: claim, member: member, limit: limit, display: display ?? .value, place: formula.place)
    }

    /// `about 超过 F to 40 亿元`, or `about 余 F` with the round number that suits.
    private static func approximation(_ content: String, at place: Place) throws(Diagnostic) -> WrittenApproximation {
        let rest = String(content.dropFirst("about ".count)).trimmed
        let start = place.moved(by: content.count - rest.count)
        let written = String(rest.prefix { !$0.isWhitespace })
        guard let word = ApproximationWord(rawValue: written) else {
            let words = ApproximationWord.allCases.map(\.rawValue)
            throw Diagnostic(
                start, "approximation",
                Words(
                    zh: "“\(written)”不是约数词，可用：\(words.joined(separator: "、"))。",
                    en: "“\(written)” is no approximation word; use \(words.joined(separator: ", "))."),
                suggestion: Suggestion.nearest(to: written, among: words))
        }
        let tail = String(rest.dropFirst(written.count)).trimmed
        let tailPlace = start.moved(by: rest.count - tail.count)
        guard let to = tail.range(of: " to ", options: .backwards) else {
            return WrittenApproximation(word: word, formula: try FormulaParser.formula(tail, at: tailPlace), mark: nil, place: place)
        }
        let mark = String(tail[to.upperBound...]).trimmed
        let markPlace = tailPlace.moved(by: tail.count - mark.count)
        let formula = try FormulaParser.formula(String(tail[..<to.lowerBound]).trimmed, at: tailPlace)
        return WrittenApproximation(word: word, formula: formula, mark: try FormulaParser.formula(mark, at: markPlace), place: place)
    }
}
