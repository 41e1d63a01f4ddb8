import Proofs
import Storage
import Testing

@testable import Reports

@Suite("What two sides have, put side by side")
struct ReconciliationTests {
    private func entry(_ key: String, _ amount: String?, _ title: String = "") -> Reconciliation.Entry {
        .init(key: key, title: title.isEmpty ? key : title, amount: amount.flatMap { Amount($0) })
    }

    @Test("each key stands once: differing, only ours, only theirs, rounded, agreeing, in this order")
    func standings() throws {
        let theirs = [entry("b", "12.35"), entry("c", "7"), entry("d", "5"), entry("a", "10")]
        let result = try Reconciliation(
            ours: [entry("a", "10"), entry("b", "12.345"), entry("c", "9.5"), entry("e", "3")], theirs: theirs,
            precision: Precision(theirs: .init(factor: .one, places: 2)))
        #expect(result.rows.map(\.key) == ["c", "e", "d", "b", "a"])
        #expect(result.rows.map(\.standing) == [.differs, .onlyOurs, .onlyTheirs, .rounding, .agrees])
        #expect(result.rows.map(\.difference.description) == ["2.5", "3", "-5", "-0.005", "0"])
        // 34.845 − 34.35
        #expect((result.ours.description, result.theirs.description, result.difference.description) == ("34.845", "34.35", "0.495"))
    }

    @Test("entries of a side under one key are added up; those without a key fit nothing")
    func gathered() throws {
        let result = try Reconciliation(
            ours: [entry("a", "1.5"), entry("a", "2.5"), entry("", "1", "无代码")], theirs: [entry("a", "4"), entry("", "1", "无代码"), entry("x", nil)])
        #expect(result.rows.map(\.standing) == [.onlyOurs, .onlyTheirs, .agrees])
        #expect(result.difference == .zero)
    }

    @Test("a number that the other side rounds to tens of thousands is no difference, one more unit is")
    func roundedUnit() throws {
        let precision = Precision(theirs: .init(factor: Amount(10_000), places: 0))
        let same = try Reconciliation(ours: [entry("a", "12345678")], theirs: [entry("a", "12350000")], precision: precision)
        let other = try Reconciliation(ours: [entry("a", "12345678")], theirs: [entry("a", "12340000")], precision: precision)
        #expect((same.rows[0].standing, other.rows[0].standing) == (.rounding, .differs))
    }

    @Test("the differences of the rows add up to the difference of the totals, to the last digit", arguments: Proofs.seeds(200))
    func exact(seed: UInt64) throws {
        var random = Dice(seed)
        func side() throws -> [Reconciliation.Entry] {
            try (0..<random.below(30)).map { _ in
                let key = random.below(8) == 0 ? "" : "k\(random.below(20))"
                let amount =
                    random.below(6) == 0
                    ? nil : try Amount(Int128(random.below(2_000_001)) - 1_000_000, over: Int128(random.below(97) + 1))
                return .init(key: key, title: key, amount: amount)
            }
        }
        let (ours, theirs) = (try side(), try side())
        let result = try Reconciliation(ours: ours, theirs: theirs, precision: Precision(theirs: .init(factor: .one, places: 1)))
        func sum(_ amounts: [Amount]) throws -> Amount { try amounts.reduce(Amount.zero) { try $0.adding($1) } }
        let expected = try sum(ours.compactMap(\.amount)).subtracting(sum(theirs.compactMap(\.amount)))
        #expect(result.difference == expected)
        #expect(try sum(result.rows.map(\.difference)) == expected)
        #expect(try sum(Reconciliation.Standing.allCases.map { try result.difference($0) }) == expected)
        let keyed = result.rows.map(\.key).filter { !$0.isEmpty }
        #expect(Set(keyed).count == keyed.count)
    }
}

/// Random numbers that are the same in every run (SplitMix64).
struct Dice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func below(_ bound: UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ (mixed >> 31)) % bound
    }
}
