import Storage

/// The one parser of the one grammar: by recursive descent, one token ahead.
public struct FormulaParser {
    private let lexemes: [Lexer.Lexeme]
    private var index = 0
    private var depth = 0

    /// Cuts the text into tokens; `place` is where the text begins in its declaration.
    public init(_ text: String, at place: Place) throws(Diagnostic) {
        lexemes = try Lexer.lexemes(text, at: place)
        // A tree as deep as its text is long could not even be let go without ending the process.
        guard lexemes.count <= 4000 else {
            throw Diagnostic(place, "expression", Words(zh: "表达式太长，请拆开写。", en: "The expression is too long; write it in parts."))
        }
    }

    /// A whole text as one expression.
    public static func formula(_ text: String, at place: Place) throws(Diagnostic) -> Formula {
        var parser = try FormulaParser(text, at: place)
        let formula = try parser.expression()
        try parser.end()
        try formula.checkDepth()
        return formula
    }

    var token: Lexer.Token { lexemes[min(index, lexemes.count - 1)].token }
    var place: Place { lexemes[min(index, lexemes.count - 1)].place }
    /// The token after this one.
    var following: Lexer.Token { lexemes[min(index + 1, lexemes.count - 1)].token }

    mutating func advance() { index += 1 }

    /// Takes a word if it is next.
    mutating func take(_ word: String) -> Bool {
        guard token == .name(word) || token == .symbol(word) else { return false }
        advance()
        return true
    }

    mutating func expect(_ word: String) throws(Diagnostic) {
        if !take(word) { throw unexpected(zh: "这里要写“\(word)”", en: "“\(word)” is needed here") }
    }

    mutating func end() throws(Diagnostic) {
        if token != .end { throw unexpected(zh: "到这里应已写完", en: "The expression should end here") }
    }

    func unexpected(zh: String, en: String) -> Diagnostic {
        let (found, englishFound): (String, String) =
            switch token {
            case .end: ("表达式到头了", "the expression ends")
            case .name(let text), .unit(let text), .symbol(let text): ("写的是“\(text)”", "“\(text)” was written")
            case .text(let text): ("写的是文字“\(text)”", "the text “\(text)” was written")
            case .number(let amount): ("写的是数 \(amount)", "the number \(amount) was written")
            case .day(let day): ("写的是日期 \(day.iso)", "the day \(day.iso) was written")
            }
        return Diagnostic(place, "expression", Words(zh: "\(zh)，\(found)。", en: "\(en), but \(englishFound)."))
    }

    /// `a or b`; deeper than 60 brackets is refused, since the parser calls itself.
    public mutating func expression() throws(Diagnostic) -> Formula {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 60 else {
            throw Diagnostic(place, "expression", Words(zh: "括号套得太深，最多 60 层。", en: "Nested too deeply: at most 60 brackets."))
        }
        var left = try conjunction()
        while token == .name("or") {
            let here = place
            advance()
            left = Formula(.pair(.or, left, try conjunction()), here)
        }
        return left
    }

    private mutating func conjunction() throws(Diagnostic) -> Formula {
        var left = try negation()
        while token == .name("and") {
            let here = place
            advance()
            left = Formula(.pair(.and, left, try negation()), here)
        }
        return left
    }

    private mutating func negation() throws(Diagnostic) -> Formula {
        let here = place
        var isNegated = false
        while take("not") { isNegated.toggle() }
        let inner = try relation()
        return isNegated ? Formula(.not(inner), here) : inner
    }

    private mutating func relation() throws(Diagnostic) -> Formula {
        let here = place
        if token == .name("valid"), following == .name("at") {
            advance()
            advance()
            if take("end") { return Formula(.valid(.end), here) }
            try expect("start")
            return Formula(.valid(.start), here)
        }
        let left = try sum()
        let operation = place
        switch token {
        case .symbol(let symbol):
            guard let comparison = Formula.Operator(rawValue: symbol), comparison.isComparison else { return left }
            advance()
            return Formula(.pair(comparison, left, try sum()), operation)
        case .name("contains"):
            advance()
            return Formula(.pair(.contains, left, try sum()), operation)
        case .name("is"):
            advance()
            let isNegated = take("not")
            try expect("empty")
            return Formula(.empty(left, negated: isNegated), operation)
        case .name("in"): return Formula(.among(left, try list(), negated: false), operation)
        case .name("not") where following == .name("in"):
            advance()
            return Formula(.among(left, try list(), negated: true), operation)
        default: return left
        }
    }

    private mutating func list() throws(Diagnostic) -> [Formula] {
        try expect("in")
        try expect("(")
        var members = [try sum()]
        while take(",") { members.append(try sum()) }
        try expect(")")
        return members
    }

    private mutating func sum() throws(Diagnostic) -> Formula {
        var left = try product()
        while case .symbol(let symbol) = token, symbol == "+" || symbol == "-" {
            let here = place
            advance()
            left = Formula(.pair(symbol == "+" ? .plus : .minus, left, try product()), here)
        }
        return left
    }

    private mutating func product() throws(Diagnostic) -> Formula {
        var left = try factor()
        while case .symbol(let symbol) = token, symbol == "*" || symbol == "/" {
            let here = place
            advance()
            left = Formula(.pair(symbol == "*" ? .times : .over, left, try factor()), here)
        }
        return left
    }

    private mutating func factor() throws(Diagnostic) -> Formula {
        let here = place
        var isNegative = false
        while take("-") { isNegative.toggle() }
        let inner = try primary()
        return isNegative ? Formula(.negative(inner), here) : inner
    }

    private mutating func primary() throws(Diagnostic) -> Formula {
        let here = place
        switch token {
        case .number(let amount):
            advance()
            if case .unit(let unit) = token {
                advance()
                return Formula(.number(amount, unit: unit), here)
            }
            return Formula(.number(amount, unit: nil), here)
        case .text(let text):
            advance()
            return Formula(.text(text), here)
        case .day(let day):
            advance()
            return Formula(.day(day), here)
        case .symbol("("):
            advance()
            let inner = try expression()
            try expect(")")
            return inner
        case .name("yes"), .name("no"):
            let isTrue = token == .name("yes")
            advance()
            return Formula(.truth(isTrue), here)
        case .name: return try reference(here)
        default: throw unexpected(zh: "这里要写一个值", en: "A value is needed here")
        }
    }

    private mutating func reference(_ here: Place) throws(Diagnostic) -> Formula {
        let path = try path()
        guard take("(") else { return Formula(.path(path), here) }
        var arguments: [Formula] = []
        if !take(")") {
            repeat { arguments.append(try expression()) } while take(",")
            try expect(")")
        }
        return Formula(.call(path, arguments), here)
    }

    /// Names with points between them.
    mutating func path() throws(Diagnostic) -> [String] {
        var names: [String] = []
        repeat {
            guard case .name(let name) = token else { throw unexpected(zh: "这里要写一个名称", en: "A name is needed here") }
            names.append(name)
            advance()
        } while take(".")
        return names
    }
}
