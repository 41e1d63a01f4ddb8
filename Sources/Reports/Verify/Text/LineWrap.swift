/// Puts paragraphs together again that a program has broken into lines of one width.
enum LineWrap {
    /// The paragraphs, and whether lines had to be joined. Only where most long lines end in the middle of a sentence at about one width.
    static func joined(_ lines: [String]) -> (lines: [String], isRewrapped: Bool) {
        let lengths = lines.map { $0.trimmed.unicodeScalars.count }
        let full = lengths.max() ?? 0
        let long = lines.indices.filter { lengths[$0] >= 20 }
        let broken = long.filter { full - lengths[$0] <= 4 && !isEnded(lines[$0]) }
        guard full <= 120, long.count >= 10, broken.count * 2 > long.count else { return (lines, false) }
        var out: [String] = []
        var isOpen = false
        for (index, line) in lines.enumerated() {
            let begins = line.first?.isWhitespace ?? true
            if isOpen, !begins, !NumberedHeading.begins(Letters(line.trimmed)), !out.isEmpty {
                out[out.count - 1] += line.trimmed
            } else {
                out.append(line)
            }
            isOpen = full - lengths[index] <= 4 && lengths[index] > 0
        }
        return (out, true)
    }

    /// Whether a line ends as a sentence does.
    static func isEnded(_ line: String) -> Bool {
        guard let last = line.trimmed.unicodeScalars.last else { return true }
        return "。；：！？”》）…;:!?.)】".unicodeScalars.contains(last)
    }
}
