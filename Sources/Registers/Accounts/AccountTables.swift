import Storage

/// The tables of people who work with the book.
///
/// Who has an account, with which roles, is versioned and stands in the chain as records do. What opens a door (passwords, sessions,
/// links) is kept beside it and is gone when it no longer holds. The log is plain rows whose digest is in the chain.
enum AccountTables {
    /// Accounts as they are, and as they were. `roles` and `own` are written as `Account` does; `ended` is 0 or 1.
    static let account = VersionedTable(
        "account",
        [
            Column("name", .text, isRequired: true), Column("title", .text, isRequired: true), Column("email", .text),
            Column("roles", .text, isRequired: true), Column("own", .text, isRequired: true), Column("ended", .integer, isRequired: true),
        ], uniques: [["name"]])

    /// What an account is opened with, one row each: `password` as `Password.stored`, `code` the secret of the second factor. Wrong tries in a
    /// row are counted until one is right.
    static let key = Table(
        "account_key",
        [
            Column("account", .integer, isRequired: true, references: "account"), Column("password", .text), Column("set_at", .integer),
            Column("code", .data), Column("code_window", .integer), Column("wrong", .integer, isRequired: true, initial: 0),
            Column("locked_until", .integer),
        ], uniques: [["account"]])

    /// Sessions by the digest of their token: who reads the book's file can't take one over.
    static let session = Table(
        "session",
        [
            Column("token", .text, isRequired: true), Column("account", .integer, isRequired: true, references: "account"),
            Column("begun", .integer, isRequired: true), Column("seen", .integer, isRequired: true), Column("device", .text, isRequired: true),
        ], uniques: [["token"]], indexes: [["account"]])

    /// Links by which somebody sets a password once, by the digest of their token.
    static let link = Table(
        "one_time_link",
        [
            Column("token", .text, isRequired: true), Column("account", .integer, isRequired: true, references: "account"),
            Column("until", .integer, isRequired: true),
        ], uniques: [["token"], ["account"]])

    /// Words by which programs come in, by their digest. `reach` is what one opens (`AccessToken.Use`).
    static let token = Table(
        "access_token",
        [
            Column("token", .text, isRequired: true), Column("account", .integer, isRequired: true, references: "account"),
            Column("name", .text, isRequired: true), Column("reach", .text, isRequired: true), Column("made", .integer, isRequired: true),
            Column("seen", .integer), Column("until", .integer, isRequired: true),
        ], uniques: [["token"]], indexes: [["account"]])

    /// Who came in, who was refused, who took what out. Never altered; each row is noted in its change.
    static let log = Table(
        "access_log",
        [
            Column("id", .integer, isKey: true), Column("change", .integer, isRequired: true, references: "change"),
            Column("at", .integer, isRequired: true), Column("account", .text, isRequired: true), Column("kind", .text, isRequired: true),
            Column("zh", .text, isRequired: true), Column("en", .text, isRequired: true), Column("from_where", .text, isRequired: true),
        ], indexes: [["account"], ["change"]])

    static let all = account.tables + [key, session, link, token, log]
}
