/// A table that is read row by row, so that an import need not care whether it is CSV or a workbook.
public protocol SheetReader: AnyObject {
    /// The sheet's name, or the file's.
    var name: String { get }
    /// The next row that is not empty, nil after the last. Throws `FormatError`; after that it is not to be asked again.
    func next() throws -> SheetRow?
}
