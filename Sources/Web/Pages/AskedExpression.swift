import Indicators
import Registers
import Reports
import Storage

/// What of an indicator a report prints and an address carries: an expression over figures (`gross_output.growth`), or what a claim
/// has found (`C14.names`).
struct AskedExpression {
    /// What it turned out to be.
    enum Content {
        case figure(Figure, words: Words)
        case claim(Claim, report: ReportDeclaration)
    }

    let written: String
    let content: Content

    /// Nil where the address asks for none; a `Problem` where it can't be read.
    init?(_ question: FigureQuestion, _ visit: Visit, _ reading: Reading) throws {
        guard let written = visit["of"], written != question.indicator.id.text else { return nil }
        guard written.utf8.count <= 400 else { throw Problem.badAddress }
        self.written = written
        if let (claim, report) = AskedExpression.claim(written, question.desk.reports.catalogue) {
            content = .claim(claim, report: report)
            return
        }
        do {
            content = try AskedExpression.figure(written, question, reading)
        } catch let diagnostic as Diagnostic {
            throw Problem.invalid([diagnostic.message])
        }
    }

    /// The claim before the point of `C14.names`.
    private static func claim(_ written: String, _ reports: ReportCatalogue) -> (Claim, ReportDeclaration)? {
        let id = written.prefix { $0 != "." }
        for report in reports.reports {
            if let claim = report.claims.first(where: { $0.id == id }) { return (claim, report) }
        }
        return nil
    }

    private static func figure(_ written: String, _ question: FigureQuestion, _ reading: Reading) throws -> Content {
        let desk = question.desk
        let formula = try FormulaParser.formula(written, at: Place(file: "of", line: 1, column: 1))
        if let fault = desk.figures.check(formula).first { throw fault }
        let figure = try desk.figures.evaluate(formula, question.period, scope: question.scope, asOf: question.asOf, in: reading)
        let sentence = FormulaSentence(desk.catalogue, desk.indicators)
        return .figure(figure, words: Words(zh: sentence.text(formula, nil, .zh), en: sentence.text(formula, nil, .en)))
    }

    func view(_ page: FigurePage, _ visit: Visit) -> HTML {
        let head = visit("报告里印的是：", "What the report prints: ")
        switch content {
        case .claim(let claim, let report):
            return """
                <section class="sheet asked"><h2>\(head)\(visit(claim.text))</h2><p>\(visit("这是一条结论性表述找出来的，依据见", "A claim has found it; what it rests on stands in"))
                <a href="\(Link.report(report.id.text, report.rhythm.period(of: page.period.end) ?? page.period))">\(report.title) \(visit(page.period.words))</a> <code>\(written)</code></p></section>

                """
        case .figure(let figure, let words):
            let operands: [HTML] = figure.operands.map { operand in
                let value = FigureText.value(operand.value, places: operand.places, visit.language)
                return """
                    <li><code>\(operand.name)</code> \(visit(operand.period.words)) <b>\(value)</b> \(operand.unit ?? "") \
                    <small>\(visit("\(operand.rows) 条记录", "\(operand.rows) records"))</small></li>
                    """
            }
            let list: HTML? = operands.isEmpty ? nil : "<ul class=\"plain\">\(operands)</ul>"
            return """
                <section class="sheet asked"><h2>\(head)\(visit(words))</h2>\(FigureText.number(figure, href: nil, visit.language))\
                <p>\(FigureText.status(figure, visit.language)) <code>\(written)</code></p>\(list)</section>

                """
        }
    }
}
