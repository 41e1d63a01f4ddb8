public import Storage

/// `text`: one line.
public struct TextField: FieldKind {
    public static let word = "text"
    public static let keys = ["longest"]

    /// The most characters.
    public let longest: Int

    public init?(_ entry: Entry, _ diagnostics: inout Diagnostics) {
        longest = entry["longest"].flatMap { $0.whole(1...2000, &diagnostics) } ?? 200
    }

    public var type: TermType { .text }
    public func columns(_ name: Name) -> [Column] { [Column(name, .text)] }

    public func read(_ input: Input, _ context: InputContext) throws(Fault) -> Value {
        if case .text(let text) = input, TextField.isPlain(text, longest: longest) { return .text(text) }
        let text = Narrow.trimmed(input.shown)
        if text.contains(where: \.isNewline) { throw Fault(zh: "这里只能写一行。", en: "Only one line fits here.") }
        return .text(try TextField.checked(text, longest: longest))
    }

    public func text(_ value: Value, _ language: Language) -> String { value.text ?? "" }

    /// Whether a text needs no closer look: short, no blank at either end, and no byte that a control character, a line's end or a
    /// blank of another script begins with, and no 密 that might belong to a mark of secrecy.
    private static func isPlain(_ text: String, longest: Int) -> Bool {
        let bytes = text.utf8
        guard bytes.count <= longest, let first = bytes.first, first != 0x20, bytes.last != 0x20 else { return false }
        var (last, before): (UInt8, UInt8) = (0, 0)
        for byte in bytes {
            guard byte >= 0x20, byte != 0x7F, byte != 0xC2, byte != 0xE1, byte != 0xE2, byte != 0xE3 else { return false }
            if byte == 0x86, last == 0xAF, before == 0xE5 { return false }
            (before, last) = (last, byte)
        }
        return true
    }

    static func checked(_ text: String, longest: Int) throws(Fault) -> String {
        guard text.count <= longest else {
            throw Fault(zh: "最多 \(longest) 个字，写了 \(text.count) 个。", en: "At most \(longest) characters; there are \(text.count).")
        }
        let isControl: (Unicode.Scalar) -> Bool = { $0.value < 0x20 && $0.value != 0x0A && $0.value != 0x09 && $0.value != 0x0D }
        if text.unicodeScalars.contains(where: isControl) {
            throw Fault(zh: "里面有看不见的控制字符，请重新输入。", en: "There are invisible control characters in it; type it again.")
        }
        if SecrecyMark.marks(text) { throw SecrecyMark.fault }
        return text
    }
}
