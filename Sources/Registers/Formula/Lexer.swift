import Storage

/// Cuts an expression into tokens.
struct Lexer {
    enum Token: Equatable {
        case name(String)
        case number(Amount)
        case unit(String)
        case text(String)
        case day(Day)
        case symbol(String)
        case end
    }

    struct Lexeme: Equatable {
        var token: Token
        var place: Place
    }

    private let characters: [Character]
    private let place: Place
    private var index = 0

    init(_ text: String, at place: Place) {
        characters = Array(text)
        self.place = place
    }

    /// All tokens and an end, or the first thing that is none.
    static func lexemes(_ text: String, at place: Place) throws(Diagnostic) -> [Lexeme] {
        guard text.utf8.count <= 4000 else {
            throw Diagnostic(place, "expression", Words(zh: "表达式太长，最多 4000 字节。", en: "The expression is too long: at most 4000 bytes."))
        }
        var lexer = Lexer(text, at: place)
        var result: [Lexeme] = []
        repeat { result.append(try lexer.next()) } while result.last?.token != .end
        return result
    }

    private func at(_ index: Int) -> Place {
        var here = place
        for character in characters[..<index] {
            if character.isNewline {
                here.line += 1
                here.column = 1
            } else {
                here.column += 1
            }
        }
        return here
    }

    private mutating func next() throws(Diagnostic) -> Lexeme {
        while index < characters.count, characters[index].isWhitespace { index += 1 }
        let start = index
        let here = at(start)
        guard index < characters.count else { return Lexeme(token: .end, place: here) }
        let character = characters[index]
        if character.isASCII, character.isLetter || character == "_" {
            take { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
            return Lexeme(token: .name(String(characters[start..<index])), place: here)
        }
        if character.isASCII, character.isNumber { return Lexeme(token: try number(from: start, here), place: here) }
        if character == "\"" || character == "“" { return Lexeme(token: try text(here), place: here) }
        if character == "%" || character == "％" || (!character.isASCII && character.isLetter) {
            index += 1
            if character.isLetter { take { !$0.isASCII && $0.isLetter } }
            return Lexeme(token: .unit(String(characters[start..<index])), place: here)
        }
        let two = String(characters[start..<min(start + 2, characters.count)])
        if ["!=", "<=", ">="].contains(two) {
            index += 2
            return Lexeme(token: .symbol(two), place: here)
        }
        let alike: [Character: String] = [
            "≤": "<=", "≥": ">=", "≠": "!=", "＝": "=", "＞": ">", "＜": "<", "（": "(", "）": ")", "，": ",", "×": "*", "÷": "/", "−": "-",
        ]
        index += 1
        if let symbol = alike[character] { return Lexeme(token: .symbol(symbol), place: here) }
        guard "=<>+-*/(),.".contains(character) else {
            throw Diagnostic(here, "expression", Words(zh: "这里不该有“\(character)”。", en: "“\(character)” can't stand here."))
        }
        return Lexeme(token: .symbol(String(character)), place: here)
    }

    private mutating func take(_ isPart: (Character) -> Bool) {
        while index < characters.count, isPart(characters[index]) { index += 1 }
    }

    private mutating func number(from start: Int, _ here: Place) throws(Diagnostic) -> Token {
        let isDigit: (Character) -> Bool = { $0.isASCII && $0.isNumber }
        take(isDigit)
        if index - start == 4, index + 6 <= characters.count, let day = Day(iso: String(characters[start..<index + 6])) {
            index += 6
            return .day(day)
        }
        if index + 1 < characters.count, characters[index] == ".", isDigit(characters[index + 1]) {
            index += 1
            take(isDigit)
        }
        guard let amount = Amount(String(characters[start..<index])) else {
            throw Diagnostic(here, "number", Words(zh: "数太长，最多 36 位。", en: "The number is too long: at most 36 digits."))
        }
        return .number(amount)
    }

    private mutating func text(_ here: Place) throws(Diagnostic) -> Token {
        let close: Character = characters[index] == "“" ? "”" : "\""
        index += 1
        let start = index
        take { $0 != close }
        guard index < characters.count else {
            throw Diagnostic(here, "expression", Words(zh: "引号没有合上。", en: "The quote is not closed."))
        }
        index += 1
        return .text(String(characters[start..<index - 1]))
    }
}
