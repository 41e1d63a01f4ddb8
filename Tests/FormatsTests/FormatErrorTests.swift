import Testing

@testable import Formats

@Suite struct FormatErrorTests {
    @Test("A refusal says where and what to do, in both languages, and no name of a part")
    func words() {
        let errors: [FormatError] = [
            .macros, .outsideLinks, .signed, .lockedStructure,
            .unreadable, .unwritable, .notContainer, .damaged(part: "xl/x"), .encrypted, .oldWorkbook, .oldDocument, .markup,
            .tooLarge(part: "xl/x", limit: 512 << 20), .tooDense(part: "xl/x", limit: 250), .tooManyParts(limit: 10), .missingPart("xl/x"),
            .badXML(part: "xl/x", line: 3, column: 4), .entities(part: "xl/x"), .tooDeep(part: "xl/x", limit: 256),
            .noSuchSheet("表", there: ["甲", "乙"]), .cellTooLarge(row: 3, column: 4, limit: 1 << 20), .rowTooLarge(row: 3, limit: 64 << 20),
            .tooManyColumns(row: 3, limit: 16_384), .tooManyRows(limit: 9), .missingText(row: 3, column: 4), .nulByte(position: 5, line: 3),
            .unclosedQuote(line: 3), .strayQuote(line: 3, column: 4), .notText(line: 3), .badSheetName("a/b"),
            .notWritable(row: 3, column: 4),
            .textTooLong(row: 3, column: 4, limit: 32_767),
        ]
        #expect(Set(errors.map(\.words.zh)).count == errors.count)
        #expect(Set(errors.map(\.words.en)).count == errors.count)
        #expect(errors.allSatisfy { !$0.words.zh.contains("xl/x") && !$0.words.en.contains("xl/x") })
        #expect(FormatError.cellTooLarge(row: 3, column: 4, limit: 1 << 20).words.zh == "第 3 行第 4 列的内容超过 1 MB，请删减，或检查引号是否成对")
        #expect(FormatError.unclosedQuote(line: 3).words.en == "The quote that opens on line 3 never closes: add the closing quote")
    }
}
