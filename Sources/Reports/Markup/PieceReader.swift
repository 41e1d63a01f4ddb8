import Registers
import Storage

/// Reads one line into its pieces: text, and what stands in braces.
struct PieceReader {
    private let characters: [Character]
    private let line: Place
    private var index: Int
    private(set) var diagnostics = Diagnostics()

    /// A block that is still open: its opening brace, and what has been read of it.
    private struct Block {
        var opening: Opening
        var then: [Piece] = []
        var otherwise: [Piece]?
        var place: Place
    }

    private enum Opening {
        case claim(String)
        /// Nil where the condition itself was wrong, so that its block is still closed properly.
        case condition(Formula?)
        /// Nil where it was wrong.
        case list(WrittenList?)

        var word: String {
            switch self {
            case .claim: "claim"
            case .condition: "if"
            case .list: "list"
            }
        }
    }

    private var done: [Piece] = []
    private var open: [Block] = []

    init(_ characters: [Character], from start: Int, _ line: Place) {
        self.characters = characters
        self.line = line
        index = start
    }

    mutating func read() -> [Piece] {
        var text = ""
        var textPlace = place(index)
        func flush(_ reader: inout PieceReader) {
            if !text.isEmpty { reader.add(.text(text, textPlace)) }
            text = ""
        }
        while index < characters.count {
            let character = characters[index]
            let isDoubled = index + 1 < characters.count && characters[index + 1] == character
            switch character {
            case "{" where isDoubled, "}" where isDoubled:
                if text.isEmpty { textPlace = place(index) }
                text.append(character)
                index += 2
            case "{":
                flush(&self)
                brace()
                textPlace = place(index)
            case "}":
                diagnostics.add(
                    place(index), "brace", zh: "多出一个“}”；要印出括号请写“}}”。", en: "A “}” too many; write “}}” to print one.")
                index += 1
            default:
                if text.isEmpty { textPlace = place(index) }
                text.append(character)
                index += 1
            }
        }
        flush(&self)
        while let block = open.popLast() {
            diagnostics.add(
                block.place, "not-closed", zh: "{\(block.opening.word)} 没有在本行用 {/\(block.opening.word)} 结束。",
                en: "{\(block.opening.word)} is not closed by {/\(block.opening.word)} on its line.")
            add(piece(block))
        }
        return done
    }

    private func place(_ index: Int) -> Place { line.moved(by: index) }

    private mutating func add(_ piece: Piece) {
        guard let last = open.indices.last else { return done.append(piece) }
        if open[last].otherwise != nil { open[last].otherwise?.append(piece) } else { open[last].then.append(piece) }
    }

    private func piece(_ block: Block) -> Piece {
        switch block.opening {
        case .claim(let id): .claim(id, then: block.then, otherwise: block.otherwise, block.place)
        case .condition(let formula):
            .condition(formula ?? Formula(.truth(false), block.place), then: block.then, otherwise: block.otherwise)
        case .list(let list?): .list(list, entry: block.then, none: block.otherwise)
        case .list(nil): .plain("")
        }
    }

    /// Reads from `{` to its `}`.
    private mutating func brace() {
        let start = index
        let here = place(start)
        guard let end = characters[(start + 1)...].firstIndex(where: { $0 == "}" || $0 == "{" }), characters[end] == "}" else {
            diagnostics.add(here, "brace", zh: "“{”没有用“}”合上；要印出括号请写“{{”。", en: "“{” is not closed by “}”; write “{{” to print one.")
            index = start + 1
            return
        }
        index = end + 1
        var inside = start + 1
        while inside < end, characters[inside].isWhitespace { inside += 1 }
        let content = String(characters[inside..<end]).trimmed
        let word = String(content.prefix { !$0.isWhitespace })
        let rest = String(content.dropFirst(word.count)).trimmed
        let restPlace = place(inside + content.count - rest.count)
        switch word {
        case "": diagnostics.add(here, "brace", zh: "括号里是空的。", en: "The braces are empty.")
        case "item":
            if open.isEmpty || rest.isEmpty { add(.item) }
            if !rest.isEmpty { diagnostics.add(restPlace, "brace", zh: "{item} 里不再写别的。", en: "Nothing else stands in {item}.") }
        case "plain": add(.plain(rest))
        case "claim":
            if ClaimID.isID(rest) {
                open.append(Block(opening: .claim(rest), place: here))
            } else {
                diagnostics.add(restPlace, "claim", zh: "{claim} 后面要写一个表述的编号。", en: "{claim} needs the id of a claim.")
                open.append(Block(opening: .claim(""), place: here))
            }
        case "if":
            open.append(Block(opening: .condition(formula(rest, restPlace)), place: here))
        case "list": open.append(Block(opening: .list(list(rest, restPlace)), place: here))
        case "else": turn(here)
        case "/claim", "/if", "/list": close(String(word.dropFirst()), here)
        case "chapter", "table", "chart", "to", "rows", "every":
            diagnostics.add(here, "brace", zh: "{\(word)} 要独占一行。", en: "{\(word)} stands on a line of its own.")
        default:
            do throws(Diagnostic) { add(try BraceReader.piece(content, at: place(inside))) } catch { diagnostics.add(error) }
        }
    }

    private mutating func formula(_ text: String, _ place: Place) -> Formula? {
        do throws(Diagnostic) { return try FormulaParser.formula(text, at: place) } catch {
            diagnostics.add(error)
            return nil
        }
    }

    private mutating func list(_ text: String, _ place: Place) -> WrittenList? {
        do throws(Diagnostic) { return try ListReader.list(text, at: place) } catch {
            diagnostics.add(error)
            return nil
        }
    }

    private mutating func turn(_ here: Place) {
        guard let last = open.indices.last else {
            diagnostics.add(here, "else", zh: "{else} 不在 {claim}、{if} 或 {list} 里。", en: "{else} stands in no {claim}, {if} or {list}.")
            return
        }
        guard open[last].otherwise == nil else {
            diagnostics.add(here, "else", zh: "{else} 写了两次。", en: "{else} is written twice.")
            return
        }
        open[last].otherwise = []
    }

    private mutating func close(_ word: String, _ here: Place) {
        guard let block = open.last, block.opening.word == word else {
            diagnostics.add(here, "not-open", zh: "{/\(word)} 没有对应的 {\(word)}。", en: "{/\(word)} closes nothing.")
            return
        }
        open.removeLast()
        add(piece(block))
    }
}
