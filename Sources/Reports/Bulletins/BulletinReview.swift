import Indicators
import Registers
import Storage

/// Puts the figures of every bulletin of a year beside what they are now.
struct BulletinReview {
    let drafts: Drafts
    let year: Period
    let reading: Reading

    /// How many records of a figure are compared, and how many of those that left are told.
    private static let compared = 20_000

    private var figures: Figures { drafts.figures }

    func review() throws -> (bulletins: Int, departures: [Departure]) {
        let heads = try EditionHeads(figures.book, reading)
        let last = try reading.lastChange()
        var bulletins = 0
        var departures: [Departure] = []
        for report in drafts.catalogue.reports where report.rhythm != .year {
            let flows = report.flows(figures.indicators)
            guard !flows.isEmpty else { continue }
            for period in periods(report.rhythm) {
                guard let (change, isReleased) = try moment(report, period, heads, last) else { continue }
                bulletins += 1
                for indicator in flows {
                    if let departure = try departure(report, period, change, isReleased, indicator) { departures.append(departure) }
                }
            }
        }
        return (bulletins, departures)
    }

    /// The periods of a rhythm that belong to the year.
    private func periods(_ rhythm: Rhythm) -> [Period] {
        var periods: [Period] = []
        var next = rhythm.period(of: year.start)
        while let period = next, period.year <= year.year {
            if period.year == year.year { periods.append(period) }
            next = period.next
        }
        return periods
    }

    /// The newest change that a bulletin knew: that of its first edition, or of the day on which it is put together. Nil where that
    /// day is still to come, or the book knew nothing.
    private func moment(_ report: ReportDeclaration, _ period: Period, _ heads: EditionHeads, _ last: Change) throws -> (Change, Bool)? {
        if let number = heads.head(report.id, period) { return try reading.change(number: number).map { ($0, true) } }
        guard let day = period.end.adding(days: report.text.delay), day < last.day, let after = day.adding(days: 1),
            let moment = Moment(after, offset: figures.book.catalogue.site.offset)
        else { return nil }
        let change = try reading.lastChange(before: moment)
        return change.number > 0 ? (change, false) : nil
    }

    private func departure(
        _ report: ReportDeclaration, _ period: Period, _ change: Change, _ isReleased: Bool, _ indicator: Indicator
    ) throws -> Departure? {
        let then = try figures.figure(indicator.id, period, asOf: change.number, in: reading)
        guard let before = then.value.amount, then.rows > 0 else { return nil }
        let now = try figures.figure(indicator.id, period, in: reading)
        guard try then.value != now.value || then.rows != now.rows || (isTouched(indicator, since: change.number)) else { return nil }
        let wentDown = now.value.amount.map { $0 < before } ?? true
        let records = try departed(indicator, period, change.number, wentDown: wentDown)
        guard wentDown || !records.isEmpty else { return nil }
        return Departure(
            report: report.id, title: report.title, period: period, asOf: change, isReleased: isReleased, indicator: indicator.id,
            name: indicator.name,
            unit: then.unit, places: then.places, then: then.value, now: now.value, records: records)
    }

    /// Whether it counts in nothing: deleted, or in a state that voids.
    private func isVoid(_ record: Record, _ register: Register) -> Bool {
        record.isVoid || register.states.contains { $0.id == record.state && $0.stage == .void }
    }

    /// Whether a record that was known then was replaced since.
    private func isTouched(_ indicator: Indicator, since head: Int64) throws -> Bool {
        guard let register = indicator.register.flatMap({ figures.book.catalogue.register($0) }) else { return true }
        return try reading.row(
            "SELECT id FROM \(register.table.past) WHERE until > \(head) AND since <= \(head) \(reading.dialect.limit(1, offset: 0))") != nil
    }

    /// The records that it rested on then and no longer does; where it went down, those that say something else, too.
    private func departed(_ indicator: Indicator, _ period: Period, _ head: Int64, wentDown: Bool) throws -> [DepartedRecord] {
        let then = try figures.rows(indicator.id, period, asOf: head, limit: BulletinReview.compared, in: reading)
        let now = Set(try figures.rows(indicator.id, period, limit: BulletinReview.compared, in: reading).ids)
        guard let register = figures.book.catalogue.register(then.register) else { return [] }
        let history = History(figures.book, figures.permission)
        return try then.ids.sorted().compactMap { id in
            // The last form of a year takes the place of the one before: that is no departure.
            let isGone = !now.contains(id) && !indicator.isLatest
            guard isGone || wentDown else { return nil }
            let versions = try history.versions(of: id, in: register, reading)
            guard let newest = versions.first else { return nil }
            let later = versions.filter { $0.change.number > head }
            let void = later.last { isVoid($0.record, register) }
            guard isGone || !later.isEmpty else { return nil }
            let told = void ?? later.last
            return DepartedRecord(
                register: register.id, id: id, title: newest.record.title,
                fate: isVoid(newest.record, register) ? .voided : isGone ? .moved : .changed,
                change: told?.change, sentences: told?.sentences ?? [])
        }
    }
}

/// Up to which change the released editions of the bulletins knew the book; none in a book without a register of editions.
struct EditionHeads {
    private var heads: [String: Int64] = [:]

    init(_ book: Book, _ reading: Reading) throws {
        guard let register = book.catalogue.register("edition") else { return }
        let names = ["report", "report_period", "head"]
        let terms = TermReading(book.catalogue, register: register)
        let place = Place(file: "", line: 1, column: 1)
        let fields = names.compactMap { try? terms.field([$0], place) }
        guard fields.count == names.count, let number = try? terms.field(["number"], place) else { return }
        let question = RecordRows.Question(
            register, filter: nil, asksState: false, order: [(number, true)], fields: fields, most: nil, period: (.first, .first), asOf: nil)
        // The first edition is what people read; a later one corrects it. Newest first, so that the first is kept.
        for row in try Records(book, .console).rows(question, in: reading).rows {
            guard case .text(let report) = row.values[0], case .text(let period) = row.values[1], case .integer(let head) = row.values[2] else {
                continue
            }
            heads["\(report) \(period)"] = head
        }
    }

    func head(_ report: Name, _ period: Period) -> Int64? { heads["\(report.text) \(period.description)"] }
}
