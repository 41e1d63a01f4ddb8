import Storage

/// Which numbers can be worked out from those that are known, however many steps and equations it takes.
///
/// Every relation is an equation in the unknowns. Near the true values it is linear: a sum has the weights 1 and -1, a quotient those
/// that follow from its members, and for any other chance ones are taken. An unknown is determined where the equations have a
/// combination in which it stands alone; elimination finds it. So two equations in two unknowns are solved as well as one in one, a
/// total less a part of it gives the rest, and a growth gives the multiple. Whether values are rounded plays no part: what could be
/// worked out but for rounding counts as worked out.
struct Deduction {
    private let relations: [Relation]
    private let known: Set<String>
    private let values: [String: UInt64]

    /// A prime; the arithmetic is that of its remainders, which is exact.
    static let prime: UInt64 = 2_147_483_647

    /// - Parameter values: the true values as remainders, of those that have one.
    init(_ relations: [Relation], known: Set<String>, values: [String: UInt64] = [:]) {
        self.relations = relations
        self.known = known
        self.values = values
    }

    /// An exact value as a remainder; nil for one that has none.
    static func remainder(_ value: Amount) -> UInt64? {
        let whole = Int128(prime)
        let below = UInt64((value.denominator % whole + whole) % whole)
        guard below != 0 else { return nil }
        return UInt64((value.numerator % whole + whole) % whole) * inverse(below) % prime
    }

    /// The relations that hang together with an unknown, where they determine it; nil where they don't.
    func determining(_ name: String) -> [Relation]? {
        let group = around(name)
        guard group.contains(where: { $0.members.contains(where: known.contains) }) else { return nil }
        return solved(group).contains(name) ? group : nil
    }

    /// The relations that can be reached from an unknown over unknowns.
    private func around(_ name: String) -> [Relation] {
        var reached: Set<String> = [name]
        var taken: Set<Int> = []
        var grows = true
        while grows {
            grows = false
            for (index, relation) in relations.enumerated() where !taken.contains(index) {
                let unknowns = relation.members.filter { !known.contains($0) }
                guard unknowns.contains(where: reached.contains) else { continue }
                taken.insert(index)
                reached.formUnion(unknowns)
                grows = true
            }
        }
        return taken.sorted().map { relations[$0] }
    }

    /// The unknowns that stand alone in a combination of the equations.
    private func solved(_ relations: [Relation]) -> Set<String> {
        var columns: [String: Int] = [:]
        var names: [String] = []
        for name in relations.flatMap(\.members) where !known.contains(name) && columns[name] == nil {
            columns[name] = names.count
            names.append(name)
        }
        var chance = Chance()
        var rows = relations.map { relation in
            var row = [UInt64](repeating: 0, count: names.count)
            for (name, weight) in zip(relation.members, weights(relation, &chance)) { if let column = columns[name] { row[column] = weight } }
            return row
        }
        Deduction.eliminate(&rows)
        var solved: Set<String> = []
        for row in rows {
            let parts = row.indices.filter { row[$0] != 0 }
            if parts.count == 1 { solved.insert(names[parts[0]]) }
        }
        return solved
    }

    /// How each member of a relation moves it.
    private func weights(_ relation: Relation, _ chance: inout Chance) -> [UInt64] {
        switch relation.form {
        case .sum(let signs): return [1] + signs.map { $0 > 0 ? Deduction.prime - 1 : 1 }
        case .quotient(let part, let whole, let scale):
            guard let top = values[part], let bottom = values[whole], bottom != 0, top != 0 else { break }
            // rate ÷ scale = part ÷ whole: the rate moves by whole ÷ scale, the part by -1, the whole by part ÷ whole.
            return relation.members.map { name in
                if name == part { return Deduction.prime - 1 }
                if name == whole { return top * Deduction.inverse(bottom) % Deduction.prime }
                return bottom * Deduction.inverse(UInt64(scale)) % Deduction.prime
            }
        case .other: break
        }
        return relation.members.map { _ in chance.next() }
    }

    /// Numbers that fit nothing, the same at every run.
    private struct Chance {
        private var state: UInt64 = 88_172_645_463_325_252

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state % (Deduction.prime - 1) + 1
        }
    }

    private static func inverse(_ number: UInt64) -> UInt64 { power(number, prime - 2) }

    /// To reduced row echelon form.
    private static func eliminate(_ rows: inout [[UInt64]]) {
        guard let width = rows.first?.count else { return }
        var top = 0
        for column in 0..<width where top < rows.count {
            guard let pivot = (top..<rows.count).first(where: { rows[$0][column] != 0 }) else { continue }
            rows.swapAt(top, pivot)
            let inverse = inverse(rows[top][column])
            rows[top] = rows[top].map { $0 * inverse % prime }
            let line = rows[top]
            for other in rows.indices where other != top && rows[other][column] != 0 {
                let factor = prime - rows[other][column]
                for at in column..<width where line[at] != 0 { rows[other][at] = (rows[other][at] + factor * line[at]) % prime }
            }
            top += 1
        }
    }

    private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
        var (result, base, exponent) = (UInt64(1), base, exponent)
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        return result
    }
}
