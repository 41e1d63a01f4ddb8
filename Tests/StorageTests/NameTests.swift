import Storage
import Testing

@Suite("A name")
struct NameTests {
    @Test(
        "nothing that could end a quote is a name",
        arguments: [
            "", "1a", "_a", "A", "a b", "a\"b", "a'b", "a;b", "a-b", "a.b", "企业", "a\0", "a\n", "é", "a`", "a)", String(repeating: "a", count: 61),
        ])
    func wrong(_ text: String) {
        #expect(Name(text) == nil)
        #expect(!Name.isName(text))
    }

    @Test(
        "small letters, digits and underscores are names, up to 60",
        arguments: ["a", "enterprise", "r2_d2", "a__", String(repeating: "z", count: 60)])
    func right(_ text: String) { #expect(Name(text)?.text == text) }

    @Test("a written name loses what a name may not have")
    func written() { #expect(("zone\"; drop" as Name).text == "zonedrop") }

    @Test("an ending keeps long names apart and never gives the name itself")
    func endings() throws {
        #expect(("hazard" as Name).appending("_past").text == "hazard_past")
        let one = try #require(Name(String(repeating: "a", count: 59) + "b"))
        let other = try #require(Name(String(repeating: "a", count: 59) + "c"))
        let ended = one.appending("_past")
        #expect(ended != one && ended != other.appending("_past"))
        #expect(ended.text.hasSuffix("_past") && ended.text.utf8.count <= 60)
    }
}
