import Foundation
import Hummingbird
import Registers
import ServiceLifecycle
import Storage

/// How much waits for a guest, said anew whenever it changes, for as long as a page of the guest is looked at (server-sent events).
///
/// It asks the book for its last change every two seconds, and counts only where there is a new one; so it also sees what another
/// program writes. It ends with the session, and when the site closes.
struct LiveWork: Sendable {
    let presenter: Presenter
    let guest: Guest

    private static let pause = Duration.seconds(2)
    /// Proxies cut a line that is silent for a minute.
    private static let beatEvery = 12

    func response() -> Response {
        var response = Response(status: .ok)
        response.headers[.contentType] = "text/event-stream"
        response.headers[.cacheControl] = "no-store"
        response.body = ResponseBody { writer in
            do { try await tell { try await writer.write(ByteBuffer(string: $0)) } } catch is CancellationError {}
            try await writer.finish(nil)
        }
        return response
    }

    private func tell(_ write: (String) async throws -> Void) async throws {
        var (seen, said): (Seen?, String?) = (nil, nil)
        var silent = 0
        while true {
            guard let now = try await look(after: seen) else { return }
            if let count = now.count, count != said {
                try await write("data: \(count)\n\n")
                (said, silent) = (count, 0)
            } else if silent >= LiveWork.beatEvery {
                try await write(":\n\n")
                silent = 0
            }
            seen = now.seen
            silent += 1
            try await cancelWhenGracefulShutdown { try await Task.sleep(for: LiveWork.pause) }
        }
    }

    /// What a count depends on.
    private struct Seen: Equatable {
        let change: Int64
        let today: Day
    }

    /// How it is now, counted where anything is new; nil where the session is over.
    private func look(after seen: Seen?) async throws -> (seen: Seen, count: String?)? {
        try await presenter.book.store.read { reading in
            guard let guest = try current(in: reading) else { return nil }
            let desk = presenter.desk(guest)
            let now = Seen(change: try reading.changes(before: nil, limit: 1).first?.number ?? 0, today: desk.today)
            guard now != seen else { return (now, nil) }
            let workload = try Records(desk.book, guest.permission).workload(on: desk.today, limit: 0, in: reading)
            return (now, "{\"open\":\(workload.count),\"late\":\(workload.late)}")
        }
    }

    /// The guest as the roles are now; nil where the session is over.
    private func current(in reading: Reading) throws -> Guest? {
        guard case .accounts(let accounts) = presenter.admission else { return guest }
        guard let found = try Sessions(accounts.book).find(guest.session, at: .now(), in: reading) else { return nil }
        return Guest(permission: found.account.permission(accounts.book.catalogue), account: found.account, session: guest.session)
    }
}
