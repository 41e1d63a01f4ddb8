import Formats
import Foundation
import Registers
import Testing

@testable import Reports

@Suite("Texts from outside")
struct OutsideTextTests {
    private func file(_ data: Data, _ name: String = "报告.txt") throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString)-\(name)")
        try data.write(to: url)
        return url
    }

    @Test("Paragraphs are numbered without the empty ones and trimmed")
    func paragraphs() {
        let text = OutsideText(name: "a", text: "题目\r\n\r\n　　第一段。\n第二段。\u{2028}第三段。  \n")
        #expect(text.paragraphs.map(\.text) == ["题目", "第一段。", "第二段。", "第三段。"])
        #expect(text.paragraphs.map(\.isIndented) == [false, true, false, false])
        #expect(text.paragraphs.map(\.number) == [1, 2, 3, 4])
    }

    @Test("Lines with tabs between cells are rows of a table, a tab behind a heading's number is none")
    func rows() {
        let text = OutsideText(name: "a", text: "年份\t产值\n2022年\t742.31\n一、\t工作\n\t缩进的段落")
        #expect(text.paragraphs.map(\.isInTable) == [true, true, false, false])
    }

    @Test("A DOCX is read whatever it is called, its headings with their level")
    func document() throws {
        let document = Document(
            title: "t", author: "a", made: (2023, 1, 5),
            blocks: [.title([DocumentRun("报告")]), .heading(1, [DocumentRun("一、工作")]), .paragraph([DocumentRun("完成\n5项")])])
        let url = try file(try DocumentWriter(document).data(), "报告.dat")
        defer { try? FileManager.default.removeItem(at: url) }
        let text = try OutsideText(file: url)
        #expect(text.paragraphs.map(\.text) == ["报告", "一、工作", "完成", "5项"])
        #expect(text.paragraphs[1].level == 1)
    }

    @Test("Footnotes are read after the text, and what was struck out is not; both are said")
    func notes() throws {
        var zip = ZipWriter()
        let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
        zip.add(
            "word/document.xml",
            "<w:document \(space)><w:body><w:p><w:r><w:t>产值742.31亿元</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>，税收9亿元</w:t></w:r><w:del><w:r><w:delText>，利润8亿元</w:delText></w:r></w:del><w:r><w:t>。</w:t></w:r></w:p></w:body></w:document>"
        )
        zip.add(
            "word/footnotes.xml",
            "<w:footnotes \(space)><w:footnote><w:p/></w:footnote><w:footnote><w:p><w:r><w:t>税收15.87亿元。</w:t></w:r></w:p></w:footnote></w:footnotes>")
        zip.add(
            "word/_rels/document.xml.rels",
            "<Relationships><Relationship Id=\"f\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes\" Target=\"footnotes.xml\"/></Relationships>"
        )
        let url = try file(try zip.data(), "报告.docx")
        defer { try? FileManager.default.removeItem(at: url) }
        let text = try OutsideText(file: url)
        #expect(text.paragraphs.map(\.text) == ["产值742.31亿元。", "税收15.87亿元。"])
        #expect(text.remarks.map(\.zh) == ["脚注、尾注共1段，排在正文各段之后一并核对。", "有2处文字已划去（删除线或修订删除），没有核对。"])
    }

    @Test("What can't be read is refused by name, with what to do")
    func refused() throws {
        let url = try file(Data([0x61, 0x00]))
        defer { try? FileManager.default.removeItem(at: url) }
        #expect(throws: Refused.self) { try OutsideText(file: url) }
        #expect(throws: Refused.self) { try OutsideText(file: URL(fileURLWithPath: "/dev/zero")) }
        #expect(throws: Refused.self) { try OutsideText(file: URL(fileURLWithPath: "/no/such.docx")) }
    }

    @Test("Lines of one width are put together again; real paragraphs stay apart")
    func wrapped() {
        let paragraph = "全年实现工业总产值六百亿元并继续保持了平稳较快的发展势头各项工作都取得了新的进展和明显成效企业效益持续改善就业稳定增加民生不断改善社会大局和谐稳定"
        let long = Array(paragraph + paragraph + paragraph + paragraph)
        var lines = ["工作报告"]
        for start in stride(from: 0, to: long.count, by: 24) { lines.append(String(long[start..<min(start + 24, long.count)])) }
        lines[lines.count - 1] += "。"
        let text = OutsideText(name: "a", text: lines.joined(separator: "\n"))
        #expect(text.isRewrapped)
        #expect(text.paragraphs.count == 2)
        let broken = OutsideText(name: "a", text: "九是高标准编制\n《报告》，并上报省厅。\n十是其他工作。")
        #expect(!broken.isRewrapped)
        #expect(broken.paragraphs.count == 3)
    }

    @Test("Words around a place can't steer a terminal")
    func context() {
        let text = OutsideText(name: "a", text: "共\u{1B}[31m**次\u{202E}完")
        #expect(text.masks.first?.context.unicodeScalars.allSatisfy { $0.value != 0x1B && $0.value != 0x202E } == true)
    }

    @Test(
        "Chinese numerals are read, and what is no number is none",
        arguments: [
            ("十二", 12), ("一百零三", 103), ("两千万", 20_000_000), ("百亿", 10_000_000_000), ("一万二千三百", 12_300), ("二〇二二", 2022), ("三四", nil), ("二三十", nil),
            ("五", 5),
            ("万亿", 1_000_000_000_000), ("九九九九九九九九九九九九九九九九九九九九", nil), ("亿亿亿亿亿亿", nil), ("", nil),
        ] as [(String, Int64?)])
    func numerals(_ text: String, _ expected: Int64?) { #expect(ChineseNumber.value(text) == expected, "\(text)") }
}

