import Storage

/// What an account is opened with.
struct AccountKey: Sendable {
    /// The password of an account that anybody at this machine may take up: the posts of the sample park.
    static let trial = "trial"

    var password: String?
    var code: [UInt8]?
    var codeWindow: Int64?
    var wrong: Int64
    var lockedUntil: Moment?

    /// Whether it is open to anybody at this machine.
    var isTrial: Bool { password == AccountKey.trial }

    static func read(_ account: Int64, in reading: Reading) throws -> AccountKey? {
        try reading.row(
            "SELECT password, code, code_window, wrong, locked_until FROM \(AccountTables.key) WHERE account = \(account)"
        )
        .map { row in
            AccountKey(
                password: row.text(at: 0), code: row[1].data, codeWindow: row.integer(at: 2), wrong: row.integer(at: 3) ?? 0,
                lockedUntil: row.integer(at: 4).map { Moment(milliseconds: $0) })
        }
    }
}
