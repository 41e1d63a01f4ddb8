import Registers
import Storage

/// A change for programs: who, when and why.
enum ChangeJSON {
    static func value(_ change: Change, _ desk: Desk) -> JSON {
        .of([
            ("number", .whole(change.number)), ("at", .string(RecordJSON.moment(change.at, offset: desk.catalogue.site.offset))),
            ("subject", .string(change.subject)), ("kind", .string(change.kind)), ("reason", .string(change.reason)),
        ])
    }
}
