/// The nearest of some labels to a header, letter by letter: one wrong character of four is near, though it is three bytes of twelve.
public enum NearLabel {
    /// The closest label, if at most a third of its letters differ.
    public static func nearest(to written: String, among labels: [String]) -> String? {
        var best: (label: String, distance: Int)?
        for label in labels where label != written {
            let limit = max(1, max(label.count, written.count) / 3)
            guard written.count <= 40, abs(label.count - written.count) <= limit else { continue }
            let (left, right) = numbered(written, label)
            let distance = Suggestion.distance(left, right)
            if distance <= limit, distance < min(best?.distance ?? .max, label.count) { best = (label, distance) }
        }
        return best?.label
    }

    /// Each letter of the two as a number of its own.
    private static func numbered(_ left: String, _ right: String) -> ([UInt8], [UInt8]) {
        var numbers: [Character: UInt8] = [:]
        func numbered(_ text: String) -> [UInt8] {
            text.map { letter in
                if let known = numbers[letter] { return known }
                let number = UInt8(truncatingIfNeeded: numbers.count)
                numbers[letter] = number
                return number
            }
        }
        return (numbered(left), numbered(right))
    }
}
