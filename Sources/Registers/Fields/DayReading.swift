public import Storage

/// Reads the days that people type and workbooks hold.
public enum DayReading {
    /// `2022-3-13`, `2022/03/13`, `2022.3.13`, `2022年3月13日`, `20220313`, or an Excel serial number of the 1900 system.
    public static func day(_ input: Input) throws(Fault) -> Day {
        switch input {
        case .day(let day): return day
        case .number(let text):
            if let day = serial(text) { return day }
            if let number = Int64(text), let day = Day(number: number) { return day }
        case .text(let text):
            if let day = written(Narrow.text(text)) { return day }
        default: break
        }
        let shown = input.shown.prefix(40)
        throw Fault(
            zh: "“\(shown)”不是日历上有的日期。写成 2022-03-13 或 2022年3月13日。", en: "“\(shown)” is no day of the calendar. Write 2022-03-13.")
    }

    /// Years, months and days in Chinese or with marks between them; the time of day that a workbook adds is dropped when it is midnight.
    static func written(_ text: String) -> Day? {
        var text = text[...]
        for midnight in [" 00:00:00", " 0:00:00", " 00:00", " 0:00", "T00:00:00"] where text.hasSuffix(midnight) {
            text = text.dropLast(midnight.count)
        }
        if text.count == 8, let number = Int64(text) { return Day(number: number) }
        let parts = text.split(omittingEmptySubsequences: false) { "-/.年月日 ".contains($0) }.filter { !$0.isEmpty }
        guard parts.count == 3, parts[0].count == 4, parts.allSatisfy({ $0.count <= 4 && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        return Day(year, month, day)
    }

    /// The day of an Excel serial number from 1 January 1900; 60, the 29 February 1900 that never was, is none.
    static func serial(_ text: String) -> Day? {
        guard let serial = Int(text.split(separator: ".").first ?? ""), (1...2_958_465).contains(serial), serial != 60, text.count <= 7 else {
            return nil
        }
        guard let origin = Day(1899, 12, 31) else { return nil }
        return origin.adding(days: serial > 60 ? serial - 1 : serial)
    }
}
