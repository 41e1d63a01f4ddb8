import Testing

@testable import Reports

@Suite("What can be worked out from what is known")
struct DeductionTests {
    private func determined(_ name: String, _ relations: [Relation?], known: Set<String>) -> Bool {
        Deduction(relations.compactMap { $0 }, known: known).determining(name) != nil
    }

    @Test("A growth and a level give the year before, and the level alone does not")
    func growth() {
        let growth = Relation("growth", ["now", "before"], .computed)
        #expect(determined("before", [growth], known: ["growth", "now"]))
        #expect(!determined("before", [growth], known: ["now"]))
    }

    @Test("A growth and an increment give both levels: two equations in two unknowns")
    func two() {
        let relations = [Relation("growth", ["now", "before"], .computed), Relation("more", ["now", "before"], as: .sum([1, -1]), .computed)]
        #expect(determined("now", relations, known: ["growth", "more"]) && determined("before", relations, known: ["growth", "more"]))
        #expect(!determined("now", relations, known: ["growth"]) && !determined("now", relations, known: ["more"]))
        let both = [Relation("growth", ["now", "before"], .computed), Relation("more", ["now", "before", "shift"], .computed)]
        #expect(!determined("now", both, known: ["growth", "more"]))
        #expect(determined("now", both, known: ["growth", "more", "shift"]))
    }

    @Test("A growth gives the multiple, although neither year is known")
    func multiple() {
        let relations = [
            Relation("growth", ["now", "before"], as: .quotient("now", over: "before", scale: 100), .computed),
            Relation("times", ["now", "before"], as: .quotient("now", over: "before", scale: 1), .computed),
        ]
        let deduction = Deduction(relations.compactMap { $0 }, known: ["growth"], values: ["now": 12, "before": 10])
        #expect(deduction.determining("times") != nil && deduction.determining("now") == nil)
    }

    @Test("A total less a part of it gives the rest, although each of the two holds unknowns")
    func rest() {
        let total = Relation("all", ["a", "b", "c"], as: .sum([1, 1, 1]), .beside)
        let part = Relation("some", ["b", "c"], as: .sum([1, 1]), .beside)
        #expect(determined("a", [total, part], known: ["all", "some"]))
        #expect(!determined("b", [total, part], known: ["all", "some"]))
    }

    @Test("What hangs together and meets nothing known says nothing")
    func alone() {
        let ties = [Relation("x", ["y"], .computed), Relation("y", ["z"], .computed), Relation("z", ["x"], .computed)]
        #expect(!determined("x", ties, known: ["other"]))
        #expect(determined("x", ties, known: ["z"]))
    }
}
