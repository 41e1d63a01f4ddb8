import Storage

/// What an indicator counts, as it was written: `sum of latest sales.output_to_date by enterprise`.
public struct Measure: Sendable, Hashable {
    /// How the counted values become one.
    public enum Aggregate: String, Sendable, Hashable, CaseIterable {
        case count, distinct, sum, average, median, max, min, latest
    }

    /// The three forms of a measure.
    public enum Shape: Sendable, Hashable {
        /// `sum of latest sales.output by enterprise where …`; a path of one name counts records.
        case aggregate(Aggregate, latest: Bool, path: [String], by: [String]?, filter: Formula?)
        /// `count of enterprise where … having gross_output >= …`
        case members(register: String, filter: Formula?, having: Formula)
        /// An expression over indicators.
        case derived(Formula)
    }

    public var shape: Shape
    public var place: Place
    /// The text as written.
    public var text: String

    /// Parses a measure; `place` is where the text begins.
    public init(_ text: String, at place: Place) throws(Diagnostic) {
        var parser = try FormulaParser(text, at: place)
        self.text = text
        self.place = place
        shape = try parser.measure()
        try parser.end()
    }
}

extension FormulaParser {
    fileprivate mutating func measure() throws(Diagnostic) -> Measure.Shape {
        guard case .name(let word) = token, following == .name("of") else { return .derived(try expression()) }
        guard let aggregate = Measure.Aggregate(rawValue: word) else {
            let names = Measure.Aggregate.allCases.map(\.rawValue)
            throw Diagnostic(
                place, "aggregate",
                Words(
                    zh: "“\(word)”不是汇总方式，可用：\(names.joined(separator: "、"))。", en: "“\(word)” is no aggregate; use \(names.joined(separator: ", "))."),
                suggestion: Suggestion.nearest(to: word, among: names))
        }
        advance()
        advance()
        let isLatest = take("latest")
        let path = try path()
        let by = take("by") ? try self.path() : nil
        let filter = take("where") ? try expression() : nil
        if aggregate == .count, !isLatest, by == nil, path.count == 1, take("having") {
            return .members(register: path[0], filter: filter, having: try expression())
        }
        return .aggregate(aggregate, latest: isLatest, path: path, by: by, filter: filter)
    }
}
