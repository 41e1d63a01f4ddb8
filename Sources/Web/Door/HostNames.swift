import Synchronization

/// The names under which the book may be asked for. A page elsewhere whose name was bent to this machine comes under its own
/// name and is refused (DNS rebinding).
final class HostNames: Sendable {
    private let port = Mutex<Int?>(nil)
    /// The name that the park's proxy serves the book under (`book.park.gov.cn`); nil where it is only open on this machine.
    let published: String?

    init(published: String? = nil) { self.published = published }

    /// Called once the door is open.
    func open(port number: Int) { port.withLock { $0 = number } }

    /// Whether a request's host may be answered.
    func admit(_ authority: String?) -> Bool {
        guard let authority, authority.utf8.count < 256 else { return false }
        if let published, authority == published { return true }
        let open = port.withLock { $0 }
        return ["127.0.0.1", "localhost", "[::1]"].contains { name in
            guard let open else { return authority == name || authority.hasPrefix(name + ":") }
            return authority == "\(name):\(open)" || (open == 80 && authority == name)
        }
    }
}
