import Storage

/// Compares what was computed with what a writer expected. It never changes what is printed.
enum Expectation {
    /// Nil where the value, rounded to the places that were written, is what was expected.
    static func differs(_ value: Amount, from written: String) -> (zh: String, en: String)? {
        let places = written.split(separator: ".").dropFirst().first?.count ?? 0
        guard let expected = Amount(written) else { return nil }
        let found = AmountText.rounded(value, places: places)
        guard AmountText.round(value, places: places) != expected else { return nil }
        return ("写稿人预期\(written)，账上是\(found)", "\(written) was expected, the book has \(found)")
    }
}
