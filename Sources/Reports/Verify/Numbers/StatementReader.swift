import Storage

/// Reads the numbers of a text as statements: of what, when, where, and in which relation.
struct StatementReader {
    /// Of whom and where the last number was said.
    private struct Carried {
        var place: String?
        var owner: String?
    }

    let text: OutsideText
    let year: Int
    /// The scopes that the park declares, and those outside of it.
    let scopes: WordList
    /// The park's proper name: 云川; empty where it is not known.
    let own: String

    private static let openings = WordList("全年 全市 全省 园区 全区 本年 今年 年末 年底")
    /// Words after which the year of the report is meant again: 继2020年盘活6家之后，今年再盘活4家.
    private static let thisYear = WordList("今年 本年 当年 本年度")

    /// The park itself, after whatever was said of the city.
    private static let ours = WordList("我园 本园 我园区 本园区 园区 全园")

    static let outer = "全市 全省 全国 全县 全区 我市 我省 我县 我区 全州 全旗 全镇 全乡 全街道 全校 全院 全局 全行业 全系统 市区 城区 省内 市内"

    static let outerWords = Set(outer.split(separator: " ").map(String.init))

    init(_ text: OutsideText, year: Int, scopes: [String], own: String = "") {
        self.own = own
        self.text = text
        self.year = year
        self.scopes = WordList(
            scopes + StatementReader.outer.split(separator: " ").map(String.init) + ["园区", "全园", "全园区", "本园区", "本园", "我园", "我园区"]
                + (own.isEmpty ? [] : StatementReader.kinds.map { own + $0 }))
    }

    /// What the park's own name goes on with: 云川工业园区.
    private static let kinds = ["工业园区", "产业园区", "经济技术开发区", "经济开发区", "高新技术产业开发区", "高新区", "开发区", "园区", "新区"]

    func statements() -> [Stated] {
        var all: [Stated] = []
        var outline = Outline(year: year)
        var carried = Carried()
        for (index, paragraph) in text.paragraphs.enumerated() {
            outline.pass(paragraph)
            guard !paragraph.isInTable else { continue }
            let quantities = QuantityScan(paragraph).found()
            guard quantities.contains(where: { $0.kind != .date && $0.kind != .label }) else { continue }
            var part = ""
            carried = Carried()
            for sentence in Sentence.all(paragraph) {
                // What a semicolon divides is still said of the same.
                let mark = paragraph.letters[sentence.range.lowerBound - 1]
                if mark != "；", mark != ";" { carried = Carried() }
                let inside = quantities.filter { sentence.range.contains($0.digits.lowerBound) }
                if ItemNumber(paragraph.letters, at: sentence.range.lowerBound) != nil { part = "" }
                part = read(sentence, index, paragraph, inside, outline, part, &carried, &all)
            }
        }
        return all
    }

