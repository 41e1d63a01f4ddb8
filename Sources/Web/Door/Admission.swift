public import Registers

/// Who is let in.
public enum Admission: Sendable {
    /// Who signs in with an account.
    case accounts(Accounts)
    /// Everybody, as one and the same reader; for a book that is only looked at on the machine itself, and for tests.
    case everybody(Permission)
}
