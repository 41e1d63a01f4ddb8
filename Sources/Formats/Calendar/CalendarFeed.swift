/// Days to keep as a calendar that programs subscribe to (iCalendar, RFC 5545).
public struct CalendarFeed: Sendable {
    /// Something that is due on a day.
    public struct Event: Sendable {
        /// Names it for ever: a program that reads the calendar anew finds it again by this.
        public var id: String
        /// `20221209`.
        public var day: String
        /// The day after, on which a whole day ends.
        public var next: String
        public var title: String
        public var note: String
        /// Where it is looked up; nil where nowhere.
        public var address: String?

        public init(id: String, day: String, next: String, title: String, note: String, address: String? = nil) {
            self.id = id
            self.day = day
            self.next = next
            self.title = title
            self.note = note
            self.address = address
        }
    }

    private let name: String
    private let stamp: String
    private let events: [Event]

    /// - Parameters:
    ///   - stamp: when it was written, in UTC: `20221209T083000Z`.
    public init(name: String, stamp: String, events: [Event]) {
        self.name = name
        self.stamp = stamp
        self.events = events
    }

    /// The calendar's text, its lines folded at 75 octets.
    public var text: String {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Yuanbu//Yuanbu//ZH", "CALSCALE:GREGORIAN", "X-WR-CALNAME:\(escaped(name))"]
        for event in events {
            lines += [
                "BEGIN:VEVENT", "UID:\(escaped(event.id))", "DTSTAMP:\(stamp)", "DTSTART;VALUE=DATE:\(event.day)", "DTEND;VALUE=DATE:\(event.next)",
                "SUMMARY:\(escaped(event.title))", "DESCRIPTION:\(escaped(event.note))", "TRANSP:TRANSPARENT",
            ]
            if let address = event.address { lines.append("URL:\(address.filter { !$0.isNewline })") }
            lines.append("END:VEVENT")
        }
        lines.append("END:VCALENDAR")
        return lines.map { folded($0) + "\r\n" }.joined()
    }

    private func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\", ";", ",": result += "\\\(character)"
            case "\n", "\r\n", "\r": result += "\\n"
            default: result.append(character)
            }
        }
        return result
    }

    /// At most 75 octets a line, the next one beginning with a blank; a character is never split.
    private func folded(_ line: String) -> String {
        var (result, length) = ("", 0)
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if length + width > 75 {
                result += "\r\n "
                length = 1
            }
            result.unicodeScalars.append(scalar)
            length += width
        }
        return result
    }
}
