import Storage
import Testing

@testable import Registers

@Suite("What goes out stays within what came in")
struct BalanceTests {
    private static let arrival = """
        register: arrival
        group: economy
        name: { zh: 到位, en: Arrivals }
        purpose: { zh: 到账, en: What arrived }
        title: "{enterprise} {day}"
        key: [enterprise, day]
        fields:
          enterprise: { name: { zh: 企业, en: Enterprise }, kind: reference, to: enterprise, required: yes }
          day: { name: { zh: 日期, en: Day }, kind: day, required: yes }
          amount: { name: { zh: 金额, en: Amount }, kind: money, unit: 元, places: 2 }
        """
    private static let payment = """
        register: payment
        group: economy
        name: { zh: 核拨, en: Payments }
        purpose: { zh: 付出, en: What was paid }
        title: "{enterprise} {day}"
        key: [enterprise, day]
        balance: { of: enterprise, in: arrival.amount, out: amount }
        fields:
          enterprise: { name: { zh: 企业, en: Enterprise }, kind: reference, to: enterprise, required: yes }
          day: { name: { zh: 日期, en: Day }, kind: day, required: yes }
          amount: { name: { zh: 金额, en: Amount }, kind: money, unit: 万元, places: 4 }
        states:
          asked: { name: { zh: 已申请, en: Asked }, stage: open }
          refused: { name: { zh: 不予核拨, en: Refused }, stage: void }
        moves:
          refuse: { name: { zh: 不予核拨, en: Refuse }, from: asked, to: refused, by: [officer] }
        """

    private func park(_ payment: String = BalanceTests.payment) throws -> Park {
        try Park(["registers/arrival.yaml": Self.arrival, "registers/payment.yaml": payment])
    }

    @discardableResult
    private func add(_ park: Park, _ register: Name, _ firm: Int64, _ day: String, _ amount: String) throws -> Int64 {
        try park.write {
            try park.records.add(
                ["enterprise": .text("#\(firm)"), "day": .text(day), "amount": .text(amount)], to: park.register(register), in: $0)
        }
    }

    /// The fault of a write that must be refused.
    private func fault(_ body: () throws -> Void) throws -> String {
        do {
            try body()
            Issue.record("it was taken")
            return ""
        } catch let invalid as Invalid { return invalid.items.map { $0.text(.zh) }.joined(separator: "；") }
    }

    @Test("payments are taken to the last fen that arrived, of each record apart, and no further")
    func payments() throws {
        let park = try park()
        let (one, other) = (try park.enterprise("云川重工", "C1"), try park.enterprise("川桥门窗", "C2"))
        try add(park, "arrival", one, "2022-01-03", "10000.00")
        try add(park, "arrival", other, "2022-01-03", "500000.00")
        try add(park, "payment", one, "2022-01-04", "0.4")
        try add(park, "payment", one, "2022-01-05", "0.6")
        // 0.0001 万元 are one 元 too many.
        let words = try fault { try add(park, "payment", one, "2022-01-06", "0.0001") }
        #expect(words == "金额：“云川重工”的“核拨”合计 10,001.00元，超过“到位”合计 10,000.00元，多出 1.00元，请核对。")
        #expect(try park.listing("payment").total == 2)
    }

    @Test("an arrival can't be taken back or made smaller once it is paid out, and a payment that was turned down frees its sum")
    func arrivals() throws {
        let park = try park()
        let firm = try park.enterprise("云川重工", "C1")
        let arrival = try add(park, "arrival", firm, "2022-01-03", "10000")
        let payment = try add(park, "payment", firm, "2022-01-04", "1")
        let (arrivals, payments) = (try park.register("arrival"), try park.register("payment"))
        _ = try fault { try park.write { try park.records.void(arrival, of: arrivals, in: $0) } }
        _ = try fault { try park.write { _ = try park.records.edit(arrival, ["amount": .text("9999.99")], of: arrivals, in: $0) } }
        _ = try fault { try park.write { _ = try park.records.edit(payment, ["amount": .text("1.5")], of: payments, in: $0) } }
        let refuse = try #require(payments.moves.first)
        try park.write { try park.records.move(payment, by: refuse, of: payments, in: $0) }
        try park.write { try park.records.void(arrival, of: arrivals, in: $0) }
    }

    @Test("an import is held to it as a whole")
    func imported() throws {
        let park = try park()
        let firm = try park.enterprise("云川重工", "C1")
        try add(park, "arrival", firm, "2022-01-03", "10000")
        let payments = try park.register("payment")
        func load(_ amounts: [String]) throws {
            try park.write { writing in
                var batch = try RecordBatch(payments, park.book, .console, in: writing)
                let rows = try amounts.enumerated().map { number, amount in
                    try batch.prepare(
                        ["enterprise": .text("#\(firm)"), "day": .text("2022-02-0\(number + 1)"), "amount": .text(amount)], row: number + 1
                    ).get()
                }
                try batch.write(rows, in: writing)
            }
        }
        _ = try fault { try load(["0.5", "0.3", "0.3"]) }
        #expect(try park.listing("payment").total == 0)
        try load(["0.5", "0.3", "0.2"])
    }

    @Test("an import of arrivals isn't undone once they are paid out")
    func undone() throws {
        let park = try park()
        let firm = try park.enterprise("云川重工", "C1")
        try add(park, "arrival", firm, "2022-01-03", "10000")
        let number = try park.book.store.read { try $0.lastChange().number }
        let payment = try add(park, "payment", firm, "2022-01-04", "1")
        let history = History(park.book, .console)
        #expect(throws: Refused.self) { try park.write { _ = try history.undo(number, in: $0) } }
        let payments = try park.register("payment")
        try park.write { try park.records.void(payment, of: payments, in: $0) }
        try park.write { _ = try history.undo(number, in: $0) }
        #expect(try park.listing("arrival").total == 0)
    }

    @Test("sums that leave 128 bits are refused and end nothing")
    func huge() throws {
        let park = try park()
        let firm = try park.enterprise("云川重工", "C1")
        try add(park, "arrival", firm, "2022-01-03", "92233720368547758.07")
        try add(park, "arrival", firm, "2022-01-04", "92233720368547758.07")
        try add(park, "payment", firm, "2022-01-05", "9223372036854.7758")
        _ = try fault { try add(park, "payment", firm, "2022-01-06", "922337203685477.5807") }
    }

    @Test(
        "a balance that can't be struck is a diagnostic",
        arguments: [
            "{ of: day, in: arrival.amount, out: amount }", "{ of: enterprise, in: arrival, out: amount }",
            "{ of: enterprise, in: arrival.day, out: amount }", "{ of: enterprise, in: sales.output, out: day }",
            "{ of: enterprise, in: nowhere.amount, out: amount }", "{ of: enterprise, in: arrival.amount }",
            "{ of: enterprise, in: enterprise.land, out: amount }", "{ of: enterprise, in: arrival.amount, out: amount, by: day }",
        ])
    func diagnostics(_ balance: String) {
        let text = Self.payment.replacing("{ of: enterprise, in: arrival.amount, out: amount }", with: balance)
        #expect(throws: Diagnostics.self) {
            try CatalogueReader.catalogue(Park.sources(["registers/arrival.yaml": Self.arrival, "registers/payment.yaml": text]))
        }
    }
}
