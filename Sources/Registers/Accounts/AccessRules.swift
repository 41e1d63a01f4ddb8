import Storage

/// How the park's door is set: `access:` in `site.yaml`, or what is usual.
public struct AccessRules: Sendable, Hashable {
    public var password = PasswordRules()
    /// After so many wrong tries in a row an account is locked.
    public var wrongTries = 5
    /// For so many minutes.
    public var lockMinutes = 15
    /// A session that nobody used for so many minutes is over.
    public var idleMinutes = 60
    /// However much it is used, after so many hours.
    public var sessionHours = 12
    /// How many days a one-time link holds.
    public var linkDays = 3

    public init() {}
}
