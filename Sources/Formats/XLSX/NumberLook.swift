/// What a number is shown as by its style.
enum NumberLook: Sendable, Hashable {
    case number, percent, day, moment, time

    /// The look of a number format that every workbook knows without writing it (ECMA-376 part 1, 18.8.30, with those of Chinese
    /// workbooks); nil for others.
    init?(builtin id: Int) {
        switch id {
        case 9, 10: self = .percent
        case 14...17, 27...31, 36, 50...54, 57, 58: self = .day
        case 22: self = .moment
        case 18...21, 32...35, 45...47, 55, 56: self = .time
        case 0..<164: self = .number
        default: return nil
        }
    }

    /// The look of a format code such as `yyyy"年"m"月"d"日"`, `#,##0.00` or `[h]:mm`. Only its first section counts.
    init(code: String) {
        var hasDay = false
        var hasTime = false
        var hasMonthOrMinute = false
        var hasPercent = false
        let letters = Array(NumberLook.bare(code))
        for (place, letter) in letters.enumerated() {
            switch letter {
            case "y", "d", "b": hasDay = true
            // A weekday; A/P and AM/PM are found by their letters below.
            case "a": if letters[place...].starts(with: "aaa") { hasDay = true }
            // Scientific numbers have E+ and E-; the others are years.
            case "e": if place + 1 >= letters.count || !"+-".contains(letters[place + 1]) { hasDay = true }
            case "h", "s": hasTime = true
            case "m": hasMonthOrMinute = true
            case "%": hasPercent = true
            default: break
            }
        }
        if hasDay {
            self = hasTime ? .moment : .day
        } else if hasTime {
            self = .time
        } else if hasMonthOrMinute {
            self = .day
        } else {
            self = hasPercent ? .percent : .number
        }
    }

    /// The first section in lower case without what is only shown: quoted text, escaped letters, blanks, fillings, colours and
    /// conditions. Elapsed time in brackets stays.
    private static func bare(_ code: String) -> String {
        var out = ""
        var rest = code.lowercased()[...]
        if rest.hasPrefix("general") { return "" }
        while let letter = rest.popFirst() {
            switch letter {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": _ = rest.popFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(inside.count + 1)
                if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) { out += "h" }
            case ";": return out
            default: out.append(letter)
            }
        }
        return out.replacing("am/pm", with: "h").replacing("a/p", with: "h").replacing("general", with: "").replacing("g/通用格式", with: "")
    }
}
