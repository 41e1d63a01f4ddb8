import Foundation
import Testing

@testable import Reports

@Suite("Runs of stars")
struct MaskTests {
    /// Of each of the 191 runs of the report that the book grew from: a figure, a figure fused with the rest of a name (B), or a name.
    private static let expected =
        "FFFNNNNNNFFFFFFFNFNFFFFFNFFFFFFFNBFFFFFFFFFFFFFFFF" + "FFFFNNNNFNNNFFFFNFFFFFNNFBNNNNNFFFFFFFFNNNNNNNNNNN"
        + "FFFFFFFNNNNNNNFFFFNNNFFNFFFFFFFFNNNNFNNFNNFFNNNNFN" + "FFFFFNNFNNNFNFNFNFFFFNNFFFFFFFFFFFFFFFFFF"

    @Test("Each of the 191 runs of a real report is told as its readers told it", .enabled(if: RealReport.file != nil))
    func real() throws {
        let masks = try OutsideText(file: try #require(RealReport.file)).masks
        #expect(masks.count == 191)
        for (index, pair) in zip(masks, Self.expected).enumerated() {
            let kind = ["F": Mask.Kind.figure, "B": .fused, "N": .name][String(pair.1)]
            #expect(pair.0.kind == kind, "#\(index + 1) \(pair.0.context)")
        }
        #expect(masks.count(where: \.isFigure) == 121)
        #expect(masks.count { $0.kind == .fused } == 2)
        #expect(masks.count { $0.kind == .name } == 70)
    }

    private func kinds(_ text: String) -> String {
        OutsideText(name: "a", text: text).masks.map { ["figure": "F", "fused": "B", "name": "N"][$0.kind.rawValue] ?? "?" }.joined()
    }

    @Test(
        "Units, measure words, approximations and ranges behind a run make it a figure",
        arguments: [
            ("共举办培训**次", "F"), ("增长***%", "F"), ("组织**余家企业参会", "F"), ("支出**多万元", "F"), ("增长＊＊个百分点", "F"), ("实现营业收入×××亿元", "F"), ("全年*-*亿元", "FF"),
            ("新增岗位*00至*500个", "FF"), ("床位**张、医生***名", "FF"), ("栽植苗木**万株", "F"), ("带动**个村", "F"), ("用电量**亿千瓦时", "F"), ("惠及*镇", "F"), ("同比提高*.5%", "F"),
            ("接待XX人次", "F"), ("年产值是去年的*倍", "F"), ("3-*月", "F"),
        ])
    func figures(_ text: String, _ expected: String) { #expect(kinds(text) == expected, "\(text)") }

    @Test(
        "What covers a place, a firm or a person is a name, also where the name goes on like a measure word",
        arguments: [
            ("***市人民政府", "N"), ("**铝业投产", "N"), ("***省长到会", "N"), ("**人民医院", "N"), ("**家具公司", "N"), ("**种业、**米业", "NN"), ("赴**镇调研", "N"),
            ("**污水处理厂", "N"),
            ("《***园区规划》", "N"), ("“平安**”建设", "N"), ("**天然气公司", "N"), ("×××同志", "N"), ("**、**两家", "NN"), ("***", "N"), ("**人社局", "N"), ("XX县发改局", "N"),
        ])
    func names(_ text: String, _ expected: String) { #expect(kinds(text) == expected, "\(text)") }

    @Test("A longer run that goes on from a broken name hides a figure and the rest of the name")
    func fused() {
        #expect(kinds("江苏****万吨铝箔") == "B")
        #expect(kinds("江苏**万吨铝箔") == "F")
        #expect(kinds("*源***万头猪场") == "NB")
    }

    @Test("One cross, a multiplication and Latin words are no runs")
    func crosses() {
        #expect(kinds("3×5米，XXL号，2xx3，A×B") == "")
        #expect(kinds("BOX 5个，x轴") == "")
    }

    @Test("A run knows its place and its words")
    func places() {
        let masks = OutsideText(name: "a", text: "第一段\n\n　　共**次，**余人次").masks
        #expect(masks.map(\.place) == [TextPlace(paragraph: 2, 1..<3), TextPlace(paragraph: 2, 5..<7)])
        #expect(masks.map(\.unit) == ["次", "人次"])
        #expect(masks.first?.context == "共【**】次，**余人次")
    }
}

/// The real report beside the checkout, where there is one.
enum RealReport {
    static let file: URL? = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        let file = folder.deletingLastPathComponent().appendingPathComponent("shared/scope/000_8f1f4c12a115cc13.txt")
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
    }()
}
