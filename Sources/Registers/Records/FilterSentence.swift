import Storage

extension Filter {
    /// The filter as people say it: `期限早于 2022-12-09`.
    func words(_ language: Language) -> String {
        let name = subject.name(language)
        let isChinese = language == .zh
        func said(_ zh: String, _ en: String, _ rest: String) -> String { isChinese ? "\(name)\(zh)\(spaced(rest))" : "\(name) \(en) \(rest)" }
        switch (`operator`, operand) {
        case (.empty, _): return isChinese ? "\(name)没有填" : "\(name) is empty"
        case (.filled, _): return isChinese ? "\(name)已填" : "\(name) is filled"
        case (.inPeriod, _), (.this, _):
            return isChinese ? "\(name)在\(FilterPeriod.words(written).zh)" : "\(name) is in \(FilterPeriod.words(written).en)"
        case (.contains, .text(let text)): return isChinese ? "\(name)含“\(text)”" : "\(name) has “\(text)” in it"
        case (.notContains, .text(let text)): return isChinese ? "\(name)不含“\(text)”" : "\(name) doesn't have “\(text)” in it"
        case (.begins, .text(let text)): return isChinese ? "\(name)以“\(text)”开头" : "\(name) begins with “\(text)”"
        case (.between, .span(let first, let last)):
            return isChinese
                ? "\(name)在\(spaced(text(first, .zh))) 至 \(text(last, .zh)) 之间" : "\(name) is from \(text(first, .en)) to \(text(last, .en))"
        case (_, .values(let values)):
            let list = values.map { text($0, language) }
            let one = list.first ?? ""
            switch `operator` {
            case .equal: return said("是", "is", one)
            case .notEqual: return said("不是", "is not", one)
            case .anyOf: return said("是", "is", list.joined(separator: isChinese ? "或" : " or "))
            case .noneOf: return said("不是", "is neither", list.joined(separator: isChinese ? "、" : " nor "))
            case .below: return said("小于", "is below", one)
            case .atMost: return said("不超过", "is at most", one)
            case .above: return said("大于", "is above", one)
            case .atLeast: return said("不低于", "is at least", one)
            case .before: return said("早于", "is before", one)
            case .onOrBefore: return said("不晚于", "is on or before", one)
            case .after: return said("晚于", "is after", one)
            case .onOrAfter: return said("不早于", "is on or after", one)
            default: return name
            }
        default: return name
        }
    }

    private func text(_ value: Value, _ language: Language) -> String {
        if subject.shape == .reference, let id = value.integer { return titles[id] ?? "#\(id)" }
        return subject.text(value, language)
    }

    /// Between Chinese characters and Latin digits there is a space.
    private func spaced(_ text: String) -> String {
        guard let first = text.utf8.first, first < 0x80 else { return text }
        return " " + text
    }
}