@Suite("Files that are refused with a sentence")
struct RefusedTextTests {
    private func refusal(_ data: Data, _ name: String = "文稿.txt") -> String? {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString)-\(name)")
        guard (try? data.write(to: url)) != nil else { return nil }
        defer { try? FileManager.default.removeItem(at: url) }
        do {
            _ = try OutsideText(file: url)
            return nil
        } catch let refused as Refused {
            return refused.words.zh
        } catch {
            return "trap: \(error)"
        }
    }

    @Test(
        "Kinds that are no text say what to save them as",
        arguments: [
            ("%PDF-1.7 …", "PDF"), ("{\\rtf1 a}", "RTF"), ("<!DOCTYPE html><p>700亿元", "HTML"), ("", "没有文字"), (" \n　\n", "没有文字"),
            ("\u{0}", "编码认不出"), ("PK\u{3}\u{4}xxxx", "读不了"),
        ])
    func kinds(_ text: String, _ said: String) {
        let refusal = refusal(Data(text.utf8))
        #expect(refusal?.contains(said) == true, "\(refusal ?? "read")")
    }

    @Test("Bytes in no known encoding, a folder, and what isn't there")
    func places() {
        #expect(refusal(Data([0xE5, 0xB7, 0xFF, 0xFF, 0x0A]))?.contains("编码认不出") == true)
        for path in ["/", "/dev/zero", "/no/such.docx"] {
            #expect(throws: Refused.self, "\(path)") { try OutsideText(file: URL(fileURLWithPath: path)) }
        }
    }

    @Test("Texts and paragraphs without end")
    func endless() {
        #expect(refusal(Data(String(repeating: "字", count: 20_001).utf8))?.contains("20001") == true)
        #expect(refusal(Data(String(repeating: String(repeating: "字", count: 10_000) + "\n", count: 61).utf8))?.contains("拆成几份") == true)
        #expect(refusal(Data(repeating: 0x61, count: PlainTextReader.usualLimit + 1))?.contains("过大") == true)
        #expect(refusal(Data(String(repeating: "字", count: 20_000).utf8)) == nil)
    }

    @Test("Traditional characters, another language and Big5 are said in a sentence; Chinese with foreign words is read")
    func writing() {
        let old = "實現工業總產值七百億元，同比增長，取得了明顯成效，企業效益持續改善。"
        #expect(refusal(Data(old.utf8))?.contains("繁体") == true)
        #expect(refusal(Data("The park produced goods worth 74 billion yuan in 2022.".utf8))?.contains("没有汉字") == true)
        // The same in Big5.
        let bytes: [UInt8] = [
            0xB9, 0xEA, 0xB2, 0x7B, 0xA4, 0x75, 0xB7, 0x7E, 0xC1, 0x60, 0xB2, 0xA3, 0xAD, 0xC8, 0xA4, 0x43, 0xA6, 0xCA, 0xBB, 0xF5, 0xA4, 0xB8, 0xA1,
            0x41, 0xA6, 0x50, 0xA4, 0xF1, 0xBC, 0x57, 0xAA, 0xF8, 0xA1, 0x41, 0xA8, 0xFA, 0xB1, 0x6F, 0xA4, 0x46, 0xA9, 0xFA, 0xC5, 0xE3, 0xA6, 0xA8,
            0xAE, 0xC4, 0xA1, 0x41, 0xA5, 0xF8, 0xB7, 0x7E, 0xAE, 0xC4, 0xAF, 0x71, 0xAB, 0xF9, 0xC4, 0xF2, 0xA7, 0xEF, 0xB5, 0xBD, 0xA1, 0x43,
        ]
        #expect(refusal(Data(bytes))?.contains("Big5") == true)
        #expect(refusal(Data("实现工业总产值742.31亿元，β类和α类产品、ISO 9001 认证企业5家。".utf8)) == nil)
    }

    @Test("GB 18030 and UTF-16 with its mark are read", arguments: [0, 1, 2, 3, 4])
    func encodings(_ index: Int) throws {
        let text = "实现工业总产值742.31亿元。"
        var little = Data([0xFF, 0xFE])
        var big = Data([0xFE, 0xFF])
        for unit in text.utf16 {
            little.append(contentsOf: [UInt8(unit & 0xFF), UInt8(unit >> 8)])
            big.append(contentsOf: [UInt8(unit >> 8), UInt8(unit & 0xFF)])
        }
        // 实现 in GB 18030.
        let national = Data([0xCA, 0xB5, 0xCF, 0xD6])
        let datas: [Data] = [Data(text.utf8), Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8), little, big, national]
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).txt")
        try datas[index].write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        #expect(try OutsideText(file: url).paragraphs.map(\.text) == [index == 4 ? "实现" : text])
    }
}
