import Formats
import Foundation
import Indicators
import Registers
import Storage
import Testing

@testable import Reports

@Suite("The park's own report, read as if it came from outside")
struct OwnReportTests {
    private func verified(_ text: OutsideText, _ park: OpenPark, year: Int? = 2022) throws -> VerifiedText {
        var diagnostics = Diagnostics()
        let checks = CheckCatalogue.read(park.drafts.figures, &diagnostics)
        return try TextVerification(text, year: year, otherwise: 2022).against(park.drafts.figures, park.drafts.catalogue, checks.terms)
    }

    /// A writer may type a number that is no figure: 三位一体.
    @Test("Its numbers are supported, none is refuted, and nothing else is found, as text and as a document")
    func clean() throws {
        let park = try SampleBook.own()
        let report = try park.drafts.report("annual", year: 2022)
        let document = ReportDocument(report, made: Day(2023, 1, 12) ?? report.lastChange.day, declarations: "d", imprint: ReportImprint()).document
        let file = park.folder.appendingPathComponent("年度报告.docx")
        try DocumentWriter(document).data().write(to: file)
        for text in [OutsideText(name: "年度报告", text: report.plainText), try OutsideText(file: file)] {
            let verified = try verified(text, park)
            #expect(verified.other == nil)
            #expect(verified.statements.count > 90)
            let others = verified.statements.filter { $0.outcome != .supported }
            #expect(others.count * 20 <= verified.statements.count, "\(others.map { $0.context + $0.reason.zh })")
            let refuted = others.filter { $0.outcome == .refuted }.map { $0.context + $0.reason.zh }
            #expect(refuted.isEmpty && !verified.claims.contains { $0.outcome == .refuted }, "\(refuted)")
            #expect(verified.contradictions.isEmpty, "\(verified.contradictions.map(\.message.zh))")
            #expect(verified.form.isEmpty, "\(verified.form.map { $0.context + $0.message.zh })")
            #expect(!verified.isWrong)
        }
    }

    @Test("A number that was changed is never supported, and mostly refuted")
    func changed() throws {
        let park = try SampleBook.shared()
        let text = try park.drafts.report("annual", year: 2022).plainText
        let before = try verified(OutsideText(name: "年度报告", text: text), park)
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        let places = lines.indices.filter { !lines[$0].allSatisfy(\.isWhitespace) }
        // The first digit of every number becomes another.
        for statement in before.statements.reversed() {
            let line = places[statement.place.paragraph - 1]
            let lead = lines[line].prefix { $0.isWhitespace }.unicodeScalars.count
            var scalars = Array(lines[line].unicodeScalars)
            let start = lead + statement.place.letter - 1
            guard let at = (start..<(start + statement.place.length)).first(where: { ("1"..."9").contains(scalars[$0]) }) else { continue }
            scalars[at] = scalars[at] == "9" ? "8" : Unicode.Scalar(scalars[at].value + 1) ?? "1"
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            lines[line] = String(view)
        }
        let after = try verified(OutsideText(name: "改过", text: lines.joined(separator: "\n")), park)
        #expect(after.statements.count == before.statements.count)
        let changed = zip(before.statements, after.statements).filter { $0.0.printed != $0.1.printed }.map(\.1)
        #expect(changed.count > 85)
        for statement in changed where statement.outcome == .supported { Issue.record("\(statement.context) \(statement.reason.zh)") }
        #expect(changed.count { $0.outcome == .refuted } * 10 > changed.count * 9, "\(changed.count { $0.outcome == .refuted }) of \(changed.count)")
    }

    @Test("The report of the year before is told as left over")
    func stale() throws {
        let park = try SampleBook.shared()
        let old = try verified(OutsideText(name: "旧稿", text: try park.drafts.report("annual", year: 2021).plainText), park)
        let refuted = old.statements.filter { $0.outcome == .refuted }
        #expect(refuted.count > 40)
        #expect(refuted.count { $0.difference == .year } * 10 > refuted.count * 8)
        let right = try verified(OutsideText(name: "当年", text: try park.drafts.report("annual", year: 2021).plainText), park, year: 2021)
        #expect(right.count(.refuted) == 0)
    }

    @Test("A real report is read: masks, contradictions, old text, terms, form", .enabled(if: RealText.file != nil))
    func real() throws {
        let park = try SampleBook.shared()
        let verified = try verified(try OutsideText(file: try #require(RealText.file)), park, year: nil)
        #expect(verified.year == 2022)
        #expect(verified.masks.count == 191 && verified.masks.count { $0.isFigure } == 121)
        let contradictions = verified.contradictions.filter { !$0.isOpen }
        #expect(Set(contradictions.map(\.rule)) == ["none", "exception", "two-names"])
        #expect(contradictions.contains { $0.contexts.contains { $0.contains("约谈") } })
        func words(_ rule: String) -> String { verified.form.filter { $0.rule == rule }.map(\.context).joined(separator: "\n") }
        for word in ["三单一线", "评介", "关健", "进一核算", "外化与行", "政商营造环"] { #expect(words("term").contains("【") && words("term").contains(word), "\(word)") }
        #expect(words("run-on").contains("（六）") && words("broken").contains("高标准编制"))
        for word in ["共庆百年", "开门红", "2020年"] { #expect(words("stale").contains(word), "\(word)") }
        let share = verified.statements.first { $0.printed == "83%" }
        #expect(share?.outcome == .supported && share?.reason.zh.contains("63") == true)
        // What it claims of a good start and of prices fails in this book, and it is said so.
        #expect(verified.claims.contains { $0.claim == "C43" && $0.outcome == .refuted })
    }
}

/// The real report beside the checkout, where there is one.
enum RealText {
    static let file: URL? = {
        let file = SampleBook.root.deletingLastPathComponent().appendingPathComponent("shared/scope/000_8f1f4c12a115cc13.txt")
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
    }()
}
