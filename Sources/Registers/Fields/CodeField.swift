public import Storage

/// `code`: a code that is checked, or that the book numbers itself.
public struct CodeField: FieldKind {
    public static let word = "code"
    public static let keys = ["scheme", "pattern"]

    /// How a code is made up.
    public enum Scheme: Sendable, Hashable {
        /// 统一社会信用代码, GB 32100-2015.
        case uscc
        /// 投资项目代码 of 24 digits, `2203-620200-04-01-123456`.
        case project24
        /// GB/T 2260, six digits.
        case region
        /// Numbered by the book: `YH{year}-{seq:4}`.
        case pattern(NumberPattern)
        /// Any code.
        case free
    }

    public let scheme: Scheme

    public init?(_ entry: Entry, _ diagnostics: inout Diagnostics) {
        if let pattern = entry["pattern"] {
            guard let text = pattern.text(&diagnostics) else { return nil }
            guard let parsed = NumberPattern(text) else {
                diagnostics.add(
                    pattern.place, "pattern", zh: "编号格式写成 YH{year}-{seq:4}。", en: "Write a pattern as YH{year}-{seq:4}.")
                return nil
            }
            scheme = .pattern(parsed)
        } else if let entry = entry["scheme"] {
            guard let found = entry.choice([("uscc", Scheme.uscc), ("project24", .project24), ("region", .region)], &diagnostics) else { return nil }
            scheme = found
        } else {
            scheme = .free
        }
    }

    public var type: TermType { .text }
    public func columns(_ name: Name) -> [Column] { [Column(name, .text)] }

    public func read(_ input: Input, _ context: InputContext) throws(Fault) -> Value {
        let text = Narrow.text(input.shown).uppercased()
        switch scheme {
        case .uscc: return .text(try CreditCode.checked(text))
        case .project24:
            let groups = text.split(separator: "-").map(\.count)
            guard groups == [4, 6, 2, 2, 6] || groups == [20] || groups == [24], text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "-") }) else {
                throw Fault(zh: "项目代码形如 2203-620200-04-01-123456。", en: "A project code looks like 2203-620200-04-01-123456.")
            }
        case .region:
            guard text.count == 6, text.allSatisfy({ $0.isASCII && $0.isNumber }) else {
                throw Fault(zh: "行政区划代码是 6 位数字。", en: "A region's code has 6 digits.")
            }
        case .pattern, .free:
            let typed = Narrow.text(input.shown)
            guard typed.count <= 64, !typed.contains(where: \.isNewline) else {
                throw Fault(zh: "编号最多 64 个字。", en: "A code has at most 64 characters.")
            }
            return .text(typed)
        }
        return .text(text)
    }

    public func text(_ value: Value, _ language: Language) -> String { value.text ?? "" }
}

/// How the book numbers records: literal text, `{year}` and `{seq:width}` by turns.
public struct NumberPattern: Sendable, Hashable {
    let before: String
    let hasYear: Bool
    let between: String
    let width: Int

    init?(_ text: String) {
        guard let open = text.range(of: "{seq:"), text.hasSuffix("}"), let width = Int(text[open.upperBound...].dropLast()), (1...9).contains(width)
        else { return nil }
        let head = text[..<open.lowerBound]
        if let year = head.range(of: "{year}") {
            (before, hasYear, between) = (String(head[..<year.lowerBound]), true, String(head[year.upperBound...]))
        } else {
            (before, hasYear, between) = (String(head), false, "")
        }
        self.width = width
        guard !(before + between).contains(where: { "{}".contains($0) }) else { return nil }
    }

    /// The code of a sequence number in a year.
    public func code(_ number: Int64, year: Int) -> String {
        let digits = String(number)
        let padded = String(repeating: "0", count: max(0, width - digits.count)) + digits
        return before + (hasYear ? String(year) : "") + between + padded
    }

    /// What all codes of a year begin with.
    public func prefix(year: Int) -> String { before + (hasYear ? String(year) : "") + between }
}
