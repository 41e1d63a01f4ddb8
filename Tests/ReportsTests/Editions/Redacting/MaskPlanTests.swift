import Proofs
import Storage
import Testing

@testable import Reports

@Suite("Which numbers are hidden for another's sake")
struct MaskPlanTests {
    private func quantities(_ names: [String], telling: Set<String> = []) -> [String: PrintedQuantities.Quantity] {
        var all: [String: PrintedQuantities.Quantity] = [:]
        for (order, name) in names.enumerated() {
            all[name] = PrintedQuantities.Quantity(
                name: name, words: Words(zh: name, en: name), ids: [name], value: nil, places: 0, unit: nil, reported: nil,
                isTelling: telling.contains(name), order: order)
        }
        return all
    }

    private func plan(
        _ printed: [String], _ relations: [Relation?], hide: [String], telling: Set<String> = [], published: Set<String> = [],
        values: [String: UInt64] = [:]
    ) -> MaskPlan {
        MaskPlan(
            quantities(printed, telling: telling), relations.compactMap { $0 }, asked: hide.map { ($0, Words(zh: "指定", en: "asked")) },
            published: published, values: values)
    }

    /// 52家，占63家的83%: to hide the 63 hides the share, and the 52 stays.
    @Test("Of a part, a whole and a share the share goes with the whole")
    func share() {
        let made = plan(["part", "whole", "share"], [Relation("share", ["part", "whole"], .computed)], hide: ["whole"])
        #expect(made.masks.map(\.name) == ["whole", "share"] && made.exposed.isEmpty)
        #expect(made.masks.map(\.isAsked) == [true, false])
    }

    @Test("A growth stays where the year before isn't printed")
    func growth() {
        let growth = Relation("growth", ["now", "before"], .computed)
        #expect(plan(["now", "growth"], [growth], hide: ["now"]).masks.map(\.name) == ["now"])
        #expect(plan(["now", "growth", "before"], [growth], hide: ["now"]).masks.map(\.name) == ["now", "growth"])
    }

    @Test("A share of nought and 持平 would tell the hidden number by themselves")
    func telling() {
        let share = Relation("share", ["part", "whole"], .computed)
        #expect(plan(["part", "share"], [share], hide: ["part"], telling: ["share"]).masks.map(\.name) == ["part", "share"])
    }

    @Test("What was published stays known, so that what follows from it can't be hidden any more")
    func published() {
        let share = Relation("share", ["part", "whole"], .computed)
        let made = plan(["whole"], [share], hide: ["whole"], published: ["part", "share"])
        #expect(made.exposed.map(\.zh) == ["“whole”能由已经公开的数算出"])
        #expect(plan(["whole"], [share], hide: ["whole"], published: ["whole"]).exposed.map(\.zh) == ["“whole”在别的脱敏版里已经公开"])
        #expect(plan(["whole", "share"], [share], hide: ["whole"], published: ["part"]).masks.map(\.name) == ["whole", "share"])
    }

    /// Parks of chance: numbers, their sums, shares and growths, some printed, some to be hidden. An attacker who knows the arithmetic and
    /// the printed values finds none of the hidden ones: the derivatives at the true values leave each of them free to move.
    @Test("No combination of what is left gives a hidden number away", arguments: Proofs.seeds(300))
    func proof(_ seed: UInt64) {
        var system = Equations(seed: seed)
        let names = system.values.keys.sorted()
        let printed = names.filter { _ in system.chance(10) < 7 }
        let asked = (0..<(1 + system.chance(2))).compactMap { _ in printed.isEmpty ? nil : printed[system.chance(printed.count)] }
        let made = plan(printed, system.equations.map(\.relation), hide: asked, values: system.remainders)
        #expect(Set(asked).isSubset(of: made.names) && made.exposed.isEmpty)
        let known = Set(printed).subtracting(made.names)
        // What is the same in every park, like a difference of a number and itself, nobody can hide.
        for mask in made.masks where !system.gives(mask.name, known: []) {
            #expect(!system.gives(mask.name, known: known), "\(mask.name) of \(system.equations), known \(known.sorted())")
        }
    }

    @Test("The attacker finds what is left open, and the plan leaves a third of the numbers even where everything hangs together")
    func attack() {
        var (open, more, kept, all) = (0, 0, 0, 0)
        for seed in UInt64(1)...200 {
            var system = Equations(seed: seed)
            let printed = system.values.keys.sorted()
            let one = printed[system.chance(printed.count)]
            if system.gives(one, known: Set(printed).subtracting([one])) { open += 1 }
            let masks = plan(printed, system.equations.map(\.relation), hide: [one], values: system.remainders).masks
            if masks.count > 1 { more += 1 }
            kept += printed.count - masks.count
            all += printed.count
        }
        #expect(open > 100 && more >= open && kept * 3 > all, "\(open) \(more) \(kept) of \(all)")
    }
}

