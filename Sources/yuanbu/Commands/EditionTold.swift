import Indicators
import Registers
import Reports
import Storage

/// Says at the terminal what has moved since an edition.
struct EditionTold {
    private let drafts: Drafts
    private let report: Name
    private let period: Period
    /// The edition's number; nil for the latest that stands.
    private let number: Int?

    init(_ drafts: Drafts, _ report: Name, _ period: Period, _ number: Int?) {
        self.drafts = drafts
        self.report = report
        self.period = period
        self.number = number
    }

    func tell() throws {
        let editions = Editions(drafts.figures.book)
        let comparison = try drafts.figures.book.store.read { reading in
            let edition =
                try number.map { try editions.edition(report, period, number: $0, in: reading) } ?? editions.latest(report, period, in: reading)
            guard let edition else {
                throw Refused(zh: "这份报告\(period.words.zh)还没有签发过。", en: "Nothing was released of this report for \(period.words.en).")
            }
            let frozen = try editions.frozen(edition, in: reading)
            try frozen.demandIntact()
            return try drafts.moved(since: frozen, try drafts.report(report, period, in: reading), in: reading)
        }
        let edition = comparison.edition
        Terminal.say(
            zh: "与\(edition.words.zh)（\(edition.released.iso) \(edition.releasedBy)签发，所知截至第 \(edition.head) 号变更）相比：",
            en: "Since \(edition.words.en) (released \(edition.released.iso) by \(edition.releasedBy), known up to change \(edition.head)):")
        if comparison.isUnmoved { Terminal.say(zh: "没有变化。", en: "nothing has moved.") }
        for one in comparison.moved {
            Terminal.say(
                zh: "\(one.id) \(one.name.zh)：\(one.then) → \(one.now ?? "不再印")；\(one.cause.zh)",
                en: "\(one.id) \(one.name.en): \(one.then) → \(one.now ?? "printed no more"); \(one.cause.en)")
        }
        for one in comparison.turned {
            Terminal.say(
                zh: "\(one.id) \(one.text.zh)：\(one.then.words.zh) → \(one.now?.words.zh ?? "不再声明")；\(one.reason.zh)",
                en: "\(one.id) \(one.text.en): \(one.then.words.en) → \(one.now?.words.en ?? "no longer declared"); \(one.reason.en)")
        }
        if comparison.moved.isEmpty, comparison.turned.isEmpty, comparison.textDiffers {
            Terminal.say(zh: "数没有变，正文的文字变了。", en: "no figure has moved, but the words of the text have.")
        }
    }
}
