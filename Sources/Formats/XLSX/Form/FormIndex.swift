import Foundation

/// The parts of a workbook that list others: a sheet is put behind those there are, and formulas are told to reckon anew.
struct FormIndex {
    private let package: OfficePackage
    private let main: ZipEntry

    init(package: OfficePackage, main: ZipEntry) {
        self.package = package
        self.main = main
    }

    /// The parts to add; those that must know of them are put into `changed`. Throws `FormatError`.
    mutating func parts(adding sheet: FormAddedSheet?, _ changed: inout [String: Data]) throws -> [(name: String, data: Data)] {
        let found = try Scan.of(main, in: package)
        var book = [UInt8](try package.zip.data(main))
        var edits: [(range: Range<Int>, text: String)] = [found.reckoning(book)]
        var more: [(name: String, data: Data)] = []
        if let sheet {
            let cut = main.name.lastIndex(of: "/").map { main.name.index(after: $0) } ?? main.name.startIndex
            let folder = String(main.name[..<cut])
            let relations = "\(folder)_rels/\(main.name[cut...]).rels"
            guard let entry = package.part(relations), let types = package.part("[Content_Types].xml") else {
                throw FormatError.missingPart(relations)
            }
            let name = free { package.part("\(folder)worksheets/sheet\($0).xml") == nil }
            let part = "\(folder)worksheets/sheet\(name).xml"
            let taken = Set(try package.relations(of: main.name).map(\.id))
            let id = "rId\(free { !taken.contains("rId\($0)") })"
            let title = Scan.free(sheet.name, among: found.names)
            var writer = XMLWriter()
            writer.element(
                "\(found.prefix)sheet",
                [
                    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "name": title,
                    "sheetId": "\(found.highest + 1)", "r:id": id,
                ])
            edits.append((found.sheetsEnd..<found.sheetsEnd, FormIndex.body(writer)))
            changed[entry.name] = try append(
                to: entry, element: "Relationship",
                ["Id": id, "Type": "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet", "Target": "/\(part)"])
            changed[types.name] = try append(
                to: types, element: "Override",
                ["PartName": "/\(part)", "ContentType": "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"])
            more.append((part, sheet.xml))
        }
        for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) { book.replaceSubrange(edit.range, with: Array(edit.text.utf8)) }
        changed[main.name] = Data(book)
        return more
    }

    private func free(_ isFree: (Int) -> Bool) -> Int {
        var number = 1
        while !isFree(number) { number += 1 }
        return number
    }

    /// Puts an element behind the last one of a part's root.
    private func append(to entry: ZipEntry, element: String, _ attributes: KeyValuePairs<String, String?>) throws -> Data {
        var bytes = [UInt8](try package.zip.data(entry))
        guard let end = FormIndex.last("</", in: bytes) else { throw FormatError.damaged(part: entry.name) }
        let prefix = FormSheetEdit.prefix(String(decoding: bytes[(end + 2)...].prefix { $0 != 0x3E && $0 != 0x20 }, as: UTF8.self))
        var writer = XMLWriter()
        writer.element(prefix + element, attributes)
        bytes.insert(contentsOf: Array(FormIndex.body(writer).utf8), at: end)
        return Data(bytes)
    }

    private static func last(_ text: String, in bytes: [UInt8]) -> Int? {
        let wanted = Array(text.utf8)
        var at = bytes.count - wanted.count
        while at >= 0 {
            if bytes[at...].starts(with: wanted) { return at }
            at -= 1
        }
        return nil
    }

    static func body(_ writer: XMLWriter) -> String {
        writer.text.firstIndex(of: "\n").map { String(writer.text[writer.text.index(after: $0)...]) } ?? writer.text
    }

    /// Where in the workbook's own part its lists stand.
    private final class Scan: XMLHandler {
        var names: [String] = []
        var highest = 0
        var prefix = ""
        var sheetsEnd = 0
        /// The tag that says how formulas are reckoned.
        var calculation: Range<Int>?
        /// Where that tag belongs, if it isn't there: behind the names, the links and the sheets.
        var behind = 0
        weak var reader: XMLReader?
        private let bytes: [UInt8]

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        static func of(_ main: ZipEntry, in package: OfficePackage) throws -> Scan {
            let xml = try package.zip.data(main)
            let scan = Scan([UInt8](xml))
            let reader = try XMLReader(part: main.name, handler: scan)
            scan.reader = reader
            try xml.withUnsafeBytes { try reader.push($0, isFinal: true) }
            guard scan.sheetsEnd > 0, !xml.contains(0) else { throw FormatError.damaged(part: main.name) }
            return scan
        }

        func start(_ name: XMLName, _ attributes: XMLAttributes) {
            switch name {
            case "sheet":
                if let title = attributes["name"] { names.append(title) }
                if let id = attributes["sheetId"].flatMap({ Int($0) }), id < 1 << 30 { highest = max(highest, id) }
            case "calcPr": calculation = reader.map { $0.place.start..<($0.place.start + $0.place.length) }
            default: break
            }
        }

        func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

        func end(_ name: XMLName) {
            guard let place = reader?.place else { return }
            switch name {
            case "sheets":
                sheetsEnd = place.start
                prefix = FormSheetEdit.prefix(FormSheetEdit.name(Array(bytes[min(place.start + 1, bytes.count)...].prefix(80))))
                behind = place.start + place.length
            case "functionGroups", "externalReferences", "definedNames": behind = place.start + place.length
            default: break
            }
        }

        /// The change by which formulas are reckoned when the workbook is opened.
        func reckoning(_ book: [UInt8]) -> (range: Range<Int>, text: String) {
            guard let calculation else { return (behind..<behind, "<\(prefix)calcPr fullCalcOnLoad=\"1\"/>") }
            let tag = Array(book[calculation])
            let head = FormSheetEdit.without("fullCalcOnLoad", FormSheetEdit.opened(tag))
            let isEmpty = tag.dropLast().last == 0x2F
            return (calculation, String(decoding: head, as: UTF8.self) + " fullCalcOnLoad=\"1\"" + (isEmpty ? "/>" : ">"))
        }

        /// A name of a sheet that is not taken; letter case makes no difference.
        static func free(_ name: String, among names: [String]) -> String {
            let taken = Set(names.map { $0.lowercased() })
            var number = 1
            var title = name
            while taken.contains(title.lowercased()) {
                number += 1
                title = "\(name)\(number)"
            }
            return title
        }
    }
}