/// Equations between numbers of a prime field, in which derivatives can be taken and ranks found exactly.
private struct Equations: CustomStringConvertible {
    enum Kind { case sum([Int]), share, growth }

    struct Equation: CustomStringConvertible {
        var result: String
        var others: [String]
        var kind: Kind

        var relation: Relation? {
            if case .sum(let signs) = kind { return Relation(result, others, as: .sum(signs), .computed) }
            return Relation(result, others, as: .quotient(others[0], over: others[1], scale: 1), .computed)
        }
        var description: String { "\(result)=\(kind)\(others)" }
    }

    static let prime = Int(Deduction.prime)
    private(set) var values: [String: Int] = [:]
    private(set) var equations: [Equation] = []
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        for index in 0..<(3 + chance(4)) { values["x\(index)"] = 1 + chance(Equations.prime - 1) }
        for index in 0..<(2 + chance(7)) { add("y\(index)") }
    }

    var description: String { "\(equations)" }
    var remainders: [String: UInt64] { values.mapValues { UInt64($0) } }

    mutating func chance(_ below: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % below
    }

    private mutating func add(_ name: String) {
        var names = values.keys.sorted()
        func take(_ system: inout Equations) -> String { names.remove(at: system.chance(names.count)) }
        switch chance(3) {
        case 0:
            let others = (0..<(2 + chance(min(3, names.count - 1)))).map { _ in take(&self) }
            let signs = others.map { _ in chance(4) == 0 ? -1 : 1 }
            values[name] = zip(others, signs).reduce(0) { Equations.mod($0 + $1.1 * (values[$1.0] ?? 0)) }
            equations.append(Equation(result: name, others: others, kind: .sum(signs)))
        case let kind:
            let (part, whole) = (take(&self), take(&self))
            guard let a = values[part], let b = values[whole], b != 0 else { return }
            let top = kind == 1 ? a : Equations.mod(a - b)
            values[name] = Equations.mod(top * Equations.power(b, Equations.prime - 2))
            equations.append(Equation(result: name, others: [part, whole], kind: kind == 1 ? .share : .growth))
        }
    }

    /// Whether a number can't move while those that are known stand: its own direction lies in what the equations fix.
    func gives(_ name: String, known: Set<String>) -> Bool {
        let columns = values.keys.filter { !known.contains($0) }.sorted()
        guard let own = columns.firstIndex(of: name) else { return true }
        let rows = equations.map { equation in columns.map { slope(equation, $0) } }
        return Equations.rank(rows) == Equations.rank(rows + [columns.indices.map { $0 == own ? 1 : 0 }])
    }

    /// The derivative of an equation, written as something that is nought, by one of its numbers.
    private func slope(_ equation: Equation, _ name: String) -> Int {
        let result = values[equation.result] ?? 0
        switch equation.kind {
        case .sum(let signs):
            if name == equation.result { return 1 }
            return equation.others.firstIndex(of: name).map { Equations.mod(-signs[$0]) } ?? 0
        case .share, .growth:
            if name == equation.result { return values[equation.others[1]] ?? 0 }
            if name == equation.others[0] { return Equations.prime - 1 }
            guard name == equation.others[1] else { return 0 }
            if case .growth = equation.kind { return Equations.mod(result + 1) }
            return result
        }
    }

    private static func mod(_ number: Int) -> Int { ((number % prime) + prime) % prime }

    private static func power(_ base: Int, _ exponent: Int) -> Int {
        var (result, base, exponent) = (1, base, exponent)
        while exponent > 0 {
            if exponent % 2 == 1 { result = result * base % prime }
            base = base * base % prime
            exponent /= 2
        }
        return result
    }

    private static func rank(_ rows: [[Int]]) -> Int {
        var rows = rows
        var rank = 0
        for column in 0..<(rows.first?.count ?? 0) {
            guard let pivot = (rank..<rows.count).first(where: { rows[$0][column] != 0 }) else { continue }
            rows.swapAt(rank, pivot)
            let inverse = power(rows[rank][column], prime - 2)
            for other in (rank + 1)..<max(rank + 1, rows.count) where rows[other][column] != 0 {
                let factor = rows[other][column] * inverse % prime
                for at in column..<rows[other].count { rows[other][at] = mod(rows[other][at] - factor * rows[rank][at] % prime) }
            }
            rank += 1
            if rank == rows.count { break }
        }
        return rank
    }
}
