import Testing

@testable import Reports

@Suite("Two editions laid over each other")
struct BlacklineTests {
    private func pieces(_ older: String, _ newer: String) -> String {
        WordDifference.pieces(older, newer).map { piece in
            switch piece.kind {
            case .same: piece.text
            case .deleted: "[-\(piece.text)-]"
            case .added: "{+\(piece.text)+}"
            }
        }.joined()
    }

    @Test("A number is struck out and put in whole")
    func numbers() {
        #expect(pieces("产值742.31亿元，增长16.1%。", "产值742.37亿元，增长6.1%。") == "产值[-742.31-]{+742.37+}亿元，增长[-16.1-]{+6.1+}%。")
        #expect(pieces("共1,200户", "共1,300户") == "共[-1,200-]{+1,300+}户")
        #expect(pieces("增长，创新高。", "增长。") == "增长[-，创新高-]。")
        #expect(pieces("一样", "一样") == "一样")
        #expect(pieces("", "全新") == "{+全新+}")
    }

    @Test("A line that moved little is compared with itself, and one that is new stands alone")
    func lines() {
        let older = ["一、实绩", "全年产值10.00亿元。", "新增绿地12公顷。", "落实安全责任。"].map { BlacklineText(look: .paragraph, text: $0) }
        let newer = ["一、实绩", "开局之年。", "全年产值11.50亿元。", "落实安全责任。"].map { BlacklineText(look: .paragraph, text: $0) }
        let blackline = Blackline(from: older, to: newer)
        #expect(
            blackline.plainText == """
                一、实绩
                〔增：开局之年。〕
                全年产值〔删：10.00〕〔增：11.50〕亿元。
                〔删：新增绿地12公顷。〕
                落实安全责任。

                """)
        #expect(blackline.count == 3)
    }

    /// Numbers from a fixed seed, the same on every machine.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state
        }
    }

    @Test("Without what was put in it reads as the older text, without what was struck out as the newer, whatever the texts")
    func property() {
        var dice = Dice(state: 7)
        let words = ["产值", "742.31", "亿元", "，", "创新高", "A", "1,200", "。", "企业", "3", "家", "{a}", " "]
        for _ in 0..<400 {
            let texts = (0..<2).map { _ in
                (0..<Int.random(in: 0...6, using: &dice)).map { _ in
                    BlacklineText(
                        look: Bool.random(using: &dice) ? .paragraph : .bullet,
                        text: (0..<Int.random(in: 0...9, using: &dice)).map { _ in words.randomElement(using: &dice) ?? "" }.joined())
                }
            }
            let lines = Blackline(from: texts[0], to: texts[1]).lines
            let read = [Blackline.Piece.Kind.deleted, .added].map { kind in
                lines.map { $0.pieces.filter { $0.kind == kind || $0.kind == .same }.map(\.text).joined() }.filter { !$0.isEmpty }
            }
            #expect(read[0] == texts[0].map(\.text).filter { !$0.isEmpty })
            #expect(read[1] == texts[1].map(\.text).filter { !$0.isEmpty })
            // In either reading no stretch ends inside a number.
            for line in lines {
                for kind in [Blackline.Piece.Kind.deleted, .added] {
                    let stretches = line.pieces.filter { $0.kind == kind || $0.kind == .same }.map(\.text)
                    #expect(!zip(stretches, stretches.dropFirst()).contains { isDigit($0.last) && isDigit($1.first) })
                }
            }
        }
    }

    private func isDigit(_ letter: Character?) -> Bool { letter.map { $0.isASCII && $0.isNumber } ?? false }
}
