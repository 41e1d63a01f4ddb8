import Foundation
import Indicators
import Registers
import Storage

/// A stretch of an edition's text as it is kept: short keys, and nothing that a later release would have to know by heart.
///
/// What later releases add must be optional, so that every edition can always be read.
struct FrozenRun: Codable {
    /// The text.
    var t: String
    /// `w` words, `v` vouched, `u` unsourced, `f` figure.
    var k: String
    /// The claim that it stands under.
    var c: String?
    /// Of a figure: slot, expression, finding, what can be opened, period, and the figure.
    var s: String?
    var e: String?
    var d: String?
    var i: String?
    var r: String?
    /// The record that a list names.
    var n: Int64?
    var p: String?
    var f: Figure?

    init(_ run: ReportRun) {
        t = run.text
        c = run.claim
        switch run.kind {
        case .words: k = "w"
        case .vouched: k = "v"
        case .unsourced: k = "u"
        case .figure(let mark):
            k = "f"
            s = mark.slot
            e = mark.expression
            d = mark.finding
            i = mark.indicator?.text
            r = mark.register?.text
            n = mark.record
            p = mark.period.description
            f = mark.figure
        }
    }

    /// The run; nil where it can't be read.
    var run: ReportRun? {
        switch k {
        case "w": return ReportRun(t, .words, claim: c)
        case "v": return ReportRun(t, .vouched, claim: c)
        case "u": return ReportRun(t, .unsourced, claim: c)
        default:
            guard let e, let period = p.flatMap({ Period($0) }) else { return nil }
            var mark = FigureMark(
                slot: s, expression: e, figure: f, finding: d, indicator: i.flatMap { Name($0) }, register: r.flatMap { Name($0) }, period: period)
            mark.record = n
            return ReportRun(t, .figure(mark), claim: c)
        }
    }
}

extension FigureMark {
    /// A mark as it was kept.
    init(slot: String?, expression: String, figure: Figure?, finding: String?, indicator: Name?, register: Name?, period: Period) {
        self.slot = slot
        self.expression = expression
        self.figure = figure
        self.finding = finding
        self.indicator = indicator
        self.register = register
        self.period = period
    }
}

/// JSON as the frozen tables hold it: keys in order, so that the same content is the same text.
enum FrozenJSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<T: Decodable>(_ type: T.Type, _ text: String) throws -> T { try JSONDecoder().decode(type, from: Data(text.utf8)) }
}
