import Formats
import Storage

/// Reads the numbers of a column exactly, in the unit that was asked for.
struct OutsideColumn {
    /// The unit of bare numbers.
    let unit: Unit?
    let wanted: Unit?

    /// What tables write where there is nothing.
    private static let dashes: Set<String> = ["-", "--", "—", "——", "/", "…", "……"]

    /// The number and the places it is written with; nil for an empty cell or a dash. Throws where the cell holds anything else.
    func read(_ cell: SheetCell) throws(Fault) -> (amount: Amount, places: Int)? {
        if cell.isBlank || OutsideColumn.dashes.contains(Narrow.text(cell.plain)) { return nil }
        let input: Input =
            switch cell {
            case .number(let text): .number(text)
            case .text(let text): .text(text)
            case .percent(let text): .text(text + "%")
            default:
                throw Fault(
                    zh: "这里要填数，“\(cell.plain.prefix(40))”不是。", en: "A number is needed here; “\(cell.plain.prefix(40))” is none.")
            }
        let (amount, written) = try NumberReading(unit: wanted, places: 0).amount(input)
        let digits = Narrow.text(input.shown).prefix { $0.isASCII && ($0.isNumber || ",.+-".contains($0)) }
        let places = digits.firstIndex(of: ".").map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
        guard let wanted else {
            if let written { throw Fault(zh: "这里不带单位，却写了“\(written.symbol)”。", en: "No unit belongs here, but “\(written.symbol)” was written.") }
            return (amount, places)
        }
        let given = written ?? unit ?? wanted
        guard let factor = given.factor(to: wanted), let converted = try? amount.multiplied(by: factor) else {
            throw Fault(zh: "“\(given.symbol)”不能换算成“\(wanted.symbol)”。", en: "“\(given.symbol)” can't be converted into “\(wanted.symbol)”.")
        }
        return (converted, places)
    }
}