    /// Adds what a sentence states; returns the part of the year that the next one stands in, too.
    private func read(
        _ sentence: Sentence, _ index: Int, _ paragraph: OutsideParagraph, _ quantities: [Quantity], _ outline: Outline, _ inherited: String,
        _ carried: inout Carried,
        _ all: inout [Stated]
    ) -> String {
        let letters = paragraph.letters
        let first = all.count
        let dates = quantities.filter { $0.kind == .date }
        let own = StatedTime.part(letters, sentence.range, dates)
        var last = sentence.range.lowerBound
        var place = carried.place
        var leads = Leads()
        for quantity in quantities {
            defer { if quantity.kind == .amount || quantity.kind == .order { last = quantity.range.upperBound } }
            let isRun = quantity.kind == .order && quantity.unit.symbol == "年"
            guard quantity.kind == .amount, !isRun else { continue }
            let clause = sentence.clause(quantity.digits.lowerBound)
            let start = max(clause.lowerBound, min(last, quantity.range.lowerBound))
            let before = phraseStart(letters, start, quantity.range.lowerBound)..<quantity.range.lowerBound
            let part = StatedTime.part(letters, sentence.range.lowerBound..<quantity.range.lowerBound, dates)
            var time = StatedTime(year: outline.year, part: part.isEmpty && own.isEmpty ? inherited : part, isPlan: outline.isPlan)
            let toHere = sentence.range.lowerBound..<quantity.range.lowerBound
            let now = letters.occurrences(StatementReader.thisYear, in: toHere).last?.at ?? -1
            if let named = dates.last(where: { toHere.contains($0.range.lowerBound) && $0.unit.symbol == "年" }), named.range.lowerBound > now {
                time.year = named.upper == nil ? named.value?.units(places: 0).flatMap { Int(exactly: $0) } ?? outline.year : outline.year
                if named.upper != nil { time.part += " " + letters.text(named.range) }
            } else if isLastYear(letters, sentence.range.lowerBound..<quantity.range.lowerBound) {
                time.year = outline.resultYear - 1
            }
            if let end = StatedTime.endOfPlan(letters, toHere) { time.year = end }
            if letters.find("前年", in: toHere) != nil { time.year = outline.resultYear - 2 }
            if let plan = letters.occurrences(StatedTime.plans, in: toHere).last,
                letters.occurrences(StatedTime.reached, in: plan.at..<toHere.upperBound).isEmpty
            {
                time.isPlan = true
            }
            // What is said of a year to come is a plan, whatever word it has.
            if time.year > year { time.isPlan = true }
            if !letters.occurrences(StatementReader.ours, in: before).isEmpty { place = nil }
            let cleaned = cleaned(letters, before, sentence, from: last)
            // 规上工业企业 is a name, and what follows it is said of no 规上工业.
            if let scope = cleaned.scope, !cleaned.text.hasPrefix("企业") || StatementReader.outerWords.contains(scope) { place = scope }
            let frame = Framing(letters: letters, clause: clause, before: before, quantity: quantity).frame()
            var stated = Stated(
                paragraph: index, quantity: quantity, sentence: sentence.range, clause: clause, subject: cleaned.text, readings: [],
                scope: cleaned.scope ?? place,
                time: time, frame: frame, names: NamedBodies.text(letters, toHere), topic: nil,
                isComparable: !letters.occurrences(Framing.comparable, in: sentence.range).isEmpty,
                isAside: paragraph.isInTitle(quantity.digits.lowerBound) || paragraph.isQuoted(quantity.digits.lowerBound))
            stated.owner = Owner.named(letters, toHere, own: own) ?? (Owner.isOurs(letters, toHere) ? nil : carried.owner)
            carried = Carried(place: place.flatMap { StatementReader.outerWords.contains($0) ? $0 : nil }, owner: stated.owner)
            stated.basis = Basis.named(letters, sentence: sentence.range, number: quantity.range)
            stated.isAgainstLastYear = !letters.occurrences(StatementReader.againstLastYear, in: clause.lowerBound..<quantity.range.upperBound)
                .isEmpty
            leads.pass(&stated, isListed: last < quantity.range.lowerBound && letters[last] == "、", isScoped: cleaned.scope != nil)
            let topic = all[first...].lastIndex { frame == .to ? $0.frame == .from : $0.frame.isLevel && !$0.isAside }
            if frame == .level, cleaned.isElliptic, topic == nil, let before = all[first...].last, !before.isAside {
                // 产值增长16.1%，达到742.31亿元.
                (stated.subject, stated.scope) = (before.subject, before.scope ?? stated.scope)
            }
            attach(&stated, letters, topic.map { ($0, all[$0]) }, cleaned)
            stated.isAttribute =
                stated.frame.isLevel && !quantity.unit.isCount
                && all[first...].contains { $0.quantity.unit.isCount && $0.clause != clause && !$0.isAside }
                && letters.occurrences(StatementReader.openings, in: clause.lowerBound..<min(clause.upperBound, clause.lowerBound + 3)).isEmpty
            if let ordered = Respectively(letters, quantity, clause, sentence.range, quantities) { order(&stated, ordered, letters, first, all) }
            all.append(stated)
        }
        return own.isEmpty ? inherited : own
    }

    /// Gives the numbers behind 分别 what they are of, in order; where their count doesn't tell, nothing.
    private func order(_ stated: inout Stated, _ ordered: Respectively, _ letters: Letters, _ first: Int, _ all: [Stated]) {
        (stated.subject, stated.readings, stated.topic, stated.leads) = ("", [], nil, [])
        // The word for the relation stands before the first of them only.
        if ordered.index > 0, let before = all.last, before.clause == stated.clause { stated.frame = before.frame }
        let levels = all.indices.dropFirst(first).filter {
            all[$0].frame.isLevel && !all[$0].isAside && all[$0].clause.upperBound < stated.clause.lowerBound
        }
        if let own = ordered.subject(letters, stated.clause) {
            let cleaned = SubjectPhrase.clean(letters, own, scopes: scopes)
            stated.subject = cleaned.text
            stated.scope = cleaned.scope ?? stated.scope
        } else if let topic = ordered.topic(letters, stated.clause, Array(levels)), !stated.frame.isLevel {
            stated.topic = topic
            (stated.subject, stated.scope, stated.time) = (all[topic].subject, all[topic].scope, all[topic].time)
            (stated.owner, stated.leads) = (all[topic].owner, all[topic].leads)
        }
    }

