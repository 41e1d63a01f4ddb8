import Foundation
import Storage
import Proofs
import Testing

@Suite("The print of an amount")
struct AmountTextTests {
    @Test("a half is rounded away from zero (四舍五入), on both sides")
    func half() throws {
        for (text, places, printed) in [
            ("0.5", 0, "1"), ("-0.5", 0, "-1"), ("1.5", 0, "2"), ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("0.49", 0, "0"), ("-0.49", 0, "0"),
            ("0.005", 2, "0.01"), ("-0.005", 2, "-0.01"), ("0.0049", 2, "0.00"), ("-0.0049", 2, "0.00"), ("99.995", 2, "100.00"),
            ("-9.95", 1, "-10.0"), ("12.1", 3, "12.100"), ("1.005", 2, "1.01"), ("3.133", 2, "3.13"),
        ] {
            let amount = try #require(Amount(text))
            #expect(AmountText.rounded(amount, places: places) == printed, "\(text) to \(places)")
        }
    }

    @Test("a quotient is rounded once, from its exact value")
    func quotients() throws {
        #expect(AmountText.rounded(try Amount(2000, over: 3), places: 2) == "666.67")
        #expect(AmountText.rounded(try Amount(1, over: 3), places: 4) == "0.3333")
        // 0.4499… of 9s must not be rounded twice to 0.5.
        #expect(AmountText.rounded(try Amount(4_499_999, over: 10_000_000), places: 1) == "0.4")
        // A 52 of 63 share.
        #expect(AmountText.rounded(try Amount(5200, over: 63), places: 2) == "82.54")
    }

    @Test("rounding agrees with the arithmetic of whole numbers")
    func property() throws {
        var random = Seeded(Proofs.seed)
        for _ in 0..<Proofs.count(5000) {
            let above = Int128(Int64.random(in: .min...Int64.max, using: &random))
            let below = Int128(Int64.random(in: 1...1_000_000_000, using: &random))
            let places = Int.random(in: 0...6, using: &random)
            var scale: Int128 = 1
            for _ in 0..<places { scale *= 10 }
            let magnitude = (Int128(above.magnitude) * scale * 2 + below) / (2 * below)
            let units = above < 0 ? -magnitude : magnitude
            let rounded = AmountText.round(try Amount(above, over: below), places: places)
            #expect(try rounded == Amount(units, over: scale))
            let printed = AmountText.rounded(try Amount(above, over: below), places: places)
            #expect(Amount(printed) == rounded)
            #expect(printed.split(separator: ".").last?.count == (places == 0 ? printed.count : places))
        }
    }

    @Test("decimals print as Foundation's decimals do")
    func foundation() throws {
        var random = Seeded(Proofs.seed)
        for _ in 0..<Proofs.count(1000) {
            let units = Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &random)
            let text = AmountText.rounded(Amount(units: units, places: 4), places: 4)
            #expect(Decimal(string: text) == Decimal(units) / 10_000)
        }
    }

    @Test("thousands are grouped by commas, before the point only")
    func groups() throws {
        for (text, printed) in [
            ("0", "0.00"), ("999", "999.00"), ("1000", "1,000.00"), ("-1000", "-1,000.00"), ("-999999.999", "-1,000,000.00"),
            ("1234567.891", "1,234,567.89"),
        ] {
            #expect(AmountText.rounded(try #require(Amount(text)), places: 2, grouped: true) == printed)
        }
        #expect(AmountText.rounded(Amount(123_456), places: 0, grouped: true) == "123,456")
    }

    @Test("the largest amounts print every digit, and no number of places is too many")
    func extremes() throws {
        let largest = try Amount(.max, over: 1)
        #expect(AmountText.rounded(largest, places: 2) == "170141183460469231731687303715884105727.00")
        #expect(AmountText.rounded(largest.negated, places: 0) == "-170141183460469231731687303715884105727")
        #expect(AmountText.rounded(try Amount(1, over: .max), places: 18) == "0.000000000000000000")
        #expect(AmountText.rounded(.one, places: 20) == "1.00000000000000000000")
        #expect(AmountText.rounded(.one, places: 100).count == 38)
        #expect(AmountText.rounded(Amount("1.5") ?? .zero, places: -3) == "2")
        #expect(AmountText.round(largest, places: 2) == largest)
    }
}
