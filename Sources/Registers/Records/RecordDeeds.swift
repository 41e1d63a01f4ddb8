public import Storage

/// What somebody may do with a record as it stands: the buttons of its page, by the same rules that bind the deeds themselves.
public struct RecordDeeds: Sendable {
    /// Whether its fields may be changed.
    public var edits = false
    /// Whether it may be voided. Others may still refer to it; voiding says so.
    public var voids = false
    /// The steps of its workflow that may be taken from where it stands, in the order of the declaration.
    public var moves: [Move] = []
    /// Whether it is finished, so that a step opens it before it is changed.
    public var isClosed = false

    /// Nothing may be done.
    public static let none = RecordDeeds()
}

extension Records {
    /// What may be done with a record now; nothing where there is none, it may not be seen, or it was voided.
    public func deeds(_ id: Int64, of register: Register, in reading: Reading) throws -> RecordDeeds {
        let layout = RecordLayout(register)
        guard permission.sees(register), let row = try RecordSelect.row(id, layout, in: reading)?.row, row[layout.void] == 0,
            permission.sees(id, row, layout)
        else { return .none }
        let rules = MoveRules(register, book.catalogue, permission)
        let moves = try register.moves.filter { move in
            do {
                try rules.demand(move, id, row, layout, by: permission.subject.name, in: reading)
                return true
            } catch is Refused {
                return false
            }
        }
        let isWriter = permission.writes(id, row, layout)
        let isClosed = Records.isClosed(row, layout)
        return RecordDeeds(edits: isWriter && !isClosed, voids: isWriter, moves: moves, isClosed: isClosed)
    }

    /// Throws `Overtaken` where a record was changed after the change that somebody saw it at.
    public func demandUnchanged(_ id: Int64, since seen: Int64, of register: Register, in reading: Reading) throws {
        guard let record = try record(id, of: register, in: reading), record.since != seen else { return }
        throw Overtaken(record: record, by: try reading.change(number: record.since) ?? .none)
    }
}

/// Somebody else changed the record meanwhile.
public struct Overtaken: Error, Sendable {
    /// The record as it stands now.
    public let record: Record
    /// The change that made it so.
    public let by: Change
}
