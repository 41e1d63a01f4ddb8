import Storage

extension Period {
    /// The periods of a kind that this one is made of, cut at its own ends: a month's weeks, with the days of the first and the last
    /// week that lie in it. Every day stands in exactly one part, so what is counted by the day adds up.
    public func parts(_ kind: Kind) -> [Period] {
        var parts: [Period] = []
        var next: Day? = start
        while let day = next, day <= end, let whole = Period(kind, of: day) {
            if let part = day...min(whole.end, end) == whole.start...whole.end ? whole : part(from: day, to: min(whole.end, end)) {
                parts.append(part)
            }
            next = whole.end.adding(days: 1)
        }
        return parts
    }

    /// A stretch of one year; of two years, as a week over 31 December has, nothing.
    private func part(from first: Day, to last: Day) -> Period? { Period(days: first...last) }
}
