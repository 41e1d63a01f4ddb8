import Foundation
import Storage
import Proofs
import Testing

@Suite("An amount")
struct AmountTests {
    /// Quotients whose naive sums and products fit 128 bits easily.
    private func quotient(_ random: inout Seeded) throws -> (amount: Amount, above: Int128, below: Int128) {
        let above = Int128(Int64.random(in: -1_000_000_000...1_000_000_000, using: &random))
        var below = Int128(Int64.random(in: -1_000_000...1_000_000, using: &random))
        if below == 0 { below = 7 }
        return (try Amount(above, over: below), above, below)
    }

    @Test("sums, differences, products and quotients are those of the school rule")
    func arithmetic() throws {
        var random = Seeded(Proofs.seed)
        for _ in 0..<Proofs.count(5000) {
            let (a, an, ad) = try quotient(&random)
            let (b, bn, bd) = try quotient(&random)
            #expect(try a.adding(b) == Amount(an * bd + bn * ad, over: ad * bd))
            #expect(try a.subtracting(b) == Amount(an * bd - bn * ad, over: ad * bd))
            #expect(try a.multiplied(by: b) == Amount(an * bn, over: ad * bd))
            if !b.isZero { #expect(try a.divided(by: b) == Amount(an * bd, over: ad * bn)) }
            #expect((a < b) == (an * bd * (ad * bd > 0 ? 1 : -1) < bn * ad * (ad * bd > 0 ? 1 : -1)))
            #expect(try a.adding(a.negated).isZero)
            #expect(!a.magnitude.isNegative)
        }
    }

    @Test("equal quotients are one amount, in lowest terms with the sign above")
    func lowestTerms() throws {
        let amount = try Amount(-4, over: -6)
        #expect(amount.numerator == 2 && amount.denominator == 3)
        #expect(try Amount(4, over: -6) == Amount(-2, over: 3))
        #expect(try Amount(0, over: -5) == .zero)
        #expect(Amount(units: 12_345, places: 2) == Amount("123.45"))
        #expect(Amount(units: -500, places: 2) == Amount(-5))
        #expect(Amount(units: .min, places: 18).units(places: 18) == .min)
    }

    @Test("texts are read as the decimals they are")
    func texts() throws {
        for (text, units) in [("0", 0), ("-0", 0), ("+1.5", 1500), ("-0.001", -1), ("007", 7000), ("123.456", 123_456)] as [(String, Int64)] {
            #expect(Amount(text) == Amount(units: units, places: 3))
        }
        let nines = String(repeating: "9", count: 36)
        #expect(Amount(nines)?.description == nines)
    }

    @Test(
        "what is no plain decimal is no amount",
        arguments: [
            "", "-", "+", ".", ".5", "5.", "1,000", "1e3", "0x1", "1.2.3", " 1", "1 ", "１", "--1", "1-", "NaN", String(repeating: "9", count: 37),
        ])
    func wrongTexts(_ text: String) { #expect(Amount(text) == nil) }

    @Test("what leaves 128 bits throws and does not end the process")
    func overflow() throws {
        let large = try Amount(.max, over: 1)
        let tiny = try Amount(1, over: .max)
        #expect(throws: AmountError.overflow) { try large.adding(.one) }
        #expect(throws: AmountError.overflow) { try large.negated.subtracting(Amount(2)) }
        #expect(throws: AmountError.overflow) { try large.multiplied(by: Amount(2)) }
        #expect(throws: AmountError.overflow) { try large.divided(by: tiny) }
        #expect(throws: AmountError.overflow) { try tiny.adding(Amount(1, over: .max - 1)) }
        #expect(throws: AmountError.overflow) { try Amount(.min, over: 1) }
        #expect(throws: AmountError.overflow) { try Amount(1, over: .min) }
        #expect(throws: AmountError.divisionByZero) { try Amount(1, over: 0) }
        #expect(throws: AmountError.divisionByZero) { try large.divided(by: .zero) }
        #expect(try large.multiplied(by: tiny) == .one)
    }

    @Test("amounts of any size compare exactly")
    func comparison() throws {
        let large = try Amount(.max, over: 3)
        let larger = try Amount(.max, over: 2)
        #expect(large < larger && !(larger < large) && !(large < large))
        #expect(larger.negated < large.negated && !(large.negated < large.negated))
        #expect(larger.negated < large)
        #expect(try Amount(.max - 1, over: .max) < .one)
        #expect(try Amount.one.negated < Amount(.max - 1, over: .max).negated)
    }

    @Test("units are given only where they are exact")
    func units() throws {
        #expect(Amount("1.25")?.units(places: 2) == 125)
        #expect(Amount("1.25")?.units(places: 1) == nil)
        #expect(try Amount(2000, over: 3).units(places: 18) == nil)
        #expect(Amount(.max).units(places: 1) == nil)
        #expect(Amount(1).units(places: -1) == nil)
        #expect(Amount(1).units(places: 19) == nil)
    }

    @Test("what is written as text comes back as the same amount")
    func coding() throws {
        var random = Seeded(Proofs.seed)
        for _ in 0..<Proofs.count(500) {
            let (amount, _, _) = try quotient(&random)
            let data = try JSONEncoder().encode([amount])
            #expect(try JSONDecoder().decode([Amount].self, from: data) == [amount])
        }
        #expect(try Amount(2000, over: 3).description == "2000/3")
        #expect(Amount(units: -12_345, places: 2).description == "-123.45")
        for text in ["1/0", "a/b", "", "1/2/3", "170141183460469231731687303715884105728"] {
            #expect(throws: (any Error).self) { try JSONDecoder().decode([Amount].self, from: Data("[\"\(text)\"]".utf8)) }
        }
    }
}
