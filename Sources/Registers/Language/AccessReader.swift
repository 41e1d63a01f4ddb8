/// Reads `access:` of `site.yaml`: what passwords must be like, when an account is locked, how long a session lasts.
enum AccessReader {
    static func rules(_ entry: Entry, _ diagnostics: inout Diagnostics) -> AccessRules {
        entry.allow(["password_length", "password_kinds", "wrong_tries", "lock_minutes", "idle_minutes", "session_hours", "link_days"], &diagnostics)
        var rules = AccessRules()
        func read(_ key: String, _ range: ClosedRange<Int>, _ path: WritableKeyPath<AccessRules, Int>) {
            if let number = entry[key]?.whole(range, &diagnostics) { rules[keyPath: path] = number }
        }
        // The least that is allowed is what is still of use.
        read("password_length", 8...64, \.password.least)
        read("password_kinds", 1...4, \.password.kinds)
        read("wrong_tries", 3...20, \.wrongTries)
        read("lock_minutes", 1...1440, \.lockMinutes)
        read("idle_minutes", 5...720, \.idleMinutes)
        read("session_hours", 1...72, \.sessionHours)
        read("link_days", 1...30, \.linkDays)
        return rules
    }
}
