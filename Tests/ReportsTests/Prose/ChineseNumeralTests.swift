import Testing

@testable import Reports

@Suite("Chinese numerals")
struct ChineseNumeralTests {
    @Test(
        "Whole numbers read as they are said, with one 零 for a gap",
        arguments: [
            (0, "零"), (1, "一"), (2, "二"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (100, "一百"), (103, "一百零三"), (110, "一百一十"),
            (1000, "一千"), (1001, "一千零一"), (1010, "一千零一十"), (2022, "二千零二十二"), (10_000, "一万"), (10_001, "一万零一"), (100_000, "十万"),
            (1_000_500, "一百万零五百"), (100_000_000, "一亿"), (100_000_001, "一亿零一"), (123_456_789, "一亿二千三百四十五万六千七百八十九"), (-3, "负三"),
        ])
    func reads(_ number: Int, _ text: String) { #expect(ChineseNumeral.text(number) == text) }

    @Test("Two is 两 before a measure word")
    func two() {
        #expect(ChineseNumeral.counted(2) == "两")
        #expect(ChineseNumeral.counted(12) == "十二")
    }

    @Test("The smallest and the largest number don't end the process", arguments: [Int.min, .max])
    func extremes(_ number: Int) { #expect(!ChineseNumeral.text(number).isEmpty) }

    @Test("Headings are numbered 一、（一）1.（1） and a number typed by hand is seen")
    func headings() {
        #expect((1...4).map { HeadingNumber.text(level: $0, 3) } == ["三、", "（三）", "3.", "（3）"])
        for typed in ["一、总体", "（三）项目", "(3)项目", "1.经济", "十二、其他", "（12）其他"] { #expect(HeadingNumber.isTyped(typed), "\(typed)") }
        for free in ["工作实绩", "一年来的工作", "（示例）情况", "三地两点定位", "", "5G应用"] { #expect(!HeadingNumber.isTyped(free), "\(free)") }
    }
}
