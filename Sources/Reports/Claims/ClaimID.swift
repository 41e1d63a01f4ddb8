/// The ids of claims: `C09`, or a name such as `more_output`.
enum ClaimID {
    /// A letter, then letters, digits and underscores, at most 60.
    static func isID(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 60 else { return false }
        let isLetter: (UInt8) -> Bool = { (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) }
        return isLetter(first) && text.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }

    /// A capital and digits, so that a brace may name it where indicators are named: `{C14.count}`.
    static func looksLike(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x41...0x5A).contains(first) else { return false }
        return isID(text)
    }
}
