import Registers

/// Who asks: an account with its session, or somebody whom the site was told to take everybody for.
struct Guest: Sendable {
    var permission: Permission
    /// Nil where nobody has signed in.
    var account: Account?
    /// The token of the session; empty where there is none.
    var session = ""
    /// Whether a bearer token of the API was shown in place of a session; such a request sends no forms.
    var isProgram = false

    /// What the forms of this guest's pages carry.
    var formToken: String { session.isEmpty ? "" : Token.form(of: session) }

    static let nobody = Guest(permission: Permission(Subject(name: ""), reach: .nothing))
}
