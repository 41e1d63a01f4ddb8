public import Registers
public import Storage

/// What was printed of figures when they were released (签发): the bases of growths whose indicator declares `base: published`.
public protocol PublishedFigures: Sendable {
    /// The registers whose records say what was released.
    var registers: Set<Name> { get }

    /// What the newest edition that stood as of a change printed of an indicator for the period that it reports on, in a unit; nil where none did.
    func value(_ indicator: Name, _ period: Period, scope: Name, unit: Unit?, asOf: Int64?, in reading: Reading) throws -> Amount?
}
