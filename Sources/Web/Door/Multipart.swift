/// Reads `multipart/form-data` (RFC 7578): fields and files, each between two boundaries.
enum Multipart {
    /// The boundary that a content type names; nil where it names none, or one that can't be.
    static func boundary(_ type: String) -> [UInt8]? {
        for part in type.split(separator: ";").dropFirst() {
            let sides = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
            guard sides.count == 2, sides[0].lowercased() == "boundary" else { continue }
            let name = sides[1].hasPrefix("\"") && sides[1].hasSuffix("\"") && sides[1].count > 1 ? String(sides[1].dropFirst().dropLast()) : sides[1]
            return (1...70).contains(name.utf8.count) ? Array(name.utf8) : nil
        }
        return nil
    }

    /// The fields and files of a body. A `Problem` where it is cut off, or isn't made as the standard has it.
    static func form(_ bytes: [UInt8], boundary: [UInt8]) throws(Problem) -> Form {
        let dashes = Array("--".utf8) + boundary
        var form = Form(pairs: [])
        guard var place = find(dashes, in: bytes, from: 0) else { throw Problem.badForm }
        while true {
            place += dashes.count
            if matches(Array("--".utf8), bytes, at: place) { return form }
            guard matches(Array("\r\n".utf8), bytes, at: place) else { throw Problem.badForm }
            place += 2
            guard let end = find(Array("\r\n".utf8) + dashes, in: bytes, from: place),
                let gap = find(Array("\r\n\r\n".utf8), in: bytes, from: place), gap + 4 <= end
            else { throw Problem.badForm }
            try take(Array(bytes[place..<gap]), Array(bytes[(gap + 4)..<end]), into: &form)
            guard form.pairs.count + form.files.count <= FormReader.mostFields else { throw Problem.badForm }
            place = end + 2
        }
    }

    private static func take(_ head: [UInt8], _ body: [UInt8], into form: inout Form) throws(Problem) {
        guard let text = String(validating: head, as: UTF8.self) else { throw Problem.badForm }
        let line = text.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let line, let name = value("name", of: line) else { throw Problem.badForm }
        if let file = value("filename", of: line) {
            // No file was chosen.
            if file.isEmpty && body.isEmpty { return }
            form.files.append(Form.File(field: name, name: plain(file), bytes: body))
            return
        }
        guard let value = String(validating: body, as: UTF8.self) else { throw Problem.badForm }
        form.pairs.append((name, value))
    }

    /// The value of a parameter. Browsers write a quotation mark in a name as %22 (the HTML standard).
    private static func value(_ key: String, of line: Substring) -> String? {
        var rest = line[...]
        while let range = rest.range(of: key + "=\"") {
            let isWhole = range.lowerBound == line.startIndex || [" ", ";"].contains(line[line.index(before: range.lowerBound)])
            let value = rest[range.upperBound...].prefix { $0 != "\"" }
            if isWhole { return String(value).replacing("%22", with: "\"").replacing("%0D%0A", with: "\n") }
            rest = rest[range.upperBound...]
        }
        return nil
    }

    /// A name without folders, control characters and blanks around it, so that it is one and only shown.
    static func plain(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let kept = String(last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }).trimmed
        return kept.isEmpty ? "file" : String(kept.suffix(120))
    }

    private static func matches(_ wanted: [UInt8], _ bytes: [UInt8], at place: Int) -> Bool {
        place >= 0 && place + wanted.count <= bytes.count && bytes[place..<place + wanted.count].elementsEqual(wanted)
    }

    /// The first place at which bytes stand; it looks for the first of them and compares from there.
    static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = wanted.first, start >= 0 else { return nil }
        let last = bytes.count - wanted.count
        var place = start
        return bytes.withUnsafeBufferPointer { bytes in
            while place <= last {
                if bytes[place] == first {
                    var index = 1
                    while index < wanted.count, bytes[place + index] == wanted[index] { index += 1 }
                    if index == wanted.count { return place }
                }
                place += 1
            }
            return nil
        }
    }
}