    /// What a number is of; behind a bracket that only explains, what stands before it: 地区生产总值（GDP）368亿元.
    private func cleaned(_ letters: Letters, _ before: Range<Int>, _ sentence: Sentence, from last: Int) -> SubjectPhrase.Cleaned {
        var own = SubjectPhrase.clean(letters, before, scopes: scopes)
        if let scope = own.scope, !self.own.isEmpty && scope.hasPrefix(self.own) || ["本园", "我园", "我园区"].contains(scope) { own.scope = "园区" }
        guard Framing.bare(own.text).isEmpty, let close = letters[before.lowerBound - 1], close == "）" || close == ")" else { return own }
        let end = before.lowerBound - 1
        guard let open = (max(last, end - 16)..<max(last, end)).last(where: { letters[$0] == "（" || letters[$0] == "(" }), open > last,
            !(open..<end).contains(where: { Letters.isDigit(letters[$0]) })
        else { return own }
        let clause = sentence.clause(open - 1)
        let start = phraseStart(letters, max(clause.lowerBound, last), open)
        let outer = SubjectPhrase.clean(letters, start..<open, scopes: scopes)
        return outer.text.isEmpty ? own : outer
    }

    /// Enumerations, titles and brackets begin a new phrase.
    private func phraseStart(_ letters: Letters, _ start: Int, _ end: Int) -> Int {
        var index = end
        while index > start, let scalar = letters[index - 1], !"、》。；（）()*＊".unicodeScalars.contains(scalar) { index -= 1 }
        return index
    }

    private func isLastYear(_ letters: Letters, _ range: Range<Int>) -> Bool {
        for (at, word) in letters.occurrences(StatementReader.lastYear, in: range) {
            if Framing.against.longest(letters, before: at) != nil { continue }
            if letters.has("同期", at: at + word.unicodeScalars.count) || letters.has("的", at: at + word.unicodeScalars.count) { continue }
            return true
        }
        return false
    }

    /// Takes the subject of what has none of its own from the level before it, and of counts the noun behind them.
    private func attach(_ stated: inout Stated, _ letters: Letters, _ topic: (index: Int, stated: Stated)?, _ cleaned: SubjectPhrase.Cleaned) {
        switch stated.frame {
        case .level, .from:
            let noun = stated.quantity.unit.isCount ? self.noun(letters, stated) : ""
            if !noun.isEmpty {
                if !stated.subject.isEmpty { stated.readings.append(stated.subject) }
                stated.readings.append(noun)
                stated.subject += noun
            } else if stated.subject.isEmpty, let topic, stated.quantity.unit.dimension == topic.stated.quantity.unit.dimension, cleaned.isElliptic {
                // 新增…5家，总计达18家: the stock of what the flow was of.
                stated.subject = SubjectPhrase.stock(topic.stated.subject)
                stated.topic = topic.index
            }
        case .to:
            guard let topic, stated.subject.isEmpty || topic.stated.frame == .from else { break }
            stated.topic = topic.index
            stated.subject = topic.stated.subject
        case .growth, .increment, .points, .share, .multiple:
            let own = Framing.bare(cleaned.text)
            if own.isEmpty, let topic {
                stated.topic = topic.index
                stated.subject = topic.stated.subject
                stated.scope = topic.stated.scope
                (stated.owner, stated.leads) = (topic.stated.owner, topic.stated.leads)
                stated.time = StatedTime(year: topic.stated.time.year, part: topic.stated.time.part, isPlan: topic.stated.time.isPlan)
            } else {
                stated.subject = own
            }
        }
    }

    /// 家企业, 个项目: the noun that a count is of.
    private func noun(_ letters: Letters, _ stated: Stated) -> String {
        let start = stated.quantity.range.upperBound
        var end = start
        while end < stated.clause.upperBound, end - start < 16, Letters.isHan(letters[end]) || letters[end] == "“" || letters[end] == "”",
            SubjectPhrase.nounEnds.longest(letters, at: end) == nil
        { end += 1 }
        return letters.text(start..<end).replacing("“", with: "").replacing("”", with: "")
    }

    private static let againstLastYear = WordList("同比 较上年 比上年 较去年 比去年 与上年相比 与去年相比")
    private static let lastYear = WordList("去年 上年")
}

extension SubjectPhrase {
    /// 新增高新技术企业 is a flow of 高新技术企业.
    static func stock(_ subject: String) -> String {
        for head in ["新增加", "新认定", "新培育", "新引进", "新增", "新建", "新"] where subject.hasPrefix(head) { return String(subject.dropFirst(head.count)) }
        return subject
    }
}
