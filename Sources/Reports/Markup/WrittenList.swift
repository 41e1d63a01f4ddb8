public import Registers
import Storage

/// `task where due <= period.end by unit, due at most 10 项`: which records a list or a table of a text is made of.
public struct WrittenList: Sendable, Hashable {
    /// One field that the order goes by.
    public struct Order: Sendable, Hashable {
        public var path: [String]
        public var descending: Bool
    }

    /// The register, as it was written.
    public var register: String
    /// What its records must meet.
    public var filter: Formula?
    /// The first deciding.
    public var order: [Order]
    /// How many at most; nil for all.
    public var most: Int?
    /// What they are counted in where some are left out: 项, 家.
    public var counter: String
    /// Where it was written.
    public var place: Place
}

/// `{rows task where due <= period.end by due: name, unit, due}`: a table with a row a record.
public struct WrittenRows: Sendable, Hashable {
    /// Which records.
    public var list: WrittenList
    /// Fields of the records, or figures broken down by them.
    public var columns: [Formula]
}

/// Reads which records are meant.
enum ListReader {
    /// `task where … by unit, due desc at most 10 项`.
    static func list(_ text: String, at place: Place) throws(Diagnostic) -> WrittenList {
        var rest = text
        var list = WrittenList(register: String(text.prefix { !$0.isWhitespace }), filter: nil, order: [], most: nil, counter: "项", place: place)
        guard Name(list.register) != nil else {
            throw Diagnostic(
                place, "list", Words(zh: "先写台账，如 {list task where … by due}。", en: "Begin with a register, as {list task where … by due}."))
        }
        if let at = last(" at most ", in: rest) {
            let words = rest[at.upperBound...].split(whereSeparator: \.isWhitespace).map(String.init)
            guard let count = words.first.flatMap({ Int($0) }), (1...RecordRows.greatest).contains(count), words.count <= 2 else {
                throw Diagnostic(
                    place, "list",
                    Words(
                        zh: "at most 后面写 1 到 \(RecordRows.greatest) 的数，可以再写量词。",
                        en: "After “at most” comes a number from 1 to \(RecordRows.greatest), and a measure word if you like."))
            }
            list.most = count
            if words.count == 2 { list.counter = words[1] }
            rest = String(rest[..<at.lowerBound])
        }
        if let by = last(" by ", in: rest) {
            for part in rest[by.upperBound...].split(separator: ",") {
                let words = part.split(whereSeparator: \.isWhitespace).map(String.init)
                guard let path = words.first, words.count == 1 || words.count == 2 && words[1] == "desc" else {
                    throw Diagnostic(
                        place, "list",
                        Words(
                            zh: "by 后面写字段，倒序加 desc：by unit, due desc。",
                            en: "After “by” come fields, with “desc” to turn them round: by unit, due desc."))
                }
                list.order.append(.init(path: path.split(separator: ".").map(String.init), descending: words.count == 2))
            }
            rest = String(rest[..<by.lowerBound])
        }
        let condition = String(rest.dropFirst(list.register.count)).trimmed
        guard !condition.isEmpty else { return list }
        guard condition.hasPrefix("where ") else {
            throw Diagnostic(
                place, "list", Words(zh: "写成“台账 where 条件 by 字段 at most 数”。", en: "Write “register where condition by field at most number”."))
        }
        let written = String(condition.dropFirst("where ".count)).trimmed
        let start = text.range(of: written).map { text.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
        list.filter = try FormulaParser.formula(written, at: place.moved(by: start))
        return list
    }

    /// `task where …: name, unit`; the colon is the last outside of quotes.
    static func rows(_ text: String, at place: Place) throws(Diagnostic) -> WrittenRows {
        guard let colon = last(":", in: text) else {
            throw Diagnostic(
                place, "rows", Words(zh: "写成 {rows 台账 where 条件 by 字段: 列, 列}。", en: "Write {rows register where condition by field: column, column}."))
        }
        var columns: [Formula] = []
        var start = text.distance(from: text.startIndex, to: colon.upperBound)
        for part in text[colon.upperBound...].split(separator: ",", omittingEmptySubsequences: false) {
            let blank = part.prefix(while: \.isWhitespace).count
            columns.append(try FormulaParser.formula(String(part).trimmed, at: place.moved(by: start + blank)))
            start += part.count + 1
        }
        return WrittenRows(list: try list(String(text[..<colon.lowerBound]).trimmed, at: place), columns: columns)
    }

    /// Where a word last stands outside of quotes.
    private static func last(_ word: String, in text: String) -> Range<String.Index>? {
        var from = text.endIndex
        while let found = text.range(of: word, options: .backwards, range: text.startIndex..<from) {
            if text[..<found.lowerBound].count(where: { $0 == "\"" }).isMultiple(of: 2) { return found }
            from = found.lowerBound
        }
        return nil
    }
}
