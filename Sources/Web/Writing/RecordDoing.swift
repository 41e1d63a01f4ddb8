import Registers
import Storage

/// What all deeds on a record need.
enum RecordDoing {
    /// The record as it may be seen.
    static func record(_ id: Int64, _ register: Register, _ visit: Visit, _ desk: Desk, _ reading: Reading) throws -> Record {
        guard let record = try desk.records(visit).record(id, of: register, in: reading) else {
            throw Problem.missing(zh: "“\(register.name.zh)”里没有第 \(id) 号记录。", en: "There is no record \(id) in “\(register.name.en)”.")
        }
        return record
    }

    /// The change at which the form saw the record.
    static func since(_ form: Form) throws(Problem) -> Int64 {
        guard let since = form["since"].flatMap({ Int64($0) }), since > 0 else { throw Problem.badForm }
        return since
    }
}

extension Visit {
    /// What a form wants to write, and why; a form that is sent twice writes once.
    func intent(_ kind: String, _ form: Form) -> Intent {
        let key = form["key"].map { "form:\(subject):\($0.prefix(80))" }
        return Intent(subject: subject, reason: String((form["reason"] ?? "").prefix(500)), kind: kind, key: key, at: .now())
    }
}
