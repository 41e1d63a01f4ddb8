@testable import Storage
import Testing

@Suite("The new rows of a change")
struct NewRowsTests {
    private func numbers(_ ids: [Int64]) throws -> (ranges: [ClosedRange<Int64>], isStale: Bool) {
        var rows = NewRows()
        for id in ids { rows.add(id, [1]) }
        #expect(rows.count == Int64(ids.count) && rows.first == ids.first)
        return (rows.ranges, rows.isStale)
    }

    @Test("are held as ranges of their numbers, and read once more where they did not come in order")
    func ranges() throws {
        #expect(try numbers([]).ranges == [])
        #expect(try numbers([7]).ranges == [7...7])
        #expect(try numbers([7, 8, 9]).ranges == [7...9])
        #expect(try numbers([7, 8, 10, 12, 13]).ranges == [7...8, 10...10, 12...13])
        #expect(try !numbers([7, 8, 10]).isStale)
        #expect(try numbers([7, 9, 8]).isStale)
    }

    @Test("that did not come in order are asked for from the first")
    func stale() throws {
        var rows = NewRows()
        for id in [7, 9, 8] as [Int64] { rows.add(id, [UInt8(id)]) }
        var asked: Int64?
        let digest = try rows.finish { first, stream in
            asked = first
            stream.append([7, 8, 9])
        }
        #expect(asked == 7 && digest == DigestStream.digest([7, 8, 9]))
    }
}
