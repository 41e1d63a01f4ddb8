/// Reads days and months that are written in digits and dashes, straight from bytes.
enum PlainDay {
    /// `2022-03-13` as 20220313; nil for anything else.
    @inline(__always)
    static func day(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard bytes.count == 10, bytes[7] == 0x2D, let month = month(UnsafeBufferPointer(rebasing: bytes[..<7])),
            let day = number(bytes, 8, 2), day >= 1
        else { return nil }
        // To the 28th every month has the day; the calendar knows the rest.
        guard day <= 28 else { return nil }
        return month + day - 1
    }

    /// `2022-03` as the first day of the month, 20220301; nil for anything else.
    @inline(__always)
    static func month(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard bytes.count == 7, bytes[4] == 0x2D, let year = number(bytes, 0, 4), let month = number(bytes, 5, 2), year >= 1, (1...12).contains(month)
        else { return nil }
        return year * 10_000 + month * 100 + 1
    }

    @inline(__always)
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int64? {
        var value: Int64 = 0
        for index in start..<(start + count) {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { return nil }
            value = value * 10 + Int64(digit)
        }
        return value
    }
}
