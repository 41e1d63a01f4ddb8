import Registers
import Storage
import Testing

@testable import Reports

@Suite("The markup of a report")
struct MarkupReaderTests {
    private func read(_ text: String) -> (text: ReportText, diagnostics: [Diagnostic]) {
        var diagnostics = Diagnostics()
        let read = MarkupReader.read(Source(file: "reports/annual.report", text: text), &diagnostics)
        return (read, diagnostics.sorted)
    }

    @Test("Headings, paragraphs, members of lists and directives are told apart")
    func lines() {
        let (text, diagnostics) = read("# 报告\n\n{chapter 3}\n## 实绩\n### 经济\n#### 产值\n##### 增速\n  正文\n- 一项\n{table gross_output, tax over 3}\n")
        #expect(diagnostics.isEmpty)
        #expect(text.lines.count == 8)
        let kinds = text.lines.map(\.kind)
        #expect(kinds[0] == .title)
        #expect(kinds[1] == .heading(level: 1, number: 3))
        #expect(kinds[2] == .heading(level: 2, number: nil))
        #expect(kinds[4] == .heading(level: 4, number: nil))
        #expect(kinds[5] == .paragraph)
        #expect(kinds[6] == .bullet)
        guard case .table(let table) = kinds[7] else { return #expect(Bool(false)) }
        #expect(table.periods == 3)
        #expect(table.columns.map(\.kind) == [.path(["gross_output"]), .path(["tax"])])
    }

    @Test("A chapter's number may stand on its heading")
    func chapter() {
        #expect(read("## {chapter 7}打算").text.lines.first?.kind == .heading(level: 1, number: 7))
    }

    @Test("Braces hold figures, findings, approximations, claims and plain words")
    func braces() {
        let (text, diagnostics) = read(
            "{item}产值{gross_output}亿元，{gross_output.change}{claim C09}，最高{else}，较高{/claim}；{C14.names 2}等{C14.count}家；{about 超过 f to 40 亿元}；"
                + "{plain 2020}年；{f.at(2020)}；第{cn f}；{day.full}；{{}}")
        #expect(diagnostics.isEmpty)
        let pieces = text.lines.first?.pieces ?? []
        guard case .item = pieces[0], case .figure(let output) = pieces[2], case .figure(let change) = pieces[4],
            case .claim("C09", let then, let otherwise, _) = pieces[5], case .finding(let names) = pieces[7], case .finding(let count) = pieces[9],
            case .about(let about) = pieces[11], case .plain("2020") = pieces[13], case .figure(let at) = pieces[15],
            case .figure(let numeral) = pieces[17], case .figure(let full) = pieces[19], case .text("；{}", _) = pieces[20]
        else { return #expect(Bool(false), "\(pieces)") }
        #expect(output.formula.kind == .path(["gross_output"]) && output.display == .value)
        #expect(change.formula.kind == .path(["gross_output"]) && change.display == .change)
        #expect(then.count == 1 && otherwise?.count == 1)
        #expect(names.member == .names && names.limit == 2 && names.claim == "C14")
        #expect(count.member == .count && count.limit == nil)
        #expect(about.word == .over && about.mark?.kind == .number(Amount(40), unit: "亿元"))
        guard case .call(["f", "at"], _) = at.formula.kind else { return #expect(Bool(false)) }
        #expect(numeral.display == .numeral)
        #expect(full.display == .full && full.formula.kind == .path(["day"]))
    }

    @Test("Ten faults are told at once, each at its line and column, with what was probably meant")
    func faults() {
        let lines = [
            "# 报告", "# 又一个", "###### 太深", "## 一、手写序号", "{chapter 三}", "正文{gross_output 没有合上", "多出一个}括号", "{claim C09}没有结束",
            "{else}没有对应", "{/claim}", "{about 大约 f to 40}", "{}", "{f +}", "## {item}标题", "{C14.name}",
        ]
        let diagnostics = read(lines.joined(separator: "\n")).diagnostics
        let told = diagnostics.map { "\($0.place.line):\($0.place.column) \($0.rule)" }
        #expect(
            told == [
                "2:1 title", "3:1 heading", "4:4 heading-number", "5:1 chapter", "6:3 brace", "7:5 brace", "8:1 not-closed", "9:1 else",
                "10:1 not-open",
                "11:8 approximation", "12:1 brace", "13:5 expression", "14:1 item", "15:2 unknown-member",
            ], "\(told)")
        #expect(diagnostics.last?.suggestion == "names")
        #expect(diagnostics.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
    }

    @Test("No text ends the process")
    func hostile() {
        var state: UInt64 = 99
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let parts = [
            "{", "}", "{claim C1}", "{/claim}", "{else}", "{if a > 1}", "{/if}", "{item}", "#", "## ", "{about 近 a to 3}", "{plain ", "文", "，", "\n",
            "\r\n",
            "{chapter 2}", "{table a over 2}", "{cn a}", "{{", "{a.names 3}", " ", "\u{FEFF}", "{C1.count}", "{table }", "- ", "{(((((", "👨‍👩‍👧",
        ]
        for _ in 0..<3000 { _ = read((0..<next(14)).map { _ in parts[next(parts.count)] }.joined()) }
    }

    @Test("A report says how often it is put together; without that it is of a year")
    func rhythm() {
        #expect(read("# 报告\n").text.rhythm == .year)
        let (text, diagnostics) = read("{every week}\n# {period.full}通报\n")
        #expect(diagnostics.isEmpty && text.rhythm == .week && text.lines.count == 1)
        guard case .period(.full)? = text.lines.first?.pieces.first else { return #expect(Bool(false)) }
    }

    @Test("A rhythm that is none, that stands twice or inside a line is told")
    func rhythmFaults() {
        let (_, diagnostics) = read("{every wek}\n{every month}\n{every day}\n正文{every week}\n{every}\n")
        #expect(diagnostics.map(\.rule) == ["every", "every", "brace", "every"])
        #expect(diagnostics.map(\.place.line) == [1, 3, 4, 5])
        #expect(diagnostics.first?.suggestion == "week")
    }
}
