/// A name that may stand in a statement unbound: lower-case letters, digits and underscores, a letter first, at most 60.
///
/// The dialect quotes it; nothing that breaks out of quotes can be a `Name`.
public struct Name: Sendable, Hashable {
    /// The name itself, without quotes.
    public let text: String

    /// The name, or nil where the text is none.
    public init?(_ text: String) {
        guard Name.isName(text) else { return nil }
        self.text = text
    }

    /// A name that is written in the source; letters outside the alphabet are dropped.
    public init(literal text: StaticString) { self.text = text.description.filter { Name.isName("a\($0)") } }

    /// Whether a text may be a name.
    public static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 60 else { return false }
        return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }

    /// This name with a written ending, as `enterprise` and `enterprise_past`. Where that is too long, the middle gives way to
    /// a mark of the whole, so that two names never become one.
    public func appending(_ ending: StaticString) -> Name {
        let whole = text + ending.description
        if let name = Name(whole) { return name }
        let mark = "_" + Hexadecimal.text(DigestStream.digest(Array(whole.utf8)).prefix(6))
        let kept = text.prefix(max(1, 60 - mark.utf8.count - ending.utf8CodeUnitCount))
        return Name(kept + mark + ending.description) ?? self
    }
}

extension Name: ExpressibleByStringLiteral {
    /// A name that is written in the source.
    public init(stringLiteral value: StaticString) { self.init(literal: value) }
}
