import Formats
import Hummingbird
import Registers
import Storage

/// The limits of whoever a calendar's word belongs to, for the calendar of a telephone or of WeCom to subscribe to.
struct CalendarFile {
    let presenter: Presenter
    let token: String

    /// The most limits that a calendar holds.
    private static let most = 300

    func response(_ request: Request) async throws -> Response {
        guard case .accounts(let accounts) = presenter.admission else { throw Problem.nowhere }
        let (tokens, book, now) = (AccessTokens(accounts.book), presenter.book, Moment.now())
        let host = request.head.authority ?? ""
        let text = try await book.store.read { reading -> String? in
            guard let found = try tokens.find(token, at: now, in: reading), found.use == .calendar else { return nil }
            let desk = presenter.desk(Guest(permission: found.account.permission(book.catalogue), account: found.account))
            let records = Records(book, found.account.permission(book.catalogue))
            let items = try records.workload(on: desk.today, limit: CalendarFile.most, in: reading).items
            let site = "\(presenter.isPublished ? "https" : "http")://\(host)"
            return CalendarFeed(
                name: "\(book.catalogue.site.name.zh)待办", stamp: CalendarFile.stamp(now),
                events: items.compactMap { CalendarFile.event($0, site, host) }
            ).text
        }
        guard let text else { throw Problem.nowhere }
        var response = Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: text)))
        response.headers[.contentType] = "text/calendar; charset=utf-8"
        response.headers[.cacheControl] = "private, no-store"
        return response
    }

    private static func event(_ item: WorkItem, _ site: String, _ host: String) -> CalendarFeed.Event? {
        guard let due = item.due, let next = due.adding(days: 1) else { return nil }
        let register = item.register
        let note = [register.name.zh, item.record.state.flatMap { register.state($0)?.name.zh }, item.whose?.zh].compactMap { $0 }
        return CalendarFeed.Event(
            id: "\(register.id.text)-\(item.record.id)@\(host)", day: String(due.number), next: String(next.number), title: "到期：\(item.record.title)",
            note: note.joined(separator: " · "), address: site + Link.record(register.id, item.record.id))
    }

    /// `20221209T083000Z`.
    private static func stamp(_ moment: Moment) -> String {
        moment.text(offset: 0).filter { $0.isNumber }.prefix(8) + "T" + moment.text(offset: 0).filter { $0.isNumber }.suffix(4) + "00Z"
    }
}
