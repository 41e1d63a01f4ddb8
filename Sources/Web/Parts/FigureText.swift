import Indicators
import Storage

/// How figures stand on a page.
enum FigureText {
    /// The value with separators, without its unit: `1,308.40`, a day, or a word.
    static func value(_ value: FigureValue, places: Int, _ language: Language) -> String {
        switch value {
        case .amount(let amount): minus(AmountText.rounded(amount, places: places, grouped: true))
        case .day(let day): language == .zh ? "\(day.year)年\(day.month)月\(day.day)日" : day.iso
        case .text(let text): text
        case .truth(let truth): language == .zh ? (truth ? "是" : "否") : (truth ? "yes" : "no")
        case .word(let word): word.words(places: places)(language)
        case .nothing: language == .zh ? "无数据" : "no data"
        }
    }

    static func value(_ figure: Figure, _ language: Language) -> String { value(figure.value, places: figure.places, language) }

    /// A count with separators.
    static func grouped(_ count: Int) -> String { AmountText.rounded(Amount(Int64(count)), places: 0, grouped: true) }

    /// A true minus sign, as numbers in print have it.
    static func minus(_ text: String) -> String { text.hasPrefix("-") ? "−" + text.dropFirst() : text }

    /// A change against last year as a word with its direction: green for up, red for down, neither for words without one.
    static func change(_ figure: Figure?, _ language: Language) -> HTML {
        guard let figure, case .word(let word) = figure.value else { return "" }
        let text = word.words(places: figure.places)(language)
        switch word {
        case .rose, .higher, .turnedProfit, .lossLess: return "<span class=\"up\">\(text)</span>"
        case .fell, .lower, .turnedLoss, .lossMore, .newLoss: return "<span class=\"down\">\(text)</span>"
        default: return "<span>\(text)</span>"
        }
    }

    /// The same beside a head that says that it is a change: +16.1%, −0.5 个百分点, or the word.
    static func shortChange(_ figure: Figure?, _ language: Language) -> HTML {
        guard let figure, case .word(let word) = figure.value else { return "" }
        func number(_ amount: Amount) -> String { AmountText.rounded(amount, places: figure.places) }
        switch word {
        case .rose(let amount): return "<span class=\"up\">+\(number(amount))%</span>"
        case .fell(let amount): return "<span class=\"down\">−\(number(amount))%</span>"
        case .higher(let amount): return "<span class=\"up\">+\(number(amount)) \(language == .zh ? "个百分点" : "points")</span>"
        case .lower(let amount): return "<span class=\"down\">−\(number(amount)) \(language == .zh ? "个百分点" : "points")</span>"
        default: return change(figure, language)
        }
    }

    /// 快报数 and its like; a final figure is not tagged where `quiet`.
    static func status(_ figure: Figure, _ language: Language) -> HTML {
        "<span class=\"tag\(figure.status.isSettled ? "" : " provisional" as HTML)\">\(figure.status.words(language))</span>"
    }

    /// The big number with its unit, which opens the figure.
    static func number(_ figure: Figure, href: String?, _ language: Language) -> HTML {
        let settled: HTML = figure.status.isSettled ? "" : "provisional"
        let text = value(figure, language)
        let size: HTML = text.count > 12 ? " long" : ""
        let shown: HTML = href.map { "<a class=\"figure \(settled)\" href=\"\($0)\">\(text)</a>" } ?? "<span class=\"\(settled)\">\(text)</span>"
        let unit: HTML? = figure.value.amount == nil ? nil : figure.unit.map { "<small>\($0)</small>" }
        return "<div class=\"number\(size)\">\(shown)\(unit)</div>"
    }
}
