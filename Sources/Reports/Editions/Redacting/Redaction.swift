public import Indicators
import Registers
public import Storage

/// The act of making a redacted edition (脱敏版) of a released one: numbers and names are hidden, and what would give them away.
public struct Redaction: Sendable {
    /// The edition that is redacted.
    public var edition: Edition
    /// What to hide: slots, `#37`, or indicators and expressions, `gross_output`, `gross_output.growth`.
    public var figures: [String] = []
    /// The registers whose records are not to be named.
    public var names: [String] = []
    /// The post that releases it.
    public var by = ""
    /// Why it is redacted.
    public var reason = ""

    public init(_ edition: Edition) { self.edition = edition }

    /// What would go out, and what is hidden in it.
    public struct Prepared: Sendable {
        /// The report without what is hidden.
        public var report: CompiledReport
        /// What is hidden, in the order in which it was.
        let masks: [MaskPlan.Mask]
        /// Whom each mask stands for.
        let names: [NameMasks.Named]

        /// What is hidden and why, one a line: what was asked for first.
        public var hidden: [Words] {
            masks.map { mask in
                let ids = mask.ids.isEmpty ? "" : "（\(mask.ids.joined(separator: "、"))）"
                return Words(zh: "\(mask.words.zh)\(ids)：\(mask.reason.zh)", en: "\(mask.words.en)\(ids): \(mask.reason.en)")
            }
        }

        /// Which record each mask stands for.
        public var named: [Words] { names.map { Words(zh: "\($0.mask)：\($0.title)", en: "\($0.mask): \($0.title)") } }
    }

    /// What would go out. Throws `Refused` with every reason why it can't.
    public func prepared(_ figures: Figures, in reading: Reading) throws -> Prepared {
        let editions = Editions(figures.book)
        let frozen = try editions.frozen(edition, in: reading)
        try frozen.demandIntact()
        guard !edition.isRedacted else {
            throw Refused(
                zh: "\(edition.words.zh)本身就是脱敏版；请从原版做。", en: "\(edition.words.en) is a redacted one; take the one that it was made from.")
        }
        let quantities = PrintedQuantities(frozen.report)
        let relations = try PrintedRelations(frozen.report, quantities) { name, period in
            try expanded(name, period, figures, in: reading)
        }
        let others = try others(editions, in: reading)
        let (asked, unknown) = asked(quantities, others)
        let registers = names.map { name in (name, figures.book.catalogue.register(named: name)) }
        var reasons = unknown + registers.filter { $0.1 == nil }.map { Words(zh: "没有台账“\($0.0)”", en: "there is no register “\($0.0)”") }
        if asked.isEmpty, names.isEmpty, unknown.isEmpty {
            reasons.append(Words(zh: "没有写要遮什么：--figure 遮数，--names 遮名称", en: "nothing is named to hide: --figure for a number, --names for names"))
        }
        let plan = MaskPlan(
            quantities.all, relations.all, asked: asked, published: others.published, values: relations.values)
        reasons += plan.exposed
        guard reasons.isEmpty else {
            throw Refused(
                zh: "不能这样脱敏：\n" + reasons.map { "· \($0.zh)" }.joined(separator: "\n"),
                en: "It can't be redacted so:\n" + reasons.map { "· \($0.en)" }.joined(separator: "\n"))
        }
        let masks = try names.isEmpty ? nil : NameMasks(registers.compactMap(\.1), figures.book, asOf: edition.head, in: reading)
        var redacted = RedactedReport(frozen.report, hiding: plan, quantities, names: masks)
        let report = redacted.made()
        return Prepared(report: report, masks: plan.masks, names: redacted.named)
    }

