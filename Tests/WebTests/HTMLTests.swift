import Testing

@testable import Web

@Suite("A piece of a page")
struct HTMLTests {
    @Test("what is interpolated as text is escaped, what is interpolated as a piece is not")
    func escapes() {
        let typed = "<script>alert(\"1\" & '2')</script>"
        let inner: HTML = "<b>\(typed)</b>"
        let outer: HTML = "<p>\(inner)</p>"
        #expect(outer.text == "<p><b>&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;</b></p>")
    }
}
