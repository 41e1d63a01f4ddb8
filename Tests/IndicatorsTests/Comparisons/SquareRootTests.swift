@testable import Indicators
import Storage
import Testing

@Suite("Square roots")
struct SquareRootTests {
    @Test("the whole root of any number is the largest whose square is not above")
    func whole() {
        var dice = Dice(seed: 5)
        var numbers: [UInt128] = [0, 1, 2, 3, 4, 8, 9, 15, 16, 17, .max, .max - 1, UInt128(UInt64.max) * UInt128(UInt64.max)]
        for shift in 0..<124 { numbers.append((UInt128(dice.next()) << UInt128(shift % 64)) >> UInt128(shift / 2)) }
        for number in numbers {
            let root = SquareRoot.whole(number)
            #expect(root.multipliedReportingOverflow(by: root).overflow == false && root * root <= number)
            let next = (root + 1).multipliedReportingOverflow(by: root + 1)
            #expect(next.overflow || next.partialValue > number)
        }
    }

    @Test("an exact root is exact")
    func exact() throws {
        let root = SquareRoot.of(try Amount(121, over: 100))
        #expect(try root == Amount(11, over: 10))
        #expect(SquareRoot.of(Amount(144)) == Amount(12))
        #expect(SquareRoot.of(.zero) == .zero)
        #expect(SquareRoot.of(Amount(-1)) == nil)
        #expect(SquareRoot.of(Amount(.max)) == nil)
    }

    @Test("a root that is just above a tie rounds as the true root does, below zero too")
    func ties() throws {
        // (0.9645)² and one part in 10¹⁸ more: −3.55 exactly rounds to −3.6, the least above it to −3.5.
        let unit = Int128(1_000_000_000_000_000_000)
        func printed(_ above: Int128) throws -> String {
            let value = Growth.twoYear(.amount(.one), .amount(try Amount(Int128(930_260_250_000_000_000) + above, over: unit)))
            return Figure.text(value, places: 1, .zh)
        }
        #expect(try printed(0) == "-3.6")
        #expect(try printed(1) == "-3.5")
        #expect(try printed(-1) == "-3.6")
        // (1.0355)² and the least less or more.
        func higher(_ above: Int128) throws -> String {
            let value = Growth.twoYear(.amount(.one), .amount(try Amount(Int128(1_072_260_250_000_000_000) + above, over: unit)))
            return Figure.text(value, places: 1, .zh)
        }
        #expect(try higher(0) == "3.6")
        #expect(try higher(-1) == "3.5")
        #expect(try higher(1) == "3.6")
    }
}
