import Indicators
import Registers
import Storage
import Proofs
import Testing

/// Figures of random parks against the same counted in plain loops, which share nothing with the compiler of measures.
@Suite("Counted again in plain loops")
struct RecountTests {
    private struct Form { var firm: Int64, year: Int, month: Int, toDate: Int64, prior: Int64?, zone: String, locked: Bool, void: Bool }
    private struct Payment { var firm: Int64, day: Int, paid: Int64 }

    private struct World {
        var forms: [Form] = []
        var payments: [Payment] = []
        var firms: [Int64] = []

        /// The last form of each firm in a year up to a month.
        func last(_ year: Int, _ month: Int) -> [Form] {
            var found: [Int64: Form] = [:]
            for form in forms where !form.void && form.year == year && form.month <= month {
                if let other = found[form.firm], other.month > form.month { continue }
                found[form.firm] = form
            }
            return Array(found.values)
        }

        /// Of months from … to: firm by firm the last cumulative less the one before, where the firm is last.
        func output(_ year: Int, _ from: Int, _ to: Int, zone: String?) -> Int64? {
            let earlier = Dictionary(uniqueKeysWithValues: (from > 1 ? last(year, from - 1) : []).map { ($0.firm, $0.toDate) })
            let forms = last(year, to).filter { zone == nil || $0.zone == zone }
            return forms.isEmpty ? nil : forms.reduce(0) { $0 + $1.toDate - (earlier[$1.firm] ?? 0) }
        }

        func tax(_ firm: Int64, _ year: Int) -> Int64? {
            let mine = payments.filter { $0.firm == firm && $0.day / 10_000 == year }
            return mine.isEmpty ? nil : mine.reduce(0) { $0 + $1.paid }
        }
    }

    private func world(_ seed: UInt64) throws -> (Park, World) {
        let park = try Park(FigureMemoryTests.indicators)
        var dice = Dice(seed: seed)
        var world = World()
        for index in 0..<12 { world.firms.append(try park.firm("厂\(index)")) }
        try park.write { writing in
            for firm in world.firms {
                for year in 2020...2022 {
                    var toDate: Int64 = 0
                    for month in 1...12 where Int.random(in: 0...4, using: &dice) > 0 {
                        toDate += Int64.random(in: -50...2_000, using: &dice)
                        let form = Form(
                            firm: firm, year: year, month: month, toDate: toDate, prior: Bool.random(using: &dice) ? toDate / 2 : nil,
                            zone: Bool.random(using: &dice) ? "core" : "east", locked: Int.random(in: 0...20, using: &dice) > 0,
                            void: Int.random(in: 0...9, using: &dice) == 0)
                        world.forms.append(form)
                        let id = try park.add(
                            "sales",
                            [
                                "enterprise": .integer(firm), "month": .integer(Int64(year * 10_000 + month * 100 + 1)), "zone": .text(form.zone),
                                "output_to_date": .integer(toDate * 100), "output_prior": form.prior.map { .integer($0 * 100) } ?? .null,
                                "state": form.locked ? "locked" : "filed", "title": "f",
                            ], in: writing)
                        if form.void { _ = try writing.replace(id, with: ["void": .integer(id)], in: try park.register("sales").table) }
                    }
                    for month in 1...12 where Bool.random(using: &dice) {
                        let payment = Payment(firm: firm, day: year * 10_000 + month * 100 + 28, paid: Int64.random(in: 0...150, using: &dice))
                        world.payments.append(payment)
                        try park.add(
                            "tax_payment",
                            [
                                "enterprise": .integer(firm), "received": .integer(Int64(payment.day)), "paid": .integer(payment.paid * 100),
                                "title": "t",
                            ],
                            in: writing)
                    }
                }
            }
        }
        return (park, world)
    }

    @Test("sums, differences, scopes, statuses, counts of firms and growths agree", arguments: Proofs.seeds(3))
    func agree(_ seed: UInt64) throws {
        let (park, world) = try world(seed)
        for year in 2020...2022 {
            for (from, to, text) in [
                (1, 12, "\(year)"), (1, 6, "\(year)H1"), (4, 6, "\(year)Q2"), (7, 12, "\(year)H2"), (5, 5, "\(year)-05"),
                (3, 9, "\(year)-03..\(year)-09"),
            ] {
                for zone in [nil, "core", "east"] as [String?] {
                    let figure = try park.figure("output", text, scope: zone.flatMap { Name($0) } ?? "park")
                    let expected = world.output(year, from, to, zone: zone)
                    #expect(figure.value == expected.map { .amount(Amount($0)) } ?? .nothing, "\(text) \(zone ?? "")")
                }
                let figure = try park.figure("revised", text)
                let rows = world.last(year, to) + (from > 1 ? world.last(year, from - 1) : [])
                #expect(figure.rows == Set(rows.map { $0.firm * 100 + Int64($0.month) }).count)
                #expect(figure.status == (rows.allSatisfy(\.locked) && !rows.isEmpty ? .locked : .flash), "\(text)")
            }
            let now = world.output(year, 1, 12, zone: nil)
            if let before = world.output(year - 1, 1, 12, zone: nil), before > 0, let now, now >= 0 {
                let growth = try Amount(Int128(now), over: Int128(before)).subtracting(.one).multiplied(by: Amount(100))
                #expect(try park.evaluate("revised.growth", "\(year)").value == .amount(growth))
            }
            let large = world.last(year, 12).filter { $0.toDate >= 10_000 }
            #expect(try park.figure("large", "\(year)").value == .amount(Amount(Int64(large.count))))
            let atBand = world.firms.filter { world.tax($0, year).map { $0 >= 500 } ?? false }
            #expect(try park.figure("at_band", "\(year)").value == .amount(Amount(Int64(atBand.count))))
            if year > 2020 {
                let new = atBand.filter { world.tax($0, year - 1) ?? 0 < 500 }
                #expect(try park.figure("new_at_band", "\(year)").value == .amount(Amount(Int64(new.count))))
            }
            let members = try park.breakdown("tax", by: "enterprise", "\(year)")
            #expect(members.count == world.firms.count { world.tax($0, year) != nil })
            for member in members {
                #expect(member.value == .amount(try Amount(Int128(world.tax(member.id, year) ?? -1), over: 10_000)))
            }
            #expect(
                members == members.sorted { ($0.value.amount ?? .zero) > ($1.value.amount ?? .zero) || ($0.value == $1.value && $0.title < $1.title) }
            )
        }
    }
}
