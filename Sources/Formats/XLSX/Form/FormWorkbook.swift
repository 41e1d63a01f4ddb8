public import Foundation

/// A workbook that somebody else made, of which only blank cells are filled. It is edited and never written anew: what isn't
/// filled stays byte for byte, formulas, styles, merged heads, hidden rows and all parts that this reader doesn't know.
///
/// Refused, as `FormatError`, are workbooks with macros or controls, with links to outside, under a signature, and those beyond
/// `FormLimits`.
public final class FormWorkbook {
    public let sheets: [FormSheet]
    /// Nobody may add a sheet.
    public let isLocked: Bool
    private let package: OfficePackage
    private let main: ZipEntry

    /// Opens the bytes of a file. Throws `FormatError`.
    public init(data: Data, limits: FormLimits = FormLimits()) throws {
        guard data.count <= limits.fileBytes else { throw FormatError.tooLarge(part: "file", limit: limits.fileBytes) }
        var reading = XLSXLimits()
        reading.zip.partBytes = limits.bytes
        reading.zip.totalBytes = 8 * limits.bytes
        reading.cells = 20 * limits.cells
        reading.sharedBytes = limits.bytes
        let book = try XLSXWorkbook(data: data, limits: reading)
        guard book.sheets.count <= limits.sheets else { throw FormatError.tooManyParts(limit: limits.sheets) }
        try FormSafety(book.package).check()
        let main = try book.package.main(usual: "xl/workbook.xml")
        isLocked = try FormWorkbook.isLocked(main, book.package)
        let looks = try FormWorkbook.looks(main, book.package)
        sheets = try book.sheets.map { try FormWorkbook.sheet($0, of: book, book.package, looks, limits) }
        package = book.package
        self.main = main
    }

    /// The file with values in blank cells, by the name of the sheet, and perhaps with a sheet behind the others. Formulas are reckoned
    /// anew when it is opened. Throws `FormatError`.
    public func filled(_ values: [String: [FormPlace: FormValue]], adding added: FormAddedSheet? = nil) throws -> Data {
        if added != nil, isLocked { throw FormatError.lockedStructure }
        var changed: [String: Data] = [:]
        for sheet in sheets {
            guard let own = values[sheet.name], !own.isEmpty, let entry = package.part(sheet.part) else { continue }
            var edit = FormSheetEdit(sheet, try package.zip.data(entry))
            changed[entry.name] = try edit.filled(own)
        }
        var index = FormIndex(package: package, main: main)
        let more = try index.parts(adding: added, &changed)
        var writer = ZipWriter()
        for entry in package.zip.entries { writer.add(entry.name, try changed[entry.name] ?? package.zip.data(entry)) }
        for part in more { writer.add(part.name, part.data) }
        return try writer.data()
    }

    private static func isLocked(_ main: ZipEntry, _ package: OfficePackage) throws -> Bool {
        var isLocked = false
        try package.parse(
            main,
            into: XMLStarts { name, attributes in
                if name == "workbookProtection" { isLocked = ["1", "true"].contains(attributes["lockStructure"] ?? "") }
            })
        return isLocked
    }

    private static func looks(_ main: ZipEntry, _ package: OfficePackage) throws -> [FormLook] {
        let styles = FormStyles()
        if let part = try package.relations(of: main.name).first(where: { $0.type == "styles" }).flatMap({ package.part($0.target) }) {
            try package.parse(part, into: styles)
        }
        return styles.looks
    }

    private static func sheet(
        _ sheet: XLSXSheet, of book: XLSXWorkbook, _ package: OfficePackage, _ looks: [FormLook], _ limits: FormLimits
    ) throws -> FormSheet {
        guard let entry = package.part(sheet.part) else { throw FormatError.missingPart(sheet.part) }
        let xml = try package.zip.data(entry)
        // Where the bytes aren't those of UTF-8, what is put among them would not be either.
        guard !xml.starts(with: [0xFF, 0xFE]), !xml.starts(with: [0xFE, 0xFF]), !xml.contains(0) else {
            throw FormatError.badXML(part: sheet.part, line: 1, column: 1)
        }
        let scan = FormSheetScan(part: sheet.part, limits: limits)
        let reader = try XMLReader(part: sheet.part, handler: scan)
        scan.reader = reader
        try xml.withUnsafeBytes { try reader.push($0, isFinal: true) }
        var contents: [FormPlace: SheetCell] = [:]
        var last = (row: 0, column: 0)
        let rows = try book.reader(sheet)
        while let row = try rows.next() {
            for (column, cell) in row.cells.enumerated() where cell != .empty {
                contents[FormPlace(row: row.number, column: column + 1)] = cell
                last = (max(last.row, row.number), max(last.column, column + 1))
            }
        }
        let found = scan.found
        return FormSheet(
            name: sheet.name, isHidden: sheet.isHidden, isProtected: found.isProtected, merged: found.merged, hiddenRows: found.hiddenRows,
            hiddenColumns: found.hiddenColumns, part: sheet.part, scan: found, contents: contents, looks: looks, is1904: book.is1904,
            last: FormPlace(row: last.row, column: last.column))
    }
}
