import Foundation
import Testing

@testable import Formats

@Suite struct XMLReaderTests {
    /// Writes down what comes.
    private final class Log: XMLHandler {
        var lines: [String] = []
        func start(_ name: XMLName, _ attributes: XMLAttributes) { lines.append("<\(name.string) id=\(attributes["id"] ?? "-")") }
        func text(_ bytes: UnsafeBufferPointer<UInt8>) {
            let text = String(decoding: bytes, as: UTF8.self)
            if let last = lines.last, last.hasPrefix("=") { lines[lines.count - 1] = last + text } else { lines.append("=" + text) }
        }
        func end(_ name: XMLName) { lines.append(">\(name.string)") }
    }

    private func log(_ xml: String, pieces: Int) throws -> [String] {
        let log = Log()
        let reader = try XMLReader(part: "p", handler: log)
        let bytes = Array(xml.utf8)
        var at = 0
        while at < bytes.count {
            let end = min(at + pieces, bytes.count)
            try bytes[at..<end].withUnsafeBytes { try reader.push($0, isFinal: false) }
            at = end
        }
        try reader.push(UnsafeRawBufferPointer(start: nil, count: 0), isFinal: true)
        return log.lines
    }

    @Test("Whatever the pieces, the same comes out; prefixes do not matter", arguments: [1, 2, 7, 1000])
    func pieces(_ size: Int) throws {
        let xml = "<?xml version=\"1.0\"?><x:a xmlns:x=\"urn:x\" xmlns:r=\"urn:r\" r:id=\"七\"><b>园&amp;区&#x7C3F;</b><x:c/></x:a>"
        #expect(try log(xml, pieces: size) == ["<a id=七", "<b id=-", "=园&区簿", ">b", "<c id=-", ">c", ">a"])
    }

    @Test("Broken XML is refused with its place, an entity that nobody declared too")
    func broken() {
        #expect(refusal(as: FormatError.self) { try log("<a>\n<b></a>", pieces: 100) } == .badXML(part: "p", line: 2, column: 6))
        #expect(refusal(as: FormatError.self) { try log("<a>&x;</a>", pieces: 100) } == .badXML(part: "p", line: 1, column: 4))
        #expect(refusal(as: FormatError.self) { try log("", pieces: 100) } == .badXML(part: "p", line: 1, column: 1))
        #expect(refusal(as: FormatError.self) { try log("<!DOCTYPE a><a/>", pieces: 3) } == .entities(part: "p"))
    }

    @Test("What the writer writes is read as it was")
    func roundTrip() throws {
        var xml = XMLWriter()
        xml.element("a", ["id": "<\"&'>\n\t", "none": nil]) { xml in
            xml.element("b", text: "甲<&>]]>\r\n")
            xml.element("c") { _ in }
        }
        #expect(xml.text.hasSuffix("<c/></a>"))
        #expect(try log(xml.text, pieces: 100) == ["<a id=<\"&'>\n\t", "<b id=-", "=甲<&>]]>\r\n", ">b", "<c id=-", ">c", ">a"])
    }
}
