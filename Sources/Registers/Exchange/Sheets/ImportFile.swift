import Crypto
public import Foundation
public import Formats
import Storage

/// A table that came from outside, opened for what it holds and not for what it is called.
public struct ImportFile: Sendable {
    /// The file's name with its ending, for sentences.
    public let name: String
    /// Where the file lies, if it does.
    public let path: String?
    let data: Data

    /// A file on disk. Throws `Invalid` where it can't be read.
    public init(path: String) throws {
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        } catch {
            throw Invalid(FormatError.unreadable, file: path)
        }
        self.path = path
        name = URL(fileURLWithPath: path).lastPathComponent
    }

    /// An uploaded file.
    public init(data: Data, name: String) {
        self.data = data
        self.name = name
        path = nil
    }

    /// SHA-256 of the content.
    var digest: [UInt8] { Array(SHA256.hash(data: data)) }

    /// The rows of the table: of a workbook, those of its first sheet that is not hidden. Throws `Invalid`.
    public func table() throws -> any SheetReader { try opened(sheet: nil).reader }

    /// The open table: the sheet of that name, or the first that is not hidden. Throws `Invalid`.
    func opened(sheet: String?) throws -> OpenSheet {
        guard !data.isEmpty else {
            throw Invalid(Fault(zh: "文件“\(name)”是空的。", en: "The file “\(name)” is empty."))
        }
        do {
            let title = URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent
            if FileKind(data) == .other { return .text(try CSVReader(data: data, name: title)) }
            let workbook = try XLSXWorkbook(data: data)
            return .workbook(workbook, try sheet.map { try workbook.reader(named: $0) } ?? workbook.reader())
        } catch let error as FormatError {
            throw Invalid(error, file: name)
        }
    }
}

/// A table that is being read.
enum OpenSheet {
    case text(CSVReader)
    case workbook(XLSXWorkbook, XLSXReader)

    var reader: any SheetReader {
        switch self {
        case .text(let reader): reader
        case .workbook(_, let reader): reader
        }
    }

    /// The blocks of merged cells that touch a row; none in a table of text.
    func merged(in row: Int) throws -> [CellRange] {
        guard case .workbook(let workbook, let reader) = self, let sheet = workbook.sheets.first(where: { $0.name == reader.name }) else { return [] }
        return try workbook.mergedRanges(sheet).filter { $0.rows.contains(row) }
    }
}

extension Invalid {
    /// A fault of the whole file.
    init(_ fault: Fault) { self.init([Item(fault: fault)]) }

    /// What is wrong with a file, in the words of whoever reads files.
    public init(_ error: FormatError, file: String) {
        let words = error.words
        self.init(Fault(zh: "“\(file)”：\(words.zh)。", en: "“\(file)”: \(words.en)."))
    }
}
