import Storage

/// Reads the numbers that people type: `1,234.5`, `１２３．５万元`, `-3`, `12%`.
struct NumberReading {
    /// The field's own unit.
    let unit: Unit?
    let places: Int

    /// The stored whole number. Throws where it is no number, has another dimension, or has more places than the field keeps.
    func units(_ input: Input, headUnit: Unit?) throws(Fault) -> Int64 {
        if headUnit == nil {
            switch input {
            case .text(let text), .number(let text): if let units = NumberReading.plain(text, places: places) { return units }
            default: break
            }
        }
        let (amount, written) = try amount(input)
        guard let unit else {
            if let written { throw Fault(zh: "这里不带单位，却写了“\(written.symbol)”。", en: "No unit belongs here, but “\(written.symbol)” was written.") }
            return try stored(amount)
        }
        let given = written ?? headUnit ?? unit
        guard let factor = given.factor(to: unit) else {
            throw Fault(zh: "“\(given.symbol)”不能换算成“\(unit.symbol)”。", en: "“\(given.symbol)” can't be converted into “\(unit.symbol)”.")
        }
        guard let converted = try? amount.multiplied(by: factor) else { throw tooLarge }
        return try stored(converted)
    }

    /// The units of a plain decimal without sign but `-`, separators or unit, which nearly every cell is; nil for anything else,
    /// and for what has more than 17 digits or more places than are kept.
    private static func plain(_ text: String, places: Int) -> Int64? {
        var units: Int64 = 0
        var digits = 0
        var after = -1
        var isNegative = false
        var isFirst = true
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39:
                digits += 1
                if after >= 0 { after += 1 }
                guard digits <= 17, after <= places else { return nil }
                units = units * 10 + Int64(byte &- 0x30)
            case 0x2E where after < 0 && digits > 0: after = 0
            case 0x2D where isFirst: isNegative = true
            default: return nil
            }
            isFirst = false
        }
        guard digits > 0, after != 0 else { return nil }
        var missing = places - max(after, 0)
        guard digits + missing <= 18 else { return nil }
        while missing > 0 {
            units *= 10
            missing -= 1
        }
        return isNegative ? -units : units
    }

    private var tooLarge: Fault { Fault(zh: "数太大，放不下。", en: "The number is too large.") }

    private func stored(_ amount: Amount) throws(Fault) -> Int64 {
        if let units = amount.units(places: places) { return units }
        let rounded = AmountText.round(amount, places: places)
        guard rounded.units(places: places) != nil else { throw tooLarge }
        if rounded != amount {
            let kept = places == 0 ? ("整数", "a whole number") : ("\(places) 位小数", "\(places) decimal place(s)")
            throw Fault(
                zh: "这里只保留\(kept.0)，“\(amount)”放不下；请四舍五入后再填。", en: "Only \(kept.1) is kept here, so “\(amount)” doesn't fit; round it first.")
        }
        throw tooLarge
    }

    /// The exact number with the unit that is written behind it.
    func amount(_ input: Input) throws(Fault) -> (Amount, Unit?) {
        switch input {
        case .number(let text):
            if let amount = Amount(text) { return (amount, nil) }
            throw Fault(zh: "“\(text.prefix(40))”不是数，或位数太多。", en: "“\(text.prefix(40))” is no number, or has too many digits.")
        case .text(let text): return try typed(Narrow.text(text))
        default: throw Fault(zh: "这里要填数，“\(input.shown.prefix(40))”不是。", en: "A number is needed here; “\(input.shown.prefix(40))” is none.")
        }
    }

    private func typed(_ text: String) throws(Fault) -> (Amount, Unit?) {
        let isPart: (Character) -> Bool = { $0.isASCII && ($0.isNumber || ".,+- ".contains($0)) }
        let number = text.prefix(while: isPart)
        let rest = Narrow.trimmed(String(text.dropFirst(number.count)))
        let digits = Narrow.trimmed(String(number))
        guard let plain = NumberReading.ungrouped(digits), let amount = Amount(plain) else {
            throw Fault(
                zh: "“\(text.prefix(40))”不是数。写成 1234.5 或 1,234.5。", en: "“\(text.prefix(40))” is no number. Write 1234.5 or 1,234.5.")
        }
        guard !rest.isEmpty else { return (amount, nil) }
        guard let unit = Unit(rest) else { throw Fault(zh: "不认识的单位“\(rest.prefix(20))”。", en: "Unknown unit “\(rest.prefix(20))”.") }
        return (amount, unit)
    }

    /// Without the commas between thousands; nil where a comma stands anywhere else (`1,23` is not 123).
    static func ungrouped(_ text: String) -> String? {
        guard text.contains(",") else { return text.contains(" ") ? nil : text }
        let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        var whole = halves[0][...]
        var sign = ""
        if let first = whole.first, first == "-" || first == "+" {
            sign = String(first)
            whole.removeFirst()
        }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        guard halves.count == 1 || !halves[1].contains(",") else { return nil }
        return sign + groups.joined() + (halves.count == 2 ? "." + halves[1] : "")
    }
}

/// The limits that number, money and quantity fields share.
struct NumberLimits: Sendable {
    var least: Amount?
    var most: Amount?

    init(_ entry: Entry, _ diagnostics: inout Diagnostics) {
        least = NumberLimits.amount(entry["least"], &diagnostics)
        most = NumberLimits.amount(entry["most"], &diagnostics)
        if let least, let most, least > most, let place = entry["least"]?.place {
            diagnostics.add(place, "limits", zh: "下限大于上限。", en: "The least is above the most.")
        }
    }

    static func amount(_ entry: Entry?, _ diagnostics: inout Diagnostics) -> Amount? {
        guard let entry else { return nil }
        if let amount = entry.scalar.flatMap({ Amount($0) }) { return amount }
        diagnostics.add(entry.place, "number", zh: "这里要写一个数。", en: "A number is needed here.")
        return nil
    }

    func check(_ units: Int64, places: Int, unit: Unit?) throws(Fault) {
        let amount = Amount(units: units, places: places)
        let symbol = unit?.symbol ?? ""
        if let least, amount < least { throw Fault(zh: "不能小于 \(least)\(symbol)。", en: "It may not be below \(least)\(symbol).") }
        if let most, amount > most { throw Fault(zh: "不能大于 \(most)\(symbol)。", en: "It may not be above \(most)\(symbol).") }
    }
}
