import Indicators
import Registers
import Storage

/// What an indicator counts, in words, with who answers for it and where it is declared.
struct FigureDefinition {
    let measure: Words
    let expected: Words?
    let owner: Words?
    let kind: Indicator.Kind
    let digests: (figure: String, catalogue: String)
    let operands: [Figure.Operand]
    let indicator: Indicator

    init(_ indicator: Indicator, _ figure: Figure, _ catalogue: Catalogue, _ indicators: IndicatorCatalogue) {
        self.indicator = indicator
        let sentence = MeasureSentence(catalogue, indicators)
        measure = Words(zh: sentence.text(indicator, .zh), en: sentence.text(indicator, .en))
        expected = indicator.expected.flatMap { catalogue.rosters[$0]?.name }
        owner = indicator.owner.flatMap { owner in catalogue.roles.first { $0.id == owner }?.name }
        kind = indicator.kind
        digests = (figure.definition, catalogue.digest)
        operands = figure.operands
    }

    func view(_ page: FigurePage, _ visit: Visit) -> HTML {
        func line(_ label: String, _ value: String?) -> HTML? { value.map { "<dt>\(label)</dt><dd>\($0)</dd>" } }
        let parts: [HTML] = operands.map { operand in
            let name = String(operand.name.prefix { $0 != "." })
            let href = Name(name).map { Link.figure($0, operand.period) }
            let label: HTML = href.map { "<a href=\"\($0)\"><code>\(operand.name)</code></a>" } ?? "<code>\(operand.name)</code>"
            let value = FigureText.value(operand.value, places: operand.places, visit.language)
            return
                "<tr><td class=\"lead\">\(label)</td><td class=\"n\" data-label=\"\(visit("值", "Value"))\">\(value) <small>\(operand.unit ?? "")</small></td><td class=\"n\" data-label=\"\(visit("记录", "Records"))\">\(operand.rows)</td></tr>"
        }
        let table: HTML? =
            parts.isEmpty
            ? nil
            : """
            <h3>\(visit("由这些数算出", "Computed from"))</h3><table><caption class="hidden">\(visit("运算数", "Operands"))</caption>
            <thead><tr><th scope="col">\(visit("数", "Figure"))</th><th scope="col" class="n">\(visit("值", "Value"))</th><th scope="col" class="n">\(visit("记录", "Records"))</th></tr></thead><tbody>\(parts)</tbody></table>
            """
        return """
            <section class="sheet"><h2 id="definition">\(visit("口径", "Definition"))</h2><p>\(visit(measure))</p><dl class="facts">\
            \(line(visit("统计范围", "Scope"), page.scope.map { visit($0.name) }))\
            \(line(visit("同比基数", "Growth is on"), indicator.gives == .number ? visit(indicator.base.words) : nil))\
            \(line(visit("时点或时期", "In time"), kind == .stock ? visit("期末存量", "what holds at the period's end") : visit("期间发生", "what happened in the period")))\
            \(line(visit("应报名册", "Who must report"), expected.map { visit($0) }))\
            \(line(visit("负责", "Owner"), owner.map { visit($0) }))\
            \(line(visit("来源", "Source"), indicator.source.map { visit($0) }))\
            \(line(visit("说明", "Note"), indicator.note.map { visit($0) }))\
            <dt>\(visit("声明", "Declared"))</dt><dd><code>\(indicator.measure)</code><br><small>\(indicator.place.file):\(indicator.place.line)</small></dd>\
            <dt>\(visit("口径摘要", "Digest"))</dt><dd><code title="\(digests.figure)">\(digests.figure.prefix(12))</code> <small>\(visit("全部声明", "all declarations")) <code title="\(digests.catalogue)">\(digests.catalogue.prefix(12))</code></small></dd></dl>\(table)</section>
            """
    }
}
