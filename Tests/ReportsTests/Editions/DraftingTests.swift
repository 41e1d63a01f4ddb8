import Registers
import Storage
import Testing

@testable import Reports

@Suite("The drafts of a report")
struct DraftingTests {
    @discardableResult
    private func write(_ released: ReleasedPark, _ text: String, reason: String = "") throws -> CompiledReport {
        try released.drafts.write(text, as: "annual", ReleasedPark.period, by: "综合办公室", reason: reason, at: ReleasedPark.at).report
    }

    private func refusal(_ released: ReleasedPark, _ text: String, reason: String = "") -> String {
        do {
            try write(released, text, reason: reason)
            return ""
        } catch let refused as Refused { return refused.words.zh } catch { return "\(error)" }
    }

    private static func edited(_ old: String, _ new: String) -> String { ReleasedPark.report.replacing(old, with: new) }

    @Test("An edited text keeps its figures and claims live, and marks numbers typed by hand")
    func live() throws {
        let released = try ReleasedPark()
        let first = try write(released, DraftingTests.edited("新增绿地12公顷", "园区面貌一新，新增绿地30公顷"))
        #expect(first.draft == 1 && first.plainText.contains("产值20.01亿元，创新高；") && first.unsourced.map(\.text) == ["30公顷"])
        try released.revise("a", to: "14")
        let again = try released.park.book.store.read { try released.drafts.report("annual", ReleasedPark.period, draft: 1, in: $0) }
        #expect(again.plainText.contains("产值14.00亿元；比率"))
        #expect(again.plainText.contains("园区面貌一新"))
        // The declared text stays what it is.
        #expect(try released.park.compiled().plainText.contains("新增绿地12公顷"))
    }

    @Test("A figure is never typed over, vouched for or not")
    func typed() throws {
        let released = try ReleasedPark()
        #expect(refusal(released, DraftingTests.edited("产值{a}亿元", "产值22.00亿元"), reason: "好看").contains("“{a}”的位置上手写了“22.00”"))
        #expect(refusal(released, DraftingTests.edited("产值{a}亿元", "产值{plain 22.00}亿元"), reason: "好看").contains("“{a}”的位置上手写了"))
        // To leave the whole sentence out is no such thing.
        #expect(refusal(released, DraftingTests.edited("比率{ratio}%。", "。")).isEmpty)
    }

    @Test("A figure that is taken from another source needs a reason and leaves a trace with both values")
    func replaced() throws {
        let released = try ReleasedPark()
        let text = DraftingTests.edited("比率{ratio}%", "比率{b}%")
        #expect(refusal(released, text).contains("换了数的来源（{ratio} → {b}），要写原因"))
        try write(released, text, reason: "改用部门口径")
        let register = try #require(released.park.book.catalogue.register("source_change"))
        let record = try #require(try released.park.book.store.read { try Records(released.park.book, .console).record(1, of: register, in: $0) })
        #expect(record["was"].text == "ratio" && record["was_printed"].text == "285.8%")
        #expect(record["becomes"].text == "b" && record["becomes_printed"].text == "7.00亿元")
        #expect(record["reason"].text == "改用部门口径" && record["changed_by"].text == "综合办公室")
    }

    @Test("What a draft names wrongly is told like a declaration, and nothing is kept")
    func wrong() throws {
        let released = try ReleasedPark()
        #expect(throws: Diagnostics.self) { try write(released, DraftingTests.edited("{a}", "{aa}"), reason: "试") }
        #expect(refusal(released, ReleasedPark.report).contains("没有改动"))
        #expect(try released.park.book.store.read { try released.drafts.written("annual", ReleasedPark.period, in: $0) }.isEmpty)
    }

    @Test("A draft is released as it is, and the edition says which")
    func release() throws {
        let released = try ReleasedPark()
        try write(released, DraftingTests.edited("新增绿地12公顷。", "园区面貌一新。"))
        var release = ReleasedPark.ready
        release.explanations = [:]
        release.draft = 1
        let edition = try released.release(release)
        #expect(edition.draft == 1)
        let frozen = try released.frozen()
        #expect(frozen.faults.isEmpty && frozen.plain.contains("园区面貌一新") && frozen.report.draft == 1)
    }
}
