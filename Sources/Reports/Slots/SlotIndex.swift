/// Which slot a figure of the text fills: by the same expression, in the order of the declaration.
struct SlotIndex {
    private var waiting: [String: [String]] = [:]
    private var first: [String: String] = [:]

    init(_ slots: [Slot], _ bench: Bench) {
        // Slots of the text come before facts that the source merely printed.
        for slot in slots.filter(\.isSlot) + slots.filter({ !$0.isSlot }) {
            for piece in slot.pieces {
                guard let key = SlotIndex.key(piece, bench) else { continue }
                waiting[key, default: []].append(slot.id)
                if first[key] == nil { first[key] = slot.id }
            }
        }
    }

    /// The next slot of that expression that is not yet filled; the first of them when all are.
    mutating func next(_ key: String) -> String? {
        guard var left = waiting[key], !left.isEmpty else { return first[key] }
        let slot = left.removeFirst()
        waiting[key] = left
        return slot
    }

    /// What a figure or finding is known by.
    static func key(_ piece: Piece, _ bench: Bench) -> String? {
        switch piece {
        case .figure(let written):
            written.display == .change ? bench.text(written.formula.growth) : bench.text(written.formula)
        case .finding(let finding): key(finding)
        default: nil
        }
    }

    static func key(_ finding: WrittenFinding) -> String { "\(finding.claim).\(finding.member.rawValue)" }
}
