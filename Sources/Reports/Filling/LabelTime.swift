import Indicators
import Registers

/// The years and months in a label, told from the period that is filled: next month's form says the same in other numbers.
struct LabelTime: Hashable {
    /// 上年, of the year before.
    var isPrior = false
    /// 1—12月 up to the month that is filled.
    var isToDate = false
    /// 12月, the month that is filled.
    var isMonth = false
    /// A month, a quarter or a half of the year that is not the one that is filled: `03`, `Q1`, `H1`.
    var part: String?
    /// A year or months that are none of these.
    var isForeign = false
    /// The label without them, and the label with them put into words that hold next month, too.
    let rest: String
    let lasting: String

    /// - Parameter folded: the label as `HeaderText` folds it.
    init(_ folded: String, _ period: Period) {
        let letters = Array(folded)
        var (rest, lasting) = ("", "")
        var at = 0
        var found = LabelTime.Found()
        while at < letters.count {
            if letters[at].isASCII, letters[at].isNumber, let (length, words) = LabelTime.read(letters[at...], period, &found) {
                at += length
                lasting += words
                continue
            }
            rest.append(letters[at])
            lasting.append(letters[at])
            at += 1
        }
        (isPrior, isToDate, isMonth, part, isForeign) = (found.isPrior, found.isToDate, found.isMonth, found.part, found.isForeign)
        (self.rest, self.lasting) = (rest, lasting)
    }

    private struct Found {
        var isPrior = false
        var isToDate = false
        var isMonth = false
        var part: String?
        var isForeign = false
    }

    /// A date at the head of some letters: how long it is, and what it is called whatever the month.
    private static func read(_ letters: ArraySlice<Character>, _ period: Period, _ found: inout Found) -> (Int, String)? {
        let digits = letters.prefix { $0.isASCII && $0.isNumber }
        guard digits.count <= 4, let number = Int(String(digits)) else { return nil }
        let after = letters.dropFirst(digits.count)
        if digits.count == 4, after.first == "年" {
            let length = after.dropFirst().first == "度" ? 6 : 5
            switch number {
            case period.year: return (length, "本年")
            case period.year - 1:
                found.isPrior = true
                return (length, "上年")
            default:
                found.isForeign = true
                return (length, "\(period.year - number)年前")
            }
        }
        guard digits.count <= 2 else { return nil }
        if after.first == "月" {
            let length = digits.count + (after.dropFirst().first == "份" ? 2 : 1)
            if period.kind == .month, number == period.end.month {
                found.isMonth = true
                return (length, "本月")
            }
            guard (1...12).contains(number) else { return nil }
            found.part = number < 10 ? "0\(number)" : "\(number)"
            return (length, "\(number)月")
        }
        guard number == 1, after.first == "-" else { return nil }
        let end = after.dropFirst().prefix { $0.isASCII && $0.isNumber }
        guard !end.isEmpty, let month = Int(String(end)), after.dropFirst(1 + end.count).first == "月" else { return nil }
        let length = digits.count + 1 + end.count + 1
        if month == period.end.month { found.isToDate = true } else { found.isForeign = true }
        return (length, month == period.end.month ? "1-本月" : "1-\(month)月")
    }
}
