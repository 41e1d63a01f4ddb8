/// Days and times as workbooks store them: days since an epoch, with the time of day as a fraction.
///
/// The 1900 system holds a 29 February 1900 that never was (serial 60), for the sake of a program of 1983; days before it are one
/// off from days after it. The 1904 system counts from 1 January 1904 as 0.
enum SerialDay {
    /// The cell that a serial number stands for when its style shows `look`; nil where it is no day of the calendar system.
    static func cell(_ decimal: String, look: NumberLook, from1904: Bool) -> SheetCell? {
        guard !decimal.hasPrefix("-") else { return nil }
        let parts = decimal.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, whole.count <= 7, var serial = Int(whole) else { return nil }
        // Twelve places of a day are a ten-millionth of a second.
        let places = parts.count > 1 ? String(parts[1].prefix(12)) : ""
        let fraction = Int(places + String(repeating: "0", count: 12 - places.count)) ?? 0
        var seconds = (fraction * 86_400 + 500_000_000_000) / 1_000_000_000_000
        if look == .time {
            let all = serial * 86_400 + seconds
            return .text(SheetCell.clock(all / 3600, all / 60 % 60, all % 60))
        }
        if look == .day { seconds = 0 }
        if seconds == 86_400 {
            seconds = 0
            serial += 1
        }
        if !from1904, serial == 60 { return .text("1900-02-29") }
        guard let day = day(serial, from1904: from1904) else { return nil }
        if look == .day { return .day(year: day.year, month: day.month, day: day.day) }
        return .moment(
            year: day.year, month: day.month, day: day.day, hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60)
    }

    private static func day(_ serial: Int, from1904: Bool) -> (year: Int, month: Int, day: Int)? {
        guard serial <= 2_958_465, from1904 || serial > 0 else { return nil }
        // Days from 1 March of year 0 to 30 December 1899 and to 1 January 1904.
        let days = from1904 ? serial + 695_361 : serial + (serial < 60 ? 693_900 : 693_899)
        let (year, month, day) = civil(days)
        return year <= 9999 ? (year, month, day) : nil
    }

    /// The civil day of a count from 1 March of year 0.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let era = days / 146_097
        let ofEra = days % 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * ofYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, ofYear - (153 * shifted + 2) / 5 + 1)
    }

    /// The serial number of a day in the 1900 system, for writing; nil before 1900-03-01.
    static func serial(_ year: Int, _ month: Int, _ day: Int) -> Int? {
        guard (1900...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        let y = month > 2 ? year : year - 1
        let m = month > 2 ? month - 3 : month + 9
        let days = 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1
        let serial = days - 693_899
        guard serial > 60, let back = SerialDay.day(serial, from1904: false), back == (year, month, day) else { return nil }
        return serial
    }

    /// A cell of type `d`, which strict workbooks write: `2022-12-31` or `2022-12-31T08:30:00`.
    static func iso(_ text: String) -> SheetCell? {
        let halves = text.split(separator: "T", omittingEmptySubsequences: false)
        let day = halves[0].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
        guard halves.count <= 2, day.count == 3, serial(day[0], day[1], day[2]) != nil else { return nil }
        guard halves.count == 2 else { return .day(year: day[0], month: day[1], day: day[2]) }
        let time = halves[1].prefix(8).split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
        guard (2...3).contains(time.count), (0...23).contains(time[0]), (0...59).contains(time[1]),
            (0...59).contains(time.count > 2 ? time[2] : 0)
        else { return nil }
        return .moment(year: day[0], month: day[1], day: day[2], hour: time[0], minute: time[1], second: time.count > 2 ? time[2] : 0)
    }
}
