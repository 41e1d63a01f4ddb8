import GRDB
import Synchronization

/// Writes that wait for the one connection that writes. All that came while it was busy share the next commit: a commit waits
/// for the disk, and the disk takes as long for one as for many.
final class WriteQueue: Sendable {
    /// One write: runs inside a transaction, and is told afterwards whether that was committed.
    struct Job: Sendable {
        let run: @Sendable (any Connection) throws -> Void
        /// Called once, with what prevented it or nil.
        let finish: @Sendable ((any Error)?) -> Void
    }

    private struct State {
        var jobs: [Job] = []
        var isDraining = false
    }

    /// The most that share a commit, so that nobody waits for a crowd.
    private static let limit = 256

    private let state = Mutex(State())

    func add(_ job: Job, in pool: DatabasePool) {
        let isFirst = state.withLock { state in
            state.jobs.append(job)
            defer { state.isDraining = true }
            return !state.isDraining
        }
        if isFirst { drain(in: pool) }
    }

    /// Takes one group on the writing connection's queue, then lets others have their turn before the next.
    private func drain(in pool: DatabasePool) {
        pool.asyncWriteWithoutTransaction { database in
            let jobs = self.state.withLock { state in
                defer { state.jobs.removeFirst(min(state.jobs.count, WriteQueue.limit)) }
                return Array(state.jobs.prefix(WriteQueue.limit))
            }
            WriteQueue.commit(jobs, database)
            let isDone = self.state.withLock { state in
                state.isDraining = !state.jobs.isEmpty
                return state.jobs.isEmpty
            }
            if !isDone { self.drain(in: pool) }
        }
    }

    /// Commits the jobs in one transaction, each in a savepoint of its own, so that one that throws leaves the others.
    private static func commit(_ jobs: [Job], _ database: Database) {
        var failures = [(any Error)?](repeating: nil, count: jobs.count)
        do {
            try database.inTransaction(.immediate) {
                let access = SQLiteAccess(database)
                defer { access.end() }
                for (index, job) in jobs.enumerated() {
                    do {
                        try database.inSavepoint {
                            try job.run(access)
                            try access.refuseIfOver()
                            return .commit
                        }
                    } catch {
                        failures[index] = error
                        try access.refuseIfOver()
                    }
                }
                return .commit
            }
        } catch {
            for index in jobs.indices where failures[index] == nil { failures[index] = error }
        }
        for (job, failure) in zip(jobs, failures) { job.finish(failure) }
    }
}
