import Storage

/// The clock of the site, eight hours ahead of UTC.
enum SiteTime {
    static let offset = 28_800

    /// A moment in office hours of a day.
    static func at(_ day: Day, hour: Int = 9, minute: Int = 0) -> Moment {
        Moment(day, hour: hour, minute: minute, offset: offset) ?? Moment(milliseconds: 0)
    }

    /// A moment between nine and five that depends on nothing but the words given.
    static func during(_ day: Day, _ purpose: String) -> Moment {
        var draw = SplitMix64(UInt64(bitPattern: day.number), purpose)
        return at(day, hour: Int(draw.whole(9...16)), minute: Int(draw.whole(0...59)))
    }

    /// Friday afternoon of a day's week, when offices write up what the week brought; the story's last afternoon where that lies beyond it.
    static func weekly(_ day: Day, hour: Int = 16) -> Moment {
        let day = max(day, Start.day)
        let friday = day.adding(days: max(0, 5 - day.weekday)) ?? day
        return at(min(friday, Start.end), hour: hour)
    }

    /// The first working day of the week on or after a day; holidays are not looked up here.
    static func weekday(_ day: Day) -> Day {
        var day = day
        while day.weekday > 5, let next = day.adding(days: 1) { day = next }
        return day
    }
}
