/// Reads the query of an address as a browser writes it.
enum Address {
    /// At most so many pairs are read; no page writes nearly as many.
    static let mostPairs = 200

    /// The pairs in order, decoded. A problem where the encoding is broken, isn't UTF-8 or hides control characters.
    ///
    /// - Parameter most: how many pairs are read; a form may have more of them than an address.
    static func pairs(_ query: String?, most: Int = mostPairs) throws(Problem) -> [(name: String, value: String)] {
        guard let query, !query.isEmpty else { return [] }
        var pairs: [(name: String, value: String)] = []
        for part in query.split(separator: "&") {
            guard pairs.count < most else { throw Problem.badAddress }
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            pairs.append((try decoded(sides[0]), sides.count > 1 ? try decoded(sides[1]) : ""))
        }
        return pairs
    }

    /// The text of a percent-encoded piece.
    static func decoded(_ piece: Substring) throws(Problem) -> String {
        var bytes: [UInt8] = []
        var rest = piece.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case 0x2B: bytes.append(0x20)
            case 0x25:
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { throw Problem.badAddress }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 })
        else { throw Problem.badAddress }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
