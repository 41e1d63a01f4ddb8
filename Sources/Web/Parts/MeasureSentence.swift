import Indicators
import Registers
import Storage

/// A measure read aloud: “企业的‘工业总产值累计’，取每家期内最后一份，再求和”.
struct MeasureSentence {
    let catalogue: Catalogue
    let formula: FormulaSentence

    init(_ catalogue: Catalogue, _ indicators: IndicatorCatalogue) {
        self.catalogue = catalogue
        formula = FormulaSentence(catalogue, indicators)
    }

    func text(_ indicator: Indicator, _ language: Language) -> String {
        guard let measure = try? Measure(indicator.measure, at: indicator.place) else { return indicator.measure }
        switch measure.shape {
        case .derived(let inner): return (language == .zh ? "等于 " : "It is ") + formula.text(inner, nil, language) + (language == .zh ? "。" : ".")
        case .members(let name, let filter, let having):
            let register = catalogue.register(named: name)
            let conditions = [filter, having].compactMap { $0 }.map { formula.text($0, register, language) }
            let label = register?.name(language) ?? name
            return language == .zh
                ? "数“\(label)”中这样的：\(conditions.joined(separator: "，且"))。"
                : "How many of “\(label)” there are of which: \(conditions.joined(separator: ", and "))."
        case .aggregate(let aggregate, let latest, let path, let by, let filter):
            return counted(aggregate, latest, path, by, filter, language)
        }
    }

    private func counted(_ aggregate: Measure.Aggregate, _ latest: Bool, _ path: [String], _ by: [String]?, _ filter: Formula?, _ language: Language)
        -> String
    {
        let register = path.first.flatMap { catalogue.register(named: $0) }
        let place = register?.name(language) ?? path.first ?? ""
        let field = path.count > 1 ? formula.path(Array(path.dropFirst()), register, language) : nil
        let each = by.map { formula.path($0, register, language) }
        let condition = filter.map { formula.text($0, register, language) }
        guard language == .zh else {
            let what = field.map { "“\($0)” of “\(place)”" } ?? "records of “\(place)”"
            let last =
                latest || aggregate == .latest
                ? ", the last one in the period\(each.map { " for each \($0)" } ?? "")" : each.map { ", for each \($0)" } ?? ""
            return "\(MeasureSentence.word(aggregate, language)) \(what)\(last)\(condition.map { ", where \($0)" } ?? "")."
        }
        let what = field.map { "“\(place)”里的“\($0)”" } ?? "“\(place)”的记录"
        let last = latest ? "，取\(each.map { "每个“\($0)”" } ?? "")期内最后一份" : each.map { "，按“\($0)”" } ?? ""
        return "\(what)\(last)\(condition.map { "，限于\($0)" } ?? "")，\(MeasureSentence.word(aggregate, language))。"
    }

    private static func word(_ aggregate: Measure.Aggregate, _ language: Language) -> String {
        let words: Words =
            switch aggregate {
            case .count: Words(zh: "数有几条", en: "How many")
            case .distinct: Words(zh: "数有几个不同的", en: "How many different")
            case .sum: Words(zh: "求和", en: "The sum of")
            case .average: Words(zh: "求平均", en: "The average of")
            case .median: Words(zh: "取中位数", en: "The median of")
            case .max: Words(zh: "取最大的", en: "The largest of")
            case .min: Words(zh: "取最小的", en: "The smallest of")
            case .latest: Words(zh: "取期内最后一条", en: "The last of")
            }
        return words(language)
    }
}
