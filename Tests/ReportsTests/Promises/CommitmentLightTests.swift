import Indicators
import Storage
import Testing

@testable import Reports

@Suite("Where a promise stands")
struct CommitmentLightTests {
    private let due: Day
    private let july: Day
    private let after: Day

    init() throws {
        due = try #require(Day(2022, 12, 31))
        july = try #require(Day(2022, 7, 20))
        after = try #require(Day(2023, 1, 1))
    }

    private func target(
        _ low: String?, _ high: String? = nil, reached: String?, direction: Target.Direction = .atLeast, isGrowth: Bool = false, done: String? = nil,
        pace: String? = nil
    ) -> Target {
        var target = Target(
            subject: "a", direction: direction, isGrowth: isGrowth, low: low.flatMap { Amount($0) }, high: high.flatMap { Amount($0) },
            reached: reached.flatMap { Amount($0) }.map { .amount($0) } ?? .nothing)
        target.isMet = reached.flatMap { Amount($0) }.flatMap { value in
            switch direction {
            case .atLeast: target.lowNow.map { value >= $0 }
            case .atMost: (target.highNow ?? target.lowNow).map { value <= $0 }
            case .binding: target.lowNow.map { value == $0 }
            }
        }
        target.done = done.flatMap { Amount($0) }
        target.pace = pace.flatMap { Amount($0) }
        return target
    }

    @Test("What adds up is kept as soon as it is reached; a level, a growth and a ceiling only when their time is over")
    func reached() {
        let flow = target("100", reached: "100")
        #expect(CommitmentLight.ofNumber(flow, whole: flow, isAdding: true, due: due, on: july) == .kept)
        #expect(CommitmentLight.ofNumber(flow, whole: flow, isAdding: false, due: due, on: july) == .onCourse)
        #expect(CommitmentLight.ofNumber(flow, whole: flow, isAdding: false, due: due, on: after) == .kept)
        let ceiling = target("5", reached: "3", direction: .atMost)
        #expect(CommitmentLight.ofNumber(ceiling, whole: ceiling, isAdding: true, due: due, on: july) == .onCourse)
        let growth = target("12", reached: "14", isGrowth: true)
        #expect(CommitmentLight.ofNumber(growth, whole: growth, isAdding: true, due: due, on: july) == .onCourse)
    }

    @Test("What is not reached is behind only below the pace of last year, open where there is none, and missed when its day is over")
    func short() {
        func light(_ whole: Target?, isAdding: Bool = true, on day: Day? = nil) -> CommitmentLight {
            .ofNumber(target("100", reached: "60"), whole: whole, isAdding: isAdding, due: due, on: day ?? july)
        }
        #expect(light(target("100", reached: "50", done: "50", pace: "50.1")) == .behind)
        #expect(light(target("100", reached: "50", done: "50", pace: "50")) == .onCourse)
        #expect(light(target("100", reached: "50", done: "50")) == .open)
        #expect(light(nil) == .open)
        #expect(light(target("100", reached: "50", done: "50", pace: "90"), isAdding: false) == .open)
        #expect(light(nil, on: due) == .open)
        #expect(light(nil, on: after) == .missed)
    }

    @Test("Where nothing is known it is open until its day is over, and then it was not kept")
    func unknown() {
        let none = target("100", reached: nil)
        #expect(CommitmentLight.ofNumber(none, whole: none, isAdding: true, due: due, on: july) == .open)
        #expect(CommitmentLight.ofNumber(none, whole: none, isAdding: true, due: due, on: after) == .missed)
    }

    @Test("What is promised in words is kept when somebody finds so")
    func words() {
        #expect(CommitmentLight.ofWords(isKept: true, isUnderWay: false, due: due, on: after) == .kept)
        #expect(CommitmentLight.ofWords(isKept: false, isUnderWay: true, due: due, on: july) == .onCourse)
        #expect(CommitmentLight.ofWords(isKept: false, isUnderWay: false, due: due, on: july) == .open)
        #expect(CommitmentLight.ofWords(isKept: false, isUnderWay: true, due: due, on: after) == .missed)
    }
}
