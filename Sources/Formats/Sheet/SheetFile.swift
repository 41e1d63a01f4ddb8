/// A file with tables in it, whatever kind it is: a workbook, or text of one table. What a file is, its bytes say and not its name.
public struct SheetFile {
    /// Names of the sheets that whoever opens the file sees, in order.
    public let sheets: [String]
    private let open: (String?) throws -> any SheetReader

    /// Opens a file; `name` is what the person who brought it calls it. Throws `FormatError`, which for old and foreign kinds of file says
    /// how to save them.
    public init(path: String, name: String) throws {
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        switch try FileKind(path: path) {
        case .container:
            let workbook = try XLSXWorkbook(path: path)
            sheets = workbook.sheets.filter { !$0.isHidden }.map(\.name)
            open = { name in try name.map { try workbook.reader(named: $0) } ?? workbook.reader() }
        case .other:
            sheets = [stem]
            open = { wanted in
                guard wanted == nil || wanted == stem else { throw FormatError.noSuchSheet(wanted ?? "", there: [stem]) }
                return try CSVReader(path: path, name: stem)
            }
        case let kind: throw kind.refusal
        }
    }

    /// Begins to read a sheet by its name; without one, the first. Throws `FormatError`.
    public func reader(_ sheet: String? = nil) throws -> any SheetReader { try open(sheet) }
}
