/// A piece of a page, escaped by default.
///
/// It is written as a literal: what is interpolated as text is escaped, what is interpolated as `HTML` stands as it is.
/// A `String` variable can therefore not become markup, whoever typed it.
struct HTML: Sendable, ExpressibleByStringInterpolation {
    typealias StringLiteralType = StaticString

    /// The markup.
    private(set) var text: String

    init(stringLiteral value: StaticString) { text = value.description }
    init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

    /// A text, escaped.
    init(_ plain: some StringProtocol) {
        text = ""
        HTML.escape(plain, into: &text)
    }

    /// Markup that another part of the program has already escaped, such as a compiled report.
    static func trusted(_ markup: String) -> HTML {
        var html: HTML = ""
        html.text = markup
        return html
    }

    var isEmpty: Bool { text.isEmpty }

    static func += (left: inout HTML, right: HTML) { left.text += right.text }
    static func + (left: HTML, right: HTML) -> HTML {
        var sum = left
        sum += right
        return sum
    }

    /// Collects literals and values of one piece.
    struct Interpolation: StringInterpolationProtocol {
        var text = ""
        init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity + interpolationCount * 16) }
        mutating func appendLiteral(_ literal: StaticString) { text += literal.description }
        mutating func appendInterpolation(_ html: HTML) { text += html.text }
        mutating func appendInterpolation(_ plain: some StringProtocol) { HTML.escape(plain, into: &text) }
        mutating func appendInterpolation(_ number: Int) { text += String(number) }
        mutating func appendInterpolation(_ number: Int64) { text += String(number) }
        /// What stands where there is something, nothing where there isn't.
        mutating func appendInterpolation(_ html: HTML?) { if let html { text += html.text } }
        /// Pieces one after the other.
        mutating func appendInterpolation(_ list: [HTML]) { for piece in list { text += piece.text } }
    }

    /// The five characters that mean something in markup or in an attribute; others that no page may hold become �.
    static func escape(_ plain: some StringProtocol, into text: inout String) {
        var run: [UInt8] = []
        for byte in plain.utf8 {
            switch byte {
            case 0x26: run += Array("&amp;".utf8)
            case 0x3C: run += Array("&lt;".utf8)
            case 0x3E: run += Array("&gt;".utf8)
            case 0x22: run += Array("&quot;".utf8)
            case 0x27: run += Array("&#39;".utf8)
            case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F: run += Array("\u{FFFD}".utf8)
            default: run.append(byte)
            }
        }
        text += String(decoding: run, as: UTF8.self)
    }
}

extension [HTML] {
    /// The pieces with the same joint between them.
    func joined(by joint: HTML) -> HTML {
        var sum: HTML = ""
        for (index, piece) in enumerated() {
            if index > 0 { sum += joint }
            sum += piece
        }
        return sum
    }
}
