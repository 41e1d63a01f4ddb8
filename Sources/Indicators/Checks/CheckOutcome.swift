public import Storage

/// What a check found in a period.
public struct CheckOutcome: Sendable {
    /// How many offend, in all.
    public var count: Int
    /// The first of them.
    public var offences: [Offence]
    /// The figures that were compared, where it is about figures.
    public var figures: [Figure]
    /// Why it could not be decided; nil where it could.
    public var undecided: Words?

    init(count: Int = 0, offences: [Offence] = [], figures: [Figure] = [], undecided: Words? = nil) {
        self.count = count
        self.offences = offences
        self.figures = figures
        self.undecided = undecided
    }

    /// Those of a list that a bench has room for, and the count of all.
    init(_ all: [Offence], _ bench: CheckBench) {
        self.init(count: all.count, offences: Array(all.prefix(bench.limit)))
    }
}

/// One thing that a check found: a record, something that should be there and is not, or a comparison that fails.
public struct Offence: Sendable, Hashable {
    /// The register and number of the record; nil where there is none to open.
    public var record: RecordNumber?
    public var title: String
    /// What is wrong with it, where its title doesn't say.
    public var note: Words?

    init(_ title: String, record: RecordNumber? = nil, note: Words? = nil) {
        self.title = title
        self.record = record
        self.note = note
    }
}

/// A record by its register and number.
public struct RecordNumber: Sendable, Hashable {
    public var register: Name
    public var id: Int64

    public init(register: Name, id: Int64) {
        self.register = register
        self.id = id
    }
}
