import Formats
import Foundation
import Indicators
import Registers
import Storage
import Testing

@testable import Reports

@Suite("The redacted edition of a report")
struct RedactionTests {
    /// a is 20.005 of 2022 and 15 of 2021, b is 7, the ratio of them 285.8 %.
    static let report = """
        # 工作报告
        ## 实绩
        产值{a}亿元，{a.change}，净增{a.increment}亿元；其中{b}亿元，比率{ratio}%。手写20.01亿元。
        {chart a over 3}
        """

    private func released() throws -> ReleasedPark {
        let released = try ReleasedPark(report: RedactionTests.report)
        try #require(released.park.diagnostics.isEmpty, "\(released.park.diagnostics.map { $0.text(.en) })")
        var release = ReleasedPark.ready
        release.explanations = ["20.01亿元": "月报"]
        try released.release(release)
        return released
    }

    private func redaction(_ released: ReleasedPark, _ figures: [String], names: [String] = []) throws -> Redaction {
        var redaction = Redaction(try released.frozen().edition)
        redaction.figures = figures
        redaction.names = names
        redaction.by = "主任"
        redaction.reason = "对外公布"
        return redaction
    }

    private func refusal(_ redaction: Redaction, _ released: ReleasedPark) -> String {
        do {
            _ = try redaction.run(released.park.figures, at: ReleasedPark.at)
            return ""
        } catch let refused as Refused { return refused.words.zh } catch { return "\(error)" }
    }

    @Test("A number is hidden wherever it stands, and so is what would give it away")
    func hidden() throws {
        let released = try released()
        let made = try redaction(released, ["a"]).run(released.park.figures, at: ReleasedPark.at)
        let plain = made.prepared.report.plainText
        #expect(plain.contains("产值***亿元，同比增长33.4%，净增***亿元；其中7.00亿元，比率***%。手写***亿元。"), "\(plain)")
        #expect(made.edition.number == 2 && made.edition.isRedacted && made.edition.redacts == 1)
        #expect(made.prepared.hidden.contains { $0.zh == "指标a净增（a.increment）：不遮就能算出“指标a”" }, "\(made.prepared.hidden.map(\.zh))")
    }

    @Test("Nothing that goes out of it holds a hidden number: neither the text nor the document nor the data")
    func nothing() throws {
        let released = try released()
        _ = try redaction(released, ["a"]).run(released.park.figures, at: ReleasedPark.at)
        let frozen = try released.frozen(2)
        #expect(frozen.faults.isEmpty)
        let report = frozen.report
        #expect(report.claims.isEmpty && report.unsourced.isEmpty && report.leftOut.isEmpty && report.remarks.isEmpty)
        let document = ReportDocument(report, made: Day(2023, 1, 12) ?? report.lastChange.day, declarations: "d", imprint: ReportImprint()).document
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("redacted-\(UUID().uuidString).docx")
        defer { try? FileManager.default.removeItem(at: file) }
        try DocumentWriter(document).data().write(to: file)
        let outputs = [
            frozen.plain, ReportHTML(report).article, String(decoding: try ReportJSON(report).data(), as: UTF8.self),
            try OutsideText(file: file).paragraphs.map(\.text).joined(separator: "\n"),
        ]
        for output in outputs {
            for number in ["20.01", "20.005", "5.01", "5.005", "15.00", "285.8", "285.79"] { #expect(!output.contains(number), "\(number)") }
            #expect(output.contains("***") && output.contains("33.4"))
        }
    }

    @Test("A second redacted edition hides what the first did, and one can't be made of a redacted one")
    func again() throws {
        let released = try released()
        _ = try redaction(released, ["a"]).run(released.park.figures, at: ReleasedPark.at)
        let made = try redaction(released, ["a.increment"]).run(released.park.figures, at: ReleasedPark.at)
        let plain = made.prepared.report.plainText
        #expect(plain.contains("产值***亿元，同比增长33.4%，净增***亿元；其中7.00亿元，比率***%"), "\(plain)")
        #expect(made.prepared.hidden.contains { $0.zh.hasSuffix("第2版已遮去") })
        var twice = try redaction(released, ["a"])
        twice.edition = try released.frozen(2).edition
        #expect(refusal(twice, released).contains("第2版本身就是脱敏版"))
    }

    @Test("It is laid over no other edition, and its page counts what is hidden and doesn't say it")
    func alone() throws {
        let released = try released()
        _ = try redaction(released, ["a"]).run(released.park.figures, at: ReleasedPark.at)
        let (first, second) = (try released.frozen(1), try released.frozen(2))
        #expect(throws: Refused.self) { try Blackline(from: first.report, to: second.report) }
        #expect(second.hidden > 3 && second.unnamed == 0 && first.hidden == 0)
    }

    @Test("What was once let out can't be hidden afterwards, and the refusal says so")
    func late() throws {
        let released = try released()
        _ = try redaction(released, ["b"]).run(released.park.figures, at: ReleasedPark.at)
        #expect(refusal(try redaction(released, ["a"]), released).contains("“指标a”在别的脱敏版里已经公开"))
    }

    @Test("What the text doesn't print, a register that isn't there, and nothing at all are refused, and so is nobody")
    func refused() throws {
        let released = try released()
        #expect(refusal(try redaction(released, ["whole"]), released).contains("正文没有印“whole”"))
        #expect(refusal(try redaction(released, ["a"], names: ["firm"]), released).contains("没有台账“firm”"))
        #expect(refusal(try redaction(released, []), released).contains("没有写要遮什么"))
        var nobody = try redaction(released, ["a"])
        nobody.by = ""
        #expect(refusal(nobody, released).contains("--by"))
    }

    @Test("Every digit of a number goes, and a word that says how two numbers compare")
    func covered() {
        #expect(RedactedReport.covered("742.31") == "***" && RedactedReport.covered("7") == "***")
        #expect(RedactedReport.covered("超过40亿元") == "超过***亿元" && RedactedReport.covered("3月15日") == "***月***日")
        #expect(RedactedReport.covered("持平") == "变动***" && RedactedReport.covered("十一") == "***")
        #expect(RedactedReport.covered("-3.2") == "***")
    }
}
