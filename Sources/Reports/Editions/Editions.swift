public import Indicators
public import Registers
public import Storage

/// Where released editions are asked for: what was frozen, whatever the records and the declarations say today.
public struct Editions: Sendable {
    /// The book that keeps them.
    public let book: Book
    let permission: Permission

    public init(_ book: Book, permission: Permission = .console) {
        self.book = book
        self.permission = permission
    }

    /// The editions of a report and a period, the first first; of all where none is given. Empty where the park keeps no editions.
    public func list(_ report: Name? = nil, _ period: Period? = nil, in reading: Reading) throws -> [Edition] {
        guard let register = book.catalogue.register(Edition.register) else { return [] }
        var parts: [SQL] = ["void = 0"]
        if let report { parts.append("\(register.column(of: "report")) = \(report.text)") }
        if let period { parts.append("\(register.column(of: "report_period")) = \(period.description)") }
        let ids = try reading.rows("SELECT id FROM \(register.table.current) WHERE \(parts, joined: " AND ") ORDER BY id")
        let records = Records(book, permission)
        return try ids.compactMap { row in
            try row.integer(at: 0).flatMap { try records.record($0, of: register, in: reading) }.flatMap { Edition($0) }
        }
    }

    /// The edition of that number. Throws `Refused` with those that there are.
    public func edition(_ report: Name, _ period: Period, number: Int, in reading: Reading) throws -> Edition {
        let all = try list(report, period, in: reading)
        if let found = all.first(where: { $0.number == number }) { return found }
        let numbers = all.map { String($0.number) }
        throw Refused(
            zh: "“\(report.text)”\(period.words.zh)没有第\(number)版，\(numbers.isEmpty ? "还没有签发过" : "有第 \(numbers.joined(separator: "、")) 版")。",
            en: "“\(report.text)” has no edition \(number) for \(period.words.en); "
                + (numbers.isEmpty ? "none was released." : "there is \(numbers.joined(separator: ", "))."))
    }

    /// The newest edition that stands; a redacted one only where asked for.
    public func latest(_ report: Name, _ period: Period, redacted: Bool = false, in reading: Reading) throws -> Edition? {
        try list(report, period, in: reading).last { $0.withdrawn == nil && $0.isRedacted == redacted }
    }

    /// Everything that was frozen of an edition, and whether it is still what was released.
    public func frozen(_ edition: Edition, in reading: Reading) throws -> FrozenEdition {
        let rows = try EditionRows(edition.id, in: reading)
        guard let plain = rows[EditionTables.content].first?["plain"]?.text else {
            throw Refused(
                zh: "“\(edition.title)”\(edition.words.zh)没有冻结的内容：这条登记不是由 yuanbu release 写入的。",
                en: "Nothing was frozen of \(edition.words.en) of “\(edition.title)”: its record was not written by yuanbu release.")
        }
        let thawing = Thawing(rows: rows, head: try reading.change(number: edition.head) ?? .none)
        var report = try thawing.report()
        report.edition = edition
        report.draft = edition.draft
        var faults: [Words] = []
        if TextDigest.hexadecimal([plain]) != edition.textDigest || report.plainText != plain {
            faults.append(Words(zh: "正文与签发时的校验码不符", en: "the text differs from its digest"))
        }
        if TextDigest.hexadecimal(edition.identity + rows.texts) != edition.digest {
            faults.append(Words(zh: "冻结的内容或登记与签发时的校验码不符", en: "the frozen rows or the record differ from their digest"))
        }
        if edition.head > 0, report.lastChange.digest != edition.headDigest {
            faults.append(Words(zh: "变更链与签发时不符", en: "the chain of changes differs from what it was"))
        }
        let kinds = rows[EditionTables.note].compactMap { $0["kind"]?.text }
        return FrozenEdition(
            edition: edition, report: report, plain: plain, figures: try thawing.figures(), hidden: kinds.count { $0 == "hidden" },
            unnamed: kinds.count { $0 == "named" }, faults: faults)
    }
}

/// What was frozen of an edition, read back from its own rows.
public struct FrozenEdition: Sendable {
    public var edition: Edition
    /// For the same outputs that a draft has.
    public var report: CompiledReport
    /// The text as it was released.
    public var plain: String
    /// Every figure that was printed.
    public var figures: [PrintedFigure]
    /// Of a redacted edition, how many numbers and how many names are hidden in it.
    public var hidden: Int
    public var unnamed: Int
    /// What was altered since; empty while it is what was released.
    public var faults: [Words]

    /// Refuses to hand out what is no longer what was released.
    public func demandIntact() throws(Refused) {
        guard !faults.isEmpty else { return }
        throw Refused(
            zh: "“\(edition.title)”\(edition.words.zh)被改动过，不能再当作签发版：\(faults.map(\.zh).joined(separator: "；"))。请从备份中找回并查明原因。",
            en: "\(edition.words.en) of “\(edition.title)” was altered and is no edition any more: \(faults.map(\.en).joined(separator: "; ")). "
                + "Take it from a backup and find out why.")
    }
}
