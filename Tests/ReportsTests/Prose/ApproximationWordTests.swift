import Storage
import Testing

@testable import Reports

@Suite("Approximation words are contracts")
struct ApproximationWordTests {
    private func holds(_ word: ApproximationWord, _ value: String, of mark: String, tolerance: String = "0.05") -> Bool {
        guard let value = Amount(value), let mark = Amount(mark), let tolerance = Amount(tolerance) else { return false }
        return word.holds(value, of: mark, tolerance: tolerance)
    }

    @Test(
        "近 is below the mark and within the tolerance",
        arguments: [("38", true), ("37.99", false), ("39.99", true), ("40", false), ("40.01", false), ("0", false)])
    func near(_ value: String, _ isTrue: Bool) { #expect(holds(.near, value, of: "40") == isTrue) }

    @Test("超过 is above the mark, not at it", arguments: [("40", false), ("40.0001", true), ("39.9999", false), ("400", true)])
    func over(_ value: String, _ isTrue: Bool) { #expect(holds(.over, value, of: "40") == isTrue) }

    @Test(
        "余 and 多 are at or above the mark and before the next round number",
        arguments: [
            ("40", "40", true), ("49.99", "40", true), ("50", "40", false), ("39.99", "40", false), ("399", "300", true), ("400", "300", false),
            ("35.9", "35", true), ("36", "35", false), ("1999", "1000", true), ("2000", "1000", false), ("10.5", "10.5", false),
        ])
    func odd(_ value: String, _ mark: String, _ isTrue: Bool) {
        #expect(holds(.odd, value, of: mark) == isTrue)
        #expect(holds(.many, value, of: mark) == isTrue)
    }

    @Test(
        "约 and 左右 are within the tolerance on both sides",
        arguments: [("38", true), ("42", true), ("37.999", false), ("42.001", false), ("40", true)])
    func about(_ value: String, _ isTrue: Bool) {
        #expect(holds(.about, value, of: "40") == isTrue)
        #expect(holds(.roughly, value, of: "40") == isTrue)
    }

    @Test("The tolerance is the park's own")
    func tolerance() {
        #expect(holds(.about, "43", of: "40", tolerance: "0.1"))
        #expect(!holds(.about, "40.5", of: "40", tolerance: "0.01"))
    }

    @Test("A mark at or below zero bears no word", arguments: ApproximationWord.allCases)
    func marks(_ word: ApproximationWord) {
        #expect(!holds(word, "0", of: "0"))
        #expect(!holds(word, "-1", of: "-1"))
    }

    @Test(
        "Left to itself, a word takes the roundest number that it is true of",
        arguments: [
            (ApproximationWord.odd, "43", "40"), (.odd, "126", "120"), (.many, "643", "640"), (.odd, "1286", "1200"), (.odd, "104", "100"),
            (.odd, "40", nil), (.odd, "9", nil), (.odd, "0.4", nil), (.many, "612.15", "610"), (.over, "87.9", "87"), (.over, "87", nil),
            (.over, "1286", "1200"), (.near, "196", "200"), (.near, "187", "190"), (.near, "184", "190"), (.near, "200", nil),
            (.about, "612.15", "600"),
            (.about, "25.5", "25"), (.roughly, "52", "50"), (.roughly, "50", nil), (.about, "0", nil),
        ] as [(ApproximationWord, String, String?)])
    func suits(_ word: ApproximationWord, _ value: String, _ mark: String?) throws {
        let (value, tolerance) = (try #require(Amount(value)), try #require(Amount("0.05")))
        #expect(word.mark(of: value, tolerance: tolerance) == mark.flatMap { Amount($0) })
    }

    @Test("What a word takes of itself, it is true of")
    func suitsItself() throws {
        let tolerance = try #require(Amount("0.05"))
        for hundredths in Int64(1)...40_000 {
            let value = Amount(units: hundredths, places: 2)
            for word in ApproximationWord.allCases {
                guard let mark = word.mark(of: value, tolerance: tolerance) else { continue }
                #expect(word.holds(value, of: mark, tolerance: tolerance) && mark != value, "\(word.rawValue) \(value)")
            }
        }
    }

    @Test("Each word stands where it is said")
    func text() {
        let said = ApproximationWord.allCases.map { $0.text("40", unit: "亿元") }
        #expect(said == ["近40亿元", "超过40亿元", "40余亿元", "40多亿元", "约40亿元", "40亿元左右"])
    }
}
