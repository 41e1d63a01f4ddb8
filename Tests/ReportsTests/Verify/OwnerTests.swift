import Indicators
import Storage
import Testing

@testable import Indicators
@testable import Reports

@Suite("Whose a number is")
struct OwnerTests {
    private static let indicators = """
        total: { name: { zh: 工业总产值, en: Output }, measure: 'sum of datum.amount where item = "a"', status: final, unit: 亿元, places: 2 }
        taxes: { name: { zh: 税收, en: Taxes }, measure: 'sum of datum.amount where item = "b"', status: final, unit: 亿元, places: 2 }
        """

    private func outcomes(_ text: String) throws -> [Outcome] {
        let data = LittlePark.series("a", ["400", "450", "540", "640.48", "742.31"]) + LittlePark.series("b", ["5", "6", "8", "10.97", "15.8651"])
        let park = try LittlePark(data, report: "# 报告\n", claims: nil, indicators: Self.indicators)
        #expect(park.diagnostics.isEmpty, "\(park.diagnostics.map { $0.text(.en) })")
        return try TextVerification(OutsideText(name: "文稿", text: text), year: 2022, otherwise: 2022).against(
            park.figures, park.catalogue, WrongTerms([])
        ).statements.map(\.outcome)
    }

    @Test(
        "A project's, a firm's or another zone's numbers are not held against the park, in lists, over commas and semicolons",
        arguments: [
            "该项目建成后可实现工业总产值10亿元、税收1亿元。", "项目建成后，可实现工业总产值10亿元，税收1亿元。", "该项目工业总产值10亿元；税收1亿元。", "对标XX园区工业总产值500亿元、税收20亿元。", "其他开发区工业总产值500亿元，税收20亿元。",
            "华强公司工业总产值30亿元，税收1亿元。", "苏州工业园区工业总产值500亿元、税收20亿元。", "全县工业总产值500亿元；税收20亿元。",
        ])
    func others(_ text: String) throws {
        let outcomes = try outcomes(text)
        #expect(outcomes == [.uncovered, .uncovered], "\(text): \(outcomes)")
    }

    @Test(
        "What is the park's own is held against its book, also beside others",
        arguments: [
            "园区工业总产值742.31亿元、税收15.87亿元。", "全年完成工业总产值742.31亿元，税收15.87亿元。", "该项目建成后，产业链更完整。园区工业总产值742.31亿元，税收15.87亿元。",
            "园区规上工业企业52家，占全市83%；工业总产值742.31亿元，税收15.87亿元。", "新增规上企业5家，工业总产值742.31亿元、税收15.87亿元。",
        ])
    func own(_ text: String) throws {
        let outcomes = try outcomes(text).filter { $0 != .uncovered }
        #expect(outcomes == [.supported, .supported], "\(text): \(outcomes)")
    }

    @Test("Another zone before it, the park after it: the second is the park's")
    func back() throws {
        #expect(try outcomes("对标XX园区工业总产值500亿元，我园工业总产值742.31亿元，税收15.87亿元。") == [.uncovered, .supported, .supported])
        #expect(try outcomes("全县工业总产值900亿元；园区工业总产值742.31亿元。") == [.uncovered, .supported])
    }

    @Test("Another way of counting is another number: it can't refute, and agrees or not")
    func basis() throws {
        #expect(try outcomes("按调度口径完成工业总产值800亿元。工业总产值按统计口径742.31亿元。") == [.uncovered, .supported])
    }
}
