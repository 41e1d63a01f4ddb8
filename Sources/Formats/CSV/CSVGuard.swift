/// A text that begins like a formula is run as one by spreadsheets that open a CSV file. Such a text gets a single quote before it;
/// a text that already looks guarded gets one more, so that nothing is lost when it is read again.
enum CSVGuard {
    private static let quote: UInt8 = 0x27

    /// The text needs a quote before it.
    static func isNeeded(_ text: Substring.UTF8View) -> Bool {
        var rest = text
        while rest.first == quote { rest = rest.dropFirst() }
        guard beginsFormula(rest) else { return false }
        return rest.count < text.count || !isNumber(rest)
    }

    /// The first byte of the text is a guard's quote.
    @inline(__always)
    static func isGuarded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first, first == quote else { return false }
        let rest = bytes.drop { $0 == quote }
        return beginsFormula(rest)
    }

    /// `= + - @`, their full-width forms, a tab or a carriage return.
    private static func beginsFormula(_ bytes: some Swift.Collection<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        if [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first) { return true }
        let three = Array(bytes.prefix(3))
        return three.count == 3 && three[0] == 0xEF && three[1] == 0xBC && [0x9D, 0x8B, 0x8D, 0xA0].contains(three[2])
    }

    /// A plain decimal with a sign: nothing to run.
    private static func isNumber(_ bytes: Substring.UTF8View) -> Bool {
        let digits = bytes.dropFirst()
        let points = digits.filter { $0 == 0x2E }.count
        return digits.count > points && points <= 1 && digits.allSatisfy { $0 == 0x2E || (0x30...0x39).contains($0) }
            && [0x2B, 0x2D].contains(bytes.first)
    }
}
