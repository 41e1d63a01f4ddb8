import Formats
import Indicators
import Registers
import Storage

/// Finds for the labels of a cell what belongs there. What the labels don't say word for word is proposed and not filled.
struct FormMatching {
    let figures: Figures
    let period: Period
    let names: IndicatorNames
    let records: NamedRecords

    /// What a form's labels come to.
    func match(_ labels: CellLabels, title: FormTitle) -> FormMatch {
        var reading = LabelReading()
        for label in labels.rows { read(label, isRow: true, &reading) }
        for label in labels.columns { read(label, isRow: false, &reading) }
        reading.spans.formUnion(title.words.spans.filter { $0 == .toDate && reading.spans.isEmpty })
        if let written = labels.rowUnit {
            if let unit = Unit(written) { reading.units.insert(unit, at: 0) } else { reading.doubts.append(LabelReading.strange(written)) }
        }
        if labels.rows.isEmpty { reading.doubts.append(LabelReading.noRow) }
        return rule(reading, title)
    }

    /// Takes in one label.
    private func read(_ label: String, isRow: Bool, _ reading: inout LabelReading) {
        let whole = HeaderText(LabelWords.unnumbered(label))
        if let unit = whole.unit { reading.units.append(unit) }
        let exact = names.called(whole.name)
        if !exact.isEmpty { return reading.subjects.append((exact, whole.written)) }
        let members = records.named(label)
        if isRow, !members.isEmpty { return reading.members.append(members) }
        let words = LabelWords(label, period)
        if words.isForeign { reading.doubts.append(LabelReading.foreign(label)) }
        reading.aspects.formUnion(words.aspects)
        reading.spans.formUnion(words.spans)
        if words.isTotal { reading.hasTotal = true }
        if words.subject.isEmpty { return }
        let part = words.isPart ? records.named(words.subject) : []
        if !part.isEmpty {
            reading.members.append(part)
            return reading.doubts.append(LabelReading.part(label))
        }
        if words.isPart { reading.doubts.append(LabelReading.part(label)) }
        if let scope = names.scope(words.subject) { return reading.scopes.append(scope) }
        let called = names.called(words.subject)
        if !called.isEmpty { return reading.subjects.append((called, words.subject)) }
        if let (scope, rest) = names.scoped(words.subject), !names.called(rest).isEmpty {
            reading.scopes.append(scope)
            return reading.subjects.append((names.called(rest), rest))
        }
        reading.strange.append(words.subject)
    }

    private func rule(_ reading: LabelReading, _ title: FormTitle) -> FormMatch {
        var reading = reading
        var indicators = reading.subjects.flatMap(\.indicators)
        if reading.subjects.isEmpty {
            let near = reading.strange.flatMap { names.near($0) }
            guard let first = near.first else {
                return FormMatch(
                    rule: .nothing, certainty: .unknown, why: Words(zh: "没有叫这个名称的指标", en: "no indicator is called so"))
            }
            indicators = [first]
            let others = near.prefix(3).map(\.name)
            reading.doubts.append(
                Words(
                    zh: "没有同名的指标，相近的有：\(others.map(\.zh).joined(separator: "、"))",
                    en: "no indicator is called so; near are: \(others.map(\.en).joined(separator: ", "))"))
        } else if !reading.strange.isEmpty {
            reading.doubts.append(
                Words(
                    zh: "“\(reading.strange.joined(separator: "、"))”不知何意",
                    en: "it isn't known what “\(reading.strange.joined(separator: ", "))” means"))
        }
        guard let indicator = indicators.first else { return FormMatch(rule: .nothing, certainty: .unknown) }
        if Set(indicators.map(\.id)).count > 1 {
            reading.doubts.append(
                Words(
                    zh: "有几个指标都说得通：\(indicators.map(\.name.zh).joined(separator: "、"))",
                    en: "several indicators fit: \(indicators.map(\.name.en).joined(separator: ", "))"))
        }
        let composed = FormRuleComposer(figures: figures, period: period).rule(indicator, reading, title)
        var doubts = reading.doubts + composed.doubts
        let member = reading.members.last
        if let member, Set(member).count > 1 {
            doubts.append(Words(zh: "有几条记录叫“\(member[0].title)”", en: "several records are called “\(member[0].title)”"))
        }
        return FormMatch(rule: composed.rule, certainty: doubts.isEmpty ? .sure : .proposed, why: doubts.first, member: member?.first)
    }
}

/// What the labels of a cell say, all of them together.
struct LabelReading {
    var subjects: [(indicators: [Indicator], words: String)] = []
    /// The records that a label may name, for each label that names one.
    var members: [[NamedRecord]] = []
    var scopes: [Name] = []
    var aspects: Set<LabelWords.Aspect> = []
    var spans: Set<LabelWords.Span> = []
    /// The units of the labels, the row's before the column's.
    var units: [Unit] = []
    var hasTotal = false
    /// Words that mean nothing to the book.
    var strange: [String] = []
    /// Why it isn't sure.
    var doubts: [Words] = []

    static func foreign(_ label: String) -> Words {
        Words(zh: "“\(label)”不是所填期间的", en: "“\(label)” is of another time than is filled")
    }

    static func strange(_ unit: String) -> Words {
        Words(zh: "不认识表上的单位“\(unit)”", en: "the form's unit “\(unit)” isn't known")
    }

    static let noRow = Words(zh: "这一行没有写是什么", en: "nothing says what the row is")

    static func part(_ label: String) -> Words {
        Words(zh: "“\(label)”是上面一项的一部分", en: "“\(label)” is a part of what stands above it")
    }
}
