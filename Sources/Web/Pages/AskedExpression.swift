import Indicators
import Registers
import Storage

/// An expression over figures that a report prints and an address carries: `gross_output.growth`.
struct AskedExpression {
    let written: String
    let words: Words
    let figure: Figure

    /// Nil where the address asks for none; a `Problem` where it can't be read.
    init?(_ question: FigureQuestion, _ visit: Visit, _ reading: Reading) throws {
        guard let written = visit["of"], written != question.indicator.id.text else { return nil }
        let desk = question.desk
        let place = Place(file: "of", line: 1, column: 1)
        do {
            guard written.utf8.count <= 400 else { throw Problem.badAddress }
            let formula = try FormulaParser.formula(written, at: place)
            if let fault = desk.figures.check(formula).first { throw fault }
            figure = try desk.figures.evaluate(formula, question.period, scope: question.scope, asOf: question.asOf, in: reading)
            let sentence = FormulaSentence(desk.catalogue, desk.indicators)
            words = Words(zh: sentence.text(formula, nil, .zh), en: sentence.text(formula, nil, .en))
        } catch let diagnostic as Diagnostic {
            throw Problem.invalid([diagnostic.message])
        }
        self.written = written
    }

    func view(_ page: FigurePage, _ visit: Visit) -> HTML {
        let operands = figure.operands.map { operand in
            let value = FigureText.value(operand.value, places: operand.places, visit.language)
            return
                "<li><code>\(operand.name)</code> \(visit(operand.period.words)) <b>\(value)</b> \(operand.unit ?? "") <small>\(visit("\(operand.rows) 条记录", "\(operand.rows) records"))</small></li>"
                as HTML
        }
        let list: HTML? = operands.isEmpty ? nil : "<ul class=\"plain\">\(operands)</ul>"
        return """
            <section class="sheet asked"><h2>\(visit("报告里印的是它的", "What the report prints of it: "))\(visit(words))</h2>\
            \(FigureText.number(figure, href: nil, visit.language))<p>\(FigureText.status(figure, visit.language)) <code>\(written)</code></p>\(list)</section>

            """
    }
}
