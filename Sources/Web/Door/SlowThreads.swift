import NIOPosix
import Synchronization

/// Two threads for what takes a moment on purpose: hashing passwords. Whoever comes when too many wait is asked to come again.
final class SlowThreads: Sendable {
    private let pool: NIOThreadPool
    private let waiting = Mutex(0)
    private let most: Int

    init(threads: Int = 2, most: Int = 16) {
        pool = NIOThreadPool(numberOfThreads: threads)
        pool.start()
        self.most = most
    }

    /// Runs a body on one of them.
    func run<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        let isFull = waiting.withLock { waiting in
            guard waiting < most else { return true }
            waiting += 1
            return false
        }
        guard !isFull else { throw Problem.tooMany }
        defer { waiting.withLock { $0 -= 1 } }
        return try await pool.runIfActive(body)
    }
}
