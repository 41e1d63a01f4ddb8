import Registers
import Storage

/// Reads a `*.slots.yaml`.
enum SlotReader {
    static func slots(_ source: Source, _ checker: TextChecker, _ diagnostics: inout Diagnostics) -> [Slot] {
        guard let root = source.entry(&diagnostics) else { return [] }
        var slots: [Slot] = []
        for (key, place, entry) in root.pairs(&diagnostics) {
            guard isID(key) else {
                diagnostics.add(
                    place, "slot-id", zh: "“\(key)”不是编号：位置写“#37”，事实写“P17”。", en: "“\(key)” is no id: write “#37” for a slot, P17 for a fact.")
                continue
            }
            if slots.contains(where: { $0.id == key }) {
                diagnostics.add(place, "duplicate-slot", zh: "“\(key)”写了两次。", en: "“\(key)” is written twice.")
                continue
            }
            var pieces: [Piece] = []
            for member in entry.members(&diagnostics) {
                guard let text = member.text(&diagnostics) else { continue }
                do throws(Diagnostic) {
                    let piece = try BraceReader.piece(text, at: member.textPlace)
                    switch piece {
                    case .figure, .finding: pieces.append(piece)
                    default:
                        diagnostics.add(member.textPlace, "slot", zh: "这里要写一个指标或表述的结果。", en: "A figure or what a claim found is needed here.")
                    }
                } catch { diagnostics.add(error) }
            }
            checker.check(pieces, &diagnostics)
            if !pieces.isEmpty { slots.append(Slot(id: key, pieces: pieces, place: place)) }
        }
        return slots
    }

    private static func isID(_ text: String) -> Bool {
        let digits = text.utf8.dropFirst()
        guard text.hasPrefix("#") || text.hasPrefix("P") else { return false }
        return !digits.isEmpty && digits.count <= 6 && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
}
