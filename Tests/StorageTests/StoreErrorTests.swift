import Storage
import Testing

@Suite("An error of the book")
struct StoreErrorTests {
    private let causes: [StoreError.Cause] = [
        .busy, .full, .readOnly, .notADatabase, .corrupt, .unique(table: "t", columns: ["code", "year"]), .reference,
        .required(table: "t", column: "code"),
        .overflow, .tooNew, .timeZone(book: 28_800), .missing(table: "t", id: 7), .exists(path: "/a/b"), .tooLarge(limit: 20 << 20),
        .obstructed([Words(zh: "甲", en: "A"), Words(zh: "乙", en: "B")]), .other,
    ]

    @Test("says what happened and what to do, in both languages, without what is for the log")
    func words() {
        for cause in causes {
            let error = StoreError(cause, detail: "SQLite 1: near SELECT")
            for text in [error.words.zh, error.words.en] {
                #expect(!text.isEmpty && !text.contains("SELECT") && !text.contains("SQL") && !text.contains("SQLite"))
            }
            #expect(error.description.contains("near SELECT"))
        }
    }

    @Test("names what it is about")
    func names() {
        #expect(StoreError(.unique(table: "t", columns: ["code", "year"])).words.zh.contains("code、year"))
        #expect(StoreError(.timeZone(book: -12_600)).words.en.contains("UTC-3:30"))
        #expect(StoreError(.timeZone(book: 28_800)).words.zh.contains("UTC+8）"))
        #expect(StoreError(.tooLarge(limit: 20 << 20)).words.zh.contains("20 MB"))
        #expect(StoreError(.obstructed([Words(zh: "甲", en: "A"), Words(zh: "乙", en: "B")])).words == Words(zh: "甲；乙", en: "A; B"))
    }
}
