/// Hundredths as the forms write them: `12345` is `123.45`.
enum Hundredths {
    static func text(_ value: Int64) -> String {
        let whole = value.magnitude / 100
        let rest = value.magnitude % 100
        return "\(value < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// Reads `123.45`, `-3`, `0.5`; nil where it is anything else.
    static func value(_ text: String) -> Int64? {
        let isNegative = text.hasPrefix("-")
        let parts = (isNegative ? text.dropFirst() : text[...]).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let whole = Int64(first), whole >= 0 else { return nil }
        let decimals = parts.count > 1 ? String(parts[1]) : ""
        guard decimals.count <= 2, let rest = decimals.isEmpty ? 0 : Int64(decimals), rest >= 0 else { return nil }
        let scaled = decimals.count == 1 ? rest * 10 : rest
        let (product, overflow) = whole.multipliedReportingOverflow(by: 100)
        guard !overflow, product <= .max - scaled else { return nil }
        return isNegative ? -(product + scaled) : product + scaled
    }
}
