import Storage

/// Finds the numbers of a paragraph: digits, Chinese numerals that count something, and figures under stars.
struct QuantityScan {
    let paragraph: OutsideParagraph
    private var letters: Letters { paragraph.letters }
    private let masks: [Int: MaskScan.Found]

    init(_ paragraph: OutsideParagraph) {
        self.paragraph = paragraph
        masks = Dictionary(MaskScan(letters: paragraph.letters).found().map { ($0.range.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func found() -> [Quantity] {
        var found: [Quantity] = []
        var index = 0
        while index < letters.count {
            guard let (quantity, end) = quantity(at: index, after: found.last?.range.upperBound ?? 0) else {
                index += 1
                continue
            }
            if let quantity { found.append(quantity) }
            index = max(end, index + 1)
        }
        return found
    }

    /// What begins here: a number, or something like one that is skipped to its end.
    private func quantity(at index: Int, after last: Int) -> (Quantity?, Int)? {
        if let mask = masks[index] {
            guard mask.kind != .name else { return (nil, mask.range.upperBound) }
            let second = rangeEnd(afterDigits(mask.range.upperBound))
            let end = second.map { masks[$0]?.range.upperBound ?? digitsEnd($0) } ?? mask.range.upperBound
            return finished(index..<afterDigits(end), value: nil, upper: nil, places: 0, after: last)
        }
        guard let scalar = letters[index] else { return nil }
        if Letters.isDigit(scalar) { return arabic(index, after: last) }
        if ChineseNumber.isNumeral(scalar) { return chinese(index, after: last) }
        if Letters.isLatin(scalar) { return (nil, wordEnd(index)) }
        if let one = Doubling(letters, at: index) {
            let unit = PrintedUnit(symbol: "番", dimension: "ratio", factor: Amount(100), length: 0)
            return (
                Quantity(
                    kind: .amount, range: one.range, digits: one.range, value: Amount(Int64(one.factor)), places: 1, unit: unit,
                    approximation: one.approximation ?? .about), one.range.upperBound
            )
        }
        return nil
    }

    // MARK: digits

    private func arabic(_ start: Int, after last: Int) -> (Quantity?, Int)? {
        let end = digitsEnd(start)
        if isLabel(start, end) { return (nil, wordEnd(end)) }
        let text = letters.text(start..<end)
        guard let (number, places) = QuantityScan.decimal(text) else { return (nil, end) }
        // 2*00: the rest is under stars.
        if masks[end] != nil { return nil }
        var upper: Amount?
        var close = end
        if let next = rangeEnd(end) {
            if let mask = masks[next] {
                return finished(start..<afterDigits(mask.range.upperBound), value: nil, upper: nil, places: 0, after: last)
            }
            let stop = digitsEnd(next)
            if stop > next, !isLabel(next, stop, isSecond: true), let (second, _) = QuantityScan.decimal(letters.text(next..<stop)), second > number {
                (upper, close) = (second, stop)
            }
        }
        return finished(start..<close, value: number, upper: upper, places: places, after: last)
    }

    static func decimal(_ text: String) -> (Amount, Int)? {
        var plain = ""
        var places = 0
        var isBehind = false
        for scalar in text.unicodeScalars {
            if let digit = Digits.digit(scalar) {
                plain.append(String(digit))
                if isBehind { places += 1 }
            } else if scalar == "." || scalar == "．" {
                guard !isBehind else { return nil }
                plain.append(".")
                isBehind = true
            }
        }
        guard plain.count <= 17, places <= 9, let amount = Amount(plain) else { return nil }
        return (amount, places)
    }

    /// The end of digits with thousands' commas and one point.
    private func digitsEnd(_ start: Int) -> Int {
        var end = start
        while Letters.isDigit(letters[end]) { end += 1 }
        while (1...3).allSatisfy({ Letters.isDigit(letters[end + $0]) }), !Letters.isDigit(letters[end + 4]), end - start <= 15,
            letters[end] == ","
        { end += 4 }
        if letters[end] == "." || letters[end] == "．", Letters.isDigit(letters[end + 1]) {
            end += 1
            while Letters.isDigit(letters[end]) { end += 1 }
        }
        return end
    }

    private func afterDigits(_ start: Int) -> Int { Letters.isDigit(letters[start]) ? digitsEnd(start) : start }

    /// Where the second number of a range begins: 5-10, 5—10, 5至10.
    private func rangeEnd(_ end: Int) -> Int? {
        guard let sign = letters[end], "-—–－~～至".unicodeScalars.contains(sign) else { return nil }
        var next = end + 1
        while let again = letters[next], "-—–".unicodeScalars.contains(again), next - end < 3 { next += 1 }
        return Letters.isDigit(letters[next]) || masks[next] != nil ? next : nil
    }

    /// Part of a name: glued to Latin letters, signs or other digits that make no number.
    private func isLabel(_ start: Int, _ end: Int, isSecond: Bool = false) -> Bool {
        if let before = letters[start - 1] {
            if Letters.isLatin(before) || "#+/＋_".unicodeScalars.contains(before) { return true }
            if (before == ":" || before == "：") && Letters.isDigit(letters[start - 2]) { return true }
            if !isSecond, before == "." || before == "-" && (Letters.isLatin(letters[start - 2]) || Letters.isDigit(letters[start - 2])) {
                return true
            }
            if ChineseNumber.isNumeral(before), before != "万", before != "千", before != "百" { return true }
        }
        guard let next = letters[end] else { return false }
        if Letters.isLatin(next) { return UnitWords.unit(letters, at: end) == nil }
        if "#+/＋_".unicodeScalars.contains(next) { return true }
        if (next == ":" || next == "：") && Letters.isDigit(letters[end + 1]) { return true }
        // 10.5.3 and 192.168.0.1 are no numbers.
        if next == "." && Letters.isDigit(letters[end + 1]) { return true }
        return ChineseNumber.digit(next) != nil
    }

    private func wordEnd(_ start: Int) -> Int {
        var end = start
        while let scalar = letters[end],
            Letters.isLatin(scalar) || Letters.isDigit(scalar) || "#+./＋_:：".unicodeScalars.contains(scalar) && isWord(letters[end + 1])
        { end += 1 }
        return end
    }

    private func isWord(_ scalar: Unicode.Scalar?) -> Bool { Letters.isLatin(scalar) || Letters.isDigit(scalar) }

    // MARK: numerals

    private func chinese(_ start: Int, after last: Int) -> (Quantity?, Int)? {
        var end = start
        while let scalar = letters[end], ChineseNumber.isNumeral(scalar) { end += 1 }
        if Letters.isDigit(letters[end]) || Letters.isDigit(letters[start - 1]) { return (nil, end) }
        if letters.has("百分之", at: start) {
            let from = start + 3
            var to = from
            while let scalar = letters[to], ChineseNumber.isNumeral(scalar) { to += 1 }
            guard let value = ChineseNumber.value(letters.text(from..<to)) else { return (nil, max(end, from)) }
            let percent = PrintedUnit(symbol: "%", dimension: "ratio", factor: .one, length: 0)
            return (Quantity(kind: .amount, range: start..<to, digits: start..<to, value: Amount(value), places: 0, unit: percent), to)
        }
        if let fraction = fraction(start, end) { return (fraction, fraction.range.upperBound) }
        let text = letters.text(start..<end)
        let isOrdinal = letters[start - 1] == "第"
        // 二十余家: the word for some more stands before the measure word.
        let isOdd = "余多".unicodeScalars.contains(letters[end] ?? " ") && UnitWords.unit(letters, at: end + 1) != nil
        guard let value = ChineseNumber.value(text), isOdd || !text.unicodeScalars.allSatisfy({ "百千万亿".unicodeScalars.contains($0) }),
            QuantityScan.ordinals.longest(letters, at: end) == nil
        else { return (nil, end) }
        if isOrdinal { return finished(start..<end, value: Amount(value), upper: nil, places: 0, after: last) }
        guard value >= 2, let unit = UnitWords.unit(letters, at: isOdd ? end + 1 : end), unit.length > 0,
            !["方", "门", "口", "点", "步", "节", "支", "字"].contains(unit.symbol),
            letters[end] != "个" || !Letters.isHan(letters[start - 1]) || letters[start - 1] != "几"
        else { return (nil, end) }
        return finished(start..<end, value: Amount(value), upper: nil, places: 0, after: last)
    }

    /// 三分之二: a share that is only roughly so.
    private func fraction(_ start: Int, _ end: Int) -> Quantity? {
        guard letters.has("分之", at: end), let whole = ChineseNumber.value(letters.text(start..<end)), whole > 1 else { return nil }
        var to = end + 2
        while let scalar = letters[to], ChineseNumber.isNumeral(scalar) { to += 1 }
        guard let part = ChineseNumber.value(letters.text((end + 2)..<to)), part < whole,
            let share = try? Amount(part).multiplied(by: Amount(100)).divided(by: Amount(whole))
        else { return nil }
        let percent = PrintedUnit(symbol: "%", dimension: "ratio", factor: .one, length: 0)
        return Quantity(
            kind: .amount, range: start..<to, digits: start..<to, value: AmountText.round(share, places: 1), places: 1, unit: percent,
            approximation: .about)
    }

    // MARK: what stands around

    private func finished(_ digits: Range<Int>, value: Amount?, upper: Amount?, places: Int, after last: Int) -> (Quantity?, Int)? {
        var low = digits.lowerBound
        var end = digits.upperBound
        var quantity = Quantity(kind: .amount, range: digits, digits: digits, value: value, upper: upper, places: places, unit: .none)
        if letters[low - 1] == "第" {
            quantity.kind = .order
            quantity.range = (low - 1)..<end
            return (quantity, end)
        }
        // 42 亿元: set with a space between.
        if letters[end] == " ", UnitWords.unit(letters, at: end + 1) != nil { end += 1 }
        if let odd = letters[end], odd == "余" || odd == "多" || odd == "几", UnitWords.unit(letters, at: end + 1) != nil {
            quantity.approximation = odd == "余" ? .odd : .many
            end += 1
        }
        if let unit = UnitWords.unit(letters, at: end) {
            quantity.unit = unit
            end += unit.length
        }
        if isDate(quantity, digits) {
            quantity.kind = .date
            quantity.range = digits.lowerBound..<end
            return (quantity, end)
        }
        if quantity.approximation == nil, let odd = letters[end], odd == "余" || odd == "多", letters[end + 1] != "元" {
            quantity.approximation = odd == "余" ? .odd : .many
            end += 1
        }
        if let word = QuantityScan.after.longest(letters, at: end) {
            end += word.unicodeScalars.count
            switch word {
            case "左右", "上下": quantity.approximation = .roughly
            case "以内", "之内", "以下": quantity.bound = .most
            default: quantity.bound = .least
            }
            let isFollowed = Letters.isHan(letters[end]) || Letters.isDigit(letters[end]) || masks[end] != nil
            if word == "以上" || word == "以下", isFollowed { quantity.kind = .threshold }
        } else if quantity.unit.dimension == "money", QuantityScan.bodies.longest(letters, at: end) != nil {
            quantity.kind = .threshold
        }
        if let word = QuantityScan.before.longest(letters, before: low), low - word.unicodeScalars.count >= last,
            word != "约" || !"签合条节公特邀预违".unicodeScalars.contains(letters[low - 2] ?? " ")
        {
            switch word {
            case "近", "将近", "接近": quantity.approximation = .near
            case "约", "大约", "约为": quantity.approximation = .about
            case "不足": quantity.bound = .most
            case "不低于", "不少于", "至少": quantity.bound = .least
            case "不超过", "不高于", "最多": quantity.bound = .most
            default: quantity.approximation = .over
            }
            low -= word.unicodeScalars.count
        }
        // A sign that is no dash between numbers.
        if let value, isNegative(low, quantity.unit, after: last) {
            quantity.value = value.negated
            low -= 1
        }
        if quantity.kind == .amount { quantity.kind = kind(quantity) }
        quantity.range = low..<end
        return (quantity, end)
    }

    /// 增速为-3.2%, −3.2%, 负3.2%; a dash right behind another number is none.
    private func isNegative(_ low: Int, _ unit: PrintedUnit, after last: Int) -> Bool {
        guard let sign = letters[low - 1], "-－−﹣负".unicodeScalars.contains(sign), let before = letters[low - 2],
            Letters.isHan(before) || "：:（( ".unicodeScalars.contains(before)
        else { return false }
        if unit.isPercent { return low - 1 >= last }
        return (unit.dimension == "money" || unit.dimension == "points") && (low - 1 > last || last == 0)
    }

    private func kind(_ quantity: Quantity) -> Quantity.Kind {
        if quantity.unit.isOrder || QuantityScan.sayings.longest(letters, at: quantity.digits.upperBound) != nil { return .order }
        return quantity.unit.dimension.isEmpty ? .label : .amount
    }

    private func isDate(_ quantity: Quantity, _ digits: Range<Int>) -> Bool {
        switch quantity.unit.symbol {
        case "年": return digits.count == 4 || digits.count == 9 || (quantity.value.map { $0 >= Amount(1900) && $0 <= Amount(2200) } ?? false)
        case "月": return true
        case "日": return letters[digits.lowerBound - 1] == "月" || letters[digits.lowerBound - 1] == "-"
        default: return false
        }
    }

    private static let before = WordList("近 将近 接近 约 大约 约为 超过 超 逾 突破 首次突破 多达 高达 不足 不低于 不少于 至少 不超过 不高于 最多")
    /// Counts that are names: 八项规定, 十二次党代会, 两位数.
    private static let sayings = WordList("项规定 次党代会 次代表大会 次全会 位数 个百分点左右 项机制 种形态 次会议精神 次全体会议")
    /// 三次产业, 二次创业: which one, and not how many.
    private static let ordinals = WordList("次会议 次全会 次党代会 次代表大会 次产业 次分配 次创业 次供水 次污染 次能源 次元 次函数 次腾飞")
    private static let bodies = WordList("企业 项目 级")
    private static let after = WordList("左右 上下 以上 以下 以内 之内")
}
