/// Writes XML in UTF-8. Text and values are escaped, and letters that XML 1.0 forbids are left out.
struct XMLWriter {
    private(set) var text = XMLWriter.head
    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    /// An element with what `content` writes into it; `<a/>` where there is nothing.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: (inout XMLWriter) -> Void) {
        begin(name, attributes)
        text += ">"
        let length = text.utf8.count
        content(&self)
        if text.utf8.count == length {
            text.removeLast()
            text += "/>"
        } else {
            text += "</\(name)>"
        }
    }

    /// The beginning of an element, for what does not nest as closures do; `close` is to follow.
    mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        begin(name, attributes)
        text += ">"
    }

    /// The end of an element.
    mutating func close(_ name: String) { text += "</\(name)>" }

    /// What another has written, without its first line.
    mutating func append(_ other: XMLWriter) { text += other.text.dropFirst(XMLWriter.head.count) }

    /// An element without content. An attribute whose value is nil is left out.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        begin(name, attributes)
        text += "/>"
    }

    /// An element with text in it.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text content: String) {
        element(name, attributes) { $0.write(content) }
    }

    /// Text.
    mutating func write(_ content: String) { append(content, inValue: false) }

    private mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
        text += "<\(name)"
        for (key, value) in attributes {
            guard let value else { continue }
            text += " \(key)=\""
            append(value, inValue: true)
            text += "\""
        }
    }

    private mutating func append(_ content: String, inValue: Bool) {
        for letter in content.unicodeScalars {
            switch letter.value {
            case 0x26: text += "&amp;"
            case 0x3C: text += "&lt;"
            case 0x3E: text += "&gt;"
            case 0x22 where inValue: text += "&quot;"
            case 0x09 where inValue: text += "&#9;"
            case 0x0A where inValue: text += "&#10;"
            case 0x0D: text += "&#13;"
            case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0xFFFE, 0xFFFF: break
            default: text.unicodeScalars.append(letter)
            }
        }
    }
}
