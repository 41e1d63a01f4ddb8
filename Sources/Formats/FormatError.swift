/// A file is not what it should be, or is more than will be taken from it. Each case says where; `words` says it to a person.
public enum FormatError: Error, Hashable, Sendable {
    /// The file cannot be opened or read at all.
    case unreadable
    /// The file cannot be written to its place.
    case unwritable
    /// Not a zip container, hence neither .xlsx nor .docx.
    case notContainer
    /// A part is cut short, fails its checksum, or its header does not tell its true size.
    case damaged(part: String)
    /// A part is encrypted, or the whole file is protected by a password.
    case encrypted
    /// A workbook of the old binary kind (.xls, .et).
    case oldWorkbook
    /// A text document of the old binary kind (.doc, .wps).
    case oldDocument
    /// A page of the web or other XML that bears a workbook's name.
    case markup
    /// A part inflates, or says that it will inflate, to more than `limit` bytes.
    case tooLarge(part: String, limit: Int)
    /// A part inflates to more than `limit` times its packed size.
    case tooDense(part: String, limit: Int)
    /// The container has more than `limit` parts.
    case tooManyParts(limit: Int)
    /// A part that this kind of file must have is not there.
    case missingPart(String)
    /// XML that is not well-formed, or that is no such part as it should be.
    case badXML(part: String, line: Int, column: Int)
    /// XML with a document type or entities, which office files never have and attacks do.
    case entities(part: String)
    /// A workbook with macros or controls, which run when it is opened.
    case macros
    /// A workbook that fetches something from outside itself: other workbooks, data connections.
    case outsideLinks
    /// A workbook under a digital signature, which every change would break.
    case signed
    /// A workbook whose list of sheets may not be changed.
    case lockedStructure
    /// XML nested deeper than `limit` elements.
    case tooDeep(part: String, limit: Int)
    /// The workbook has no sheet of this name.
    case noSuchSheet(String, there: [String])
    /// A cell is larger than `limit` bytes. Row and column count from 1.
    case cellTooLarge(row: Int, column: Int, limit: Int)
    /// A text is longer than a workbook's cell takes, in letters.
    case textTooLong(row: Int, column: Int, limit: Int)
    /// A row is larger than `limit` bytes.
    case rowTooLarge(row: Int, limit: Int)
    /// A row has more than `limit` columns.
    case tooManyColumns(row: Int, limit: Int)
    /// A sheet has more than `limit` rows.
    case tooManyRows(limit: Int)
    /// A cell points at a text that the workbook does not have.
    case missingText(row: Int, column: Int)
    /// Text holds a NUL byte, so the file is no text. `position` counts bytes from 0.
    case nulByte(position: Int, line: Int)
    /// A quoted cell that opened on this line never closes.
    case unclosedQuote(line: Int)
    /// Something follows the closing quote of a cell.
    case strayQuote(line: Int, column: Int)
    /// Bytes that are text in none of the encodings that are known.
    case notText(line: Int)
    /// A name of a sheet that a workbook cannot have, or has already.
    case badSheetName(String)
    /// Rows, cells or sheets written in an order or number that a workbook cannot have.
    case notWritable(row: Int, column: Int)
}
