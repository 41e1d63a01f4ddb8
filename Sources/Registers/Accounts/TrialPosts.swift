public import Storage

/// The posts of a sample park, so that somebody who looks at the book for the first time can be each of them without a password.
///
/// The door offers them on this machine's loopback alone, and a post that is given a password is none any longer.
public struct TrialPosts: Sendable {
    private let accounts: Accounts

    public init(_ accounts: Accounts) { self.accounts = accounts }

    /// Makes accounts with these names, posts, roles and own records. Refused where the book has accounts already.
    public func make(_ posts: [Account], at moment: Moment) throws {
        try accounts.book.store.write(AccessLog.intent(Subject.console.name, Words(zh: "设立示例岗位", en: "The posts of the sample park"), at: moment)) {
            writing in
            guard try accounts.isEmpty(in: writing) else {
                throw Refused(zh: "已经有账号，不再设示例岗位。", en: "There are accounts already; no posts for trial are made.")
            }
            for post in posts {
                try accounts.rules.demand(roles: post.roles, own: post.own)
                let made = try accounts.add(post, by: Subject.console.name, in: writing)
                try writing.execute("UPDATE \(AccountTables.key) SET password = \(AccountKey.trial) WHERE account = \(made.id)")
            }
        }
    }
}