    /// Freezes it as an edition of its own.
    public func run(_ figures: Figures, at: Moment) throws -> (edition: Edition, prepared: Prepared, change: Change) {
        let book = figures.book
        guard let register = book.catalogue.register(Edition.register) else { throw Release.noRegister }
        guard !by.isEmpty, !reason.isEmpty else {
            throw Refused(zh: "脱敏版要写由谁签发（--by）、为什么（--reason）。", en: "A redacted edition says who releases it (--by) and why (--reason).")
        }
        let committed = try book.store.write(Intent(subject: by, reason: reason, kind: "redact", at: at)) { writing in
            let prepared = try prepared(figures, in: writing)
            let standing = try Editions(book).list(edition.report, edition.period, in: writing)
            let plain = prepared.report.plainText
            var made = edition
            made.id = 0
            made.number = (standing.map(\.number).max() ?? 0) + 1
            made.title = prepared.report.title
            made.released = writing.change.day
            made.releasedBy = by
            made.reason = reason
            made.corrects = nil
            made.draft = nil
            made.isRedacted = true
            made.redacts = edition.number
            made.withdrawn = nil
            made.textDigest = TextDigest.hexadecimal([plain])
            var rows = try Freezing(
                report: prepared.report, explanations: [:], sources: [], sheet: nil
            ).rows()
            for (subject, words) in zip(prepared.masks.map(\.name), prepared.hidden) {
                rows.add(note("hidden", subject, words), to: EditionTables.note)
            }
            for words in prepared.named { rows.add(note("named", "", words), to: EditionTables.note) }
            made.digest = TextDigest.hexadecimal(made.identity + rows.texts)
            made.id = try Records(book, .console).add(made.inputs, to: register, in: writing)
            try rows.write(made.id, in: writing)
            try writing.note(Array(made.digest.utf8))
            return (made, prepared)
        }
        guard let (made, prepared) = committed.value else { throw Release.noRegister }
        return (made, prepared, committed.change)
    }

    private func note(_ kind: String, _ subject: String, _ words: Words) -> [Name: Value] {
        [
            "kind": .text(kind), "subject": .text(subject), "zh": .text(words.zh), "en": .text(words.en), "words": "", "file": "", "line": 1,
            "column": 1,
        ]
    }

    /// What an indicator was computed from when the edition was released.
    private func expanded(_ name: String, _ period: Period, _ figures: Figures, in reading: Reading) throws -> [Figure.Operand] {
        guard let id = figures.indicators.indicator(named: name)?.id else { return [] }
        do { return try figures.figure(id, period, asOf: edition.head, in: reading).operands } catch is Diagnostic { return [] }
    }

    /// The numbers that are to be hidden: those asked for, those that another redacted edition of the same hides, so that neither undoes
    /// the other, and those of too few reporters to be anybody's but their own (rules.md 2.1).
    private func asked(_ quantities: PrintedQuantities, _ others: Others) -> (found: [(name: String, reason: Words)], unknown: [Words]) {
        var found: [(String, Words)] = []
        var unknown: [Words] = []
        let numbers = quantities.all.values.sorted { $0.order < $1.order }
        for text in figures {
            let names = numbers.filter { $0.ids.contains(text) || $0.name.hasPrefix("\(text)@") }.map(\.name)
            if names.isEmpty { unknown.append(Words(zh: "正文没有印“\(text)”", en: "the text doesn't print “\(text)”")) }
            found += names.map { ($0, Words(zh: "指定遮去", en: "asked for")) }
        }
        for number in numbers {
            if let other = others.hidden[number.name] {
                found.append((number.name, Words(zh: "第\(other)版已遮去", en: "hidden in edition \(other) too")))
            } else if let reported = number.reported, (1...2).contains(reported) {
                found.append((number.name, Words(zh: "只有\(reported)家填报，属统计个体数据", en: "of \(reported) reporters only: an individual's data")))
            }
        }
        return (found, unknown)
    }

    /// What the other redacted editions of the report have printed, which stays known, and what those of this edition hide.
    private struct Others {
        var published: Set<String> = []
        /// With the number of the edition.
        var hidden: [String: Int] = [:]
    }

    private func others(_ editions: Editions, in reading: Reading) throws -> Others {
        var others = Others()
        let all = try editions.list(edition.report, in: reading)
        for other in all where other.isRedacted {
            guard let source = all.first(where: { $0.period == other.period && $0.number == other.redacts }) else { continue }
            let notes = try EditionRows(other.id, in: reading)[EditionTables.note]
            let hidden = Set(notes.filter { $0["kind"]?.text == "hidden" }.compactMap { $0["subject"]?.text })
            let printed = PrintedQuantities(try editions.frozen(source, in: reading).report).all.keys.filter { !$0.contains("#") }
            others.published.formUnion(printed.filter { !hidden.contains($0) })
            if source.id == edition.id, other.withdrawn == nil { for name in hidden { others.hidden[name] = other.number } }
        }
        return others
    }
}
