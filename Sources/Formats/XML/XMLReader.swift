import CExpat

/// Reads XML that is pushed in pieces. Office files have no document type; attacks do (entities that name files or grow without
/// end), so any document type is refused.
final class XMLReader {
    private let parser: XML_Parser
    private let part: String
    private let handler: any XMLHandler
    private var depth = 0
    private let depthLimit = 256
    private var stopped: (any Error)?

    init(part: String, handler: any XMLHandler) throws {
        guard let parser = XML_ParserCreateNS(nil, XMLName.separator) else { throw FormatError.unreadable }
        self.parser = parser
        self.part = part
        self.handler = handler
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_NEVER)
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in XMLReader.with(data) { throw FormatError.entities(part: $0.part) } }
        XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let name else { return }
                XMLReader.with(data) { try $0.begin(XMLName(name), XMLAttributes(list: attributes)) }
            },
            { data, name in
                guard let name else { return }
                XMLReader.with(data) { reader in
                    reader.depth -= 1
                    try reader.handler.end(XMLName(name))
                }
            })
        XML_SetCharacterDataHandler(parser) { data, text, length in
            guard let text else { return }
            text.withMemoryRebound(to: UInt8.self, capacity: Int(length)) { bytes in
                let piece = UnsafeBufferPointer(start: bytes, count: Int(length))
                XMLReader.with(data) { try $0.handler.text(piece) }
            }
        }
    }

    deinit { XML_ParserFree(parser) }

    /// Where what the handler is told of begins, in bytes of all that was pushed, and how many bytes it takes; the end of an empty
    /// element takes none.
    var place: (start: Int, length: Int) { (Int(XML_GetCurrentByteIndex(parser)), Int(XML_GetCurrentByteCount(parser))) }

    /// Takes the next piece, and the end after the last. Throws `FormatError`, and what the handler throws.
    func push(_ bytes: UnsafeRawBufferPointer, isFinal: Bool) throws {
        let status = XML_Parse(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), isFinal ? 1 : 0)
        if let stopped { throw stopped }
        guard status == XML_STATUS_OK else {
            throw FormatError.badXML(
                part: part, line: Int(XML_GetCurrentLineNumber(parser)), column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
        }
    }

    private func begin(_ name: XMLName, _ attributes: XMLAttributes) throws {
        depth += 1
        guard depth <= depthLimit else { throw FormatError.tooDeep(part: part, limit: depthLimit) }
        try handler.start(name, attributes)
    }

    @inline(__always)
    private static func with(_ data: UnsafeMutableRawPointer?, _ body: (XMLReader) throws -> Void) {
        guard let data else { return }
        Unmanaged<XMLReader>.fromOpaque(data)._withUnsafeGuaranteedRef { reader in
            guard reader.stopped == nil else { return }
            do {
                try body(reader)
            } catch {
                reader.stopped = error
                XML_StopParser(reader.parser, 0)
            }
        }
    }
}

extension ZipReader {
    /// Reads a part as XML into a handler. Throws `FormatError`, and what the handler throws.
    func parse(_ entry: ZipEntry, into handler: any XMLHandler) throws {
        let reader = try XMLReader(part: entry.name, handler: handler)
        try read(entry) { try reader.push($0, isFinal: false) }
        try reader.push(UnsafeRawBufferPointer(start: nil, count: 0), isFinal: true)
    }
}
