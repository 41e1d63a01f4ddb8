public import Storage

/// What makes the records of a register work to be done: until when, by whom, and what shows that it was done in time.
///
/// `work: { due: promised, met: answered, whose: [first_asked, office], paused: [suspended] }`. A record is open while its state is, and
/// where the register has no states, until `met` is filled. An empty `work: {}` is work without a limit.
public struct Work: Sendable, Hashable {
    /// The day by which it is to be done.
    public var due: Name?
    /// The field whose filling keeps the limit, be the record finished or not: a case answered in time waits for its call back.
    public var met: Name?
    /// The fields that say whose it is; the first that is filled holds.
    public var whose: [Name]
    /// The states in which the clock stands still.
    public var paused: Set<Name>

    public init(due: Name? = nil, met: Name? = nil, whose: [Name] = [], paused: Set<Name> = []) {
        self.due = due
        self.met = met
        self.whose = whose
        self.paused = paused
    }
}
