/// A blackline as HTML: `<del>` and `<ins>`, which readers and screen readers know.
public struct BlacklineHTML {
    private let blackline: Blackline
    private let title: String

    /// - Parameter title: of the page, such as 第1版与第2版.
    public init(_ blackline: Blackline, title: String) {
        self.blackline = blackline
        self.title = title
    }

    /// The `<article>`, to be put into a page.
    public var article: String {
        var out = "<article class=\"page report blackline\" lang=\"zh-CN\">\n"
        for line in blackline.lines {
            let text = line.pieces.map { piece(piece: $0) }.joined()
            switch line.look {
            case .title: out += "<h1>\(text)</h1>\n"
            case .heading(let level): out += "<h\(min(level + 1, 6))>\(text)</h\(min(level + 1, 6))>\n"
            case .paragraph: out += "<p>\(text)</p>\n"
            case .bullet: out += "<p>· \(text)</p>\n"
            case .addressee: out += "<p class=\"addressee\">\(text)</p>\n"
            case .row, .caption: out += "<p class=\"row\">\(text)</p>\n"
            }
        }
        return out + "</article>\n"
    }

    /// A page of its own, that can be sent to somebody.
    public var page: String {
        """
        <!doctype html>
        <html lang="zh-CN"><head><meta charset="utf-8"><title>\(Blackline.escaped(title))</title>
        <style>body{font:16px/1.9 serif;max-width:46em;margin:2em auto;padding:0 1em}del{color:#b00020}ins{color:#0b5d1e}.row{font-size:14px}</style>
        </head><body>
        <p>\(Blackline.escaped(title))</p>
        \(article)</body></html>

        """
    }

    private func piece(piece: Blackline.Piece) -> String {
        let text = Blackline.escaped(piece.text.replacing("\t", with: " ｜ "))
        switch piece.kind {
        case .same: return text
        case .deleted: return "<del>\(text)</del>"
        case .added: return "<ins>\(text)</ins>"
        }
    }
}

extension Blackline {
    /// Text as it stands in markup.
    static func escaped(_ text: String) -> String {
        var out = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            default: out.unicodeScalars.append(character)
            }
        }
        return out
    }
}
