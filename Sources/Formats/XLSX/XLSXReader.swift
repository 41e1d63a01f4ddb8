/// Reads one sheet of a workbook row by row, inflating and parsing only as far as it is asked.
public final class XLSXReader: SheetReader {
    /// The sheet's name.
    public let name: String
    private let stream: ZipStream
    private let rows: XLSXRows
    private let xml: XMLReader
    private let piece: UnsafeMutableRawBufferPointer
    private var isAtEnd = false

    init(_ sheet: XLSXSheet, of workbook: XLSXWorkbook, _ entry: ZipEntry) throws {
        name = sheet.name
        rows = XLSXRows(
            part: sheet.part, limits: workbook.limits, looks: try workbook.looks(), texts: try workbook.sharedTexts(),
            is1904: workbook.is1904)
        xml = try XMLReader(part: sheet.part, handler: rows)
        stream = try workbook.package.zip.stream(entry)
        piece = .allocate(byteCount: 1 << 16, alignment: 16)
    }

    deinit { piece.deallocate() }

    /// The next row that is not empty, nil after the last. Throws `FormatError`.
    public func next() throws -> SheetRow? {
        while true {
            if let row = rows.take() { return row }
            if isAtEnd { return nil }
            let count = try stream.read(into: piece)
            isAtEnd = count == 0
            try xml.push(UnsafeRawBufferPointer(rebasing: piece[..<count]), isFinal: isAtEnd)
            if isAtEnd, !rows.isSheet { throw FormatError.missingPart("sheetData") }
        }
    }
}
