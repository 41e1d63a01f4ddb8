public import Foundation

/// A workbook (.xlsx) opened for reading. Sheets are read one row at a time; only the texts that cells share are held together.
public final class XLSXWorkbook {
    /// Its sheets in the order of their tabs; charts are left out.
    public let sheets: [XLSXSheet]
    let package: OfficePackage
    let limits: XLSXLimits
    let is1904: Bool
    private let mainPart: String
    private var styles: [NumberLook]?
    private var texts: [String]?

    /// Opens a file. Throws `FormatError`.
    public convenience init(path: String, limits: XLSXLimits = XLSXLimits()) throws {
        try self.init(ZipReader(path: path, limits: limits.zip), limits)
    }

    /// Opens bytes in memory. Throws `FormatError`.
    public convenience init(data: Data, limits: XLSXLimits = XLSXLimits()) throws {
        try self.init(ZipReader(data: data, limits: limits.zip), limits)
    }

    private init(_ zip: ZipReader, _ limits: XLSXLimits) throws {
        let package = OfficePackage(zip)
        let main = try package.main(usual: "xl/workbook.xml")
        let parts = Dictionary(try package.relations(of: main.name).map { ($0.id, $0) }) { first, _ in first }
        var sheets: [XLSXSheet] = []
        var is1904 = false
        var isWorkbook = false
        try package.parse(
            main,
            into: XMLStarts { name, attributes in
                switch name {
                case "workbook": isWorkbook = true
                case "workbookPr": is1904 = ["1", "true", "on"].contains(attributes["date1904"] ?? "")
                case "sheet":
                    guard let title = attributes["name"], let relation = attributes["id"].flatMap({ parts[$0] }),
                        relation.type == "worksheet"
                    else { return }
                    sheets.append(
                        XLSXSheet(name: title, isHidden: (attributes["state"] ?? "visible") != "visible", part: relation.target))
                default: break
                }
            })
        guard isWorkbook, !sheets.isEmpty else { throw FormatError.missingPart("xl/worksheets") }
        self.sheets = sheets
        self.is1904 = is1904
        self.package = package
        self.limits = limits
        mainPart = main.name
    }

    /// Begins to read a sheet; without one, the first that is not hidden. Throws `FormatError`.
    public func reader(_ sheet: XLSXSheet? = nil) throws -> XLSXReader {
        guard let sheet = sheet ?? sheets.first(where: { !$0.isHidden }) ?? sheets.first else {
            throw FormatError.missingPart("xl/worksheets")
        }
        return try XLSXReader(sheet, of: self, entry(sheet))
    }

    /// Begins to read the sheet of a name. Throws `FormatError.noSuchSheet`, and others.
    public func reader(named name: String) throws -> XLSXReader {
        guard let sheet = sheets.first(where: { $0.name == name }) else {
            throw FormatError.noSuchSheet(name, there: sheets.map(\.name))
        }
        return try reader(sheet)
    }

    /// The merged blocks of a sheet, such as those of a header of two rows. A sheet names them after its rows, so it is run through
    /// for them. A sheet has 100,000 at most. Throws `FormatError`.
    public func mergedRanges(_ sheet: XLSXSheet) throws -> [CellRange] {
        var ranges: [CellRange] = []
        let limit = 100_000
        try package.zip.parse(
            entry(sheet),
            into: XMLStarts { name, attributes in
                guard name == "mergeCell", let range = attributes["ref"].flatMap({ CellRange($0) }) else { return }
                guard ranges.count < limit else { throw FormatError.tooLarge(part: sheet.part, limit: limit) }
                ranges.append(range)
            })
        return ranges
    }

    private func entry(_ sheet: XLSXSheet) throws -> ZipEntry {
        guard let entry = package.part(sheet.part) else { throw FormatError.missingPart(sheet.part) }
        return entry
    }

    /// What each cell style shows numbers as.
    func looks() throws -> [NumberLook] {
        if let styles { return styles }
        let reader = XLSXStyles()
        if let part = try related("styles") { try package.parse(part, limit: 64 << 20, into: reader) }
        styles = reader.looks
        return reader.looks
    }

    /// The texts that cells share; none where the workbook lacks the part.
    func sharedTexts() throws -> [String] {
        if let texts { return texts }
        guard let part = try related("sharedStrings") else {
            texts = []
            return []
        }
        let reader = XLSXTexts(part: part.name, limit: limits.sharedBytes)
        try package.zip.parse(part, into: reader)
        texts = reader.texts
        return reader.texts
    }

    private func related(_ type: String) throws -> ZipEntry? {
        try package.relations(of: mainPart).first { $0.type == type }.flatMap { package.part($0.target) }
    }
}
