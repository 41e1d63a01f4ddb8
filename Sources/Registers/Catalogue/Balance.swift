public import Storage

/// What goes out of something stays within what came in for it: payments of a fund within what arrived.
///
/// It looks across records, which a field's `check` can't; `Balances` asks it whenever either side is written.
public struct Balance: Sendable, Hashable {
    /// One side: a register's numbers, each belonging to the record that its reference names.
    public struct Side: Sendable, Hashable {
        public var register: Name
        public var reference: Name
        public var amount: Name
    }

    /// The register whose records have the balance.
    public var owner: Name
    public var income: Side
    public var outgo: Side
    /// By what an outgoing amount is multiplied to get into the unit of what comes in.
    public var factor: Amount
}
