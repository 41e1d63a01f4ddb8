import Formats
import Foundation
import Storage

/// Where the rows of an export go.
protocol ExportSheet: AnyObject {
    func begin(_ name: String, _ columns: ExportColumns) throws
    func row(_ cells: [SheetCell]) throws
    /// Finishes the file, with what it holds in words where the form has a place for them.
    func end(_ about: [(name: Words, text: Words)], _ language: Language) throws
}

/// A table of text. It holds nothing but the records, so that any program can read it.
final class CSVExport: ExportSheet {
    private let path: String
    private let draft: String
    private let file: UnsafeMutablePointer<FILE>
    private var writer = CSVWriter()
    private var isDone = false

    init(path: String) throws {
        self.path = path
        draft = path + ".part"
        guard let file = fopen(draft, "w") else { throw FormatError.unwritable }
        self.file = file
    }

    deinit {
        guard !isDone else { return }
        fclose(file)
        unlink(draft)
    }

    func begin(_ name: String, _ columns: ExportColumns) throws {
        writer.row(columns.sheet.map { .text($0.title) })
    }

    func row(_ cells: [SheetCell]) throws {
        writer.row(cells)
        if writer.bytes.count > 1 << 16 { try flush() }
    }

    func end(_ about: [(name: Words, text: Words)], _ language: Language) throws {
        try flush()
        isDone = true
        guard fclose(file) == 0, rename(draft, path) == 0 else {
            unlink(draft)
            throw FormatError.unwritable
        }
    }

    private func flush() throws {
        let bytes = writer.take()
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw FormatError.unwritable }
    }
}

/// A workbook: the records, and a sheet that says what they are.
final class WorkbookExport: ExportSheet {
    private let writer: XLSXWriter

    init(path: String, title: String, made day: Day) throws {
        writer = try XLSXWriter(path: path, title: title, author: "园簿", made: (day.year, day.month, day.day))
    }

    func begin(_ name: String, _ columns: ExportColumns) throws {
        try writer.sheet(WorkbookExport.sheetName(name), columns.sheet)
    }

    func row(_ cells: [SheetCell]) throws { try writer.row(cells) }

    func end(_ about: [(name: Words, text: Words)], _ language: Language) throws {
        let isChinese = language == .zh
        try writer.sheet(
            isChinese ? "导出说明" : "About", [XLSXColumn(isChinese ? "项目" : "Item", width: 16), XLSXColumn(isChinese ? "内容" : "Content", width: 90)])
        for line in about { try writer.row([.text(line.name(language)), .text(String(line.text(language).prefix(8000)))]) }
        try writer.close()
    }

    /// A name that a sheet may have: at most 31 letters, and none of the marks that references use.
    static func sheetName(_ name: String) -> String {
        let allowed = String(name.filter { !"[]:*?/\\'".contains($0) }.unicodeScalars.prefix(28))
        return allowed.isEmpty || allowed == "导出说明" || allowed == "About" ? "\(allowed) 1" : allowed
    }
}
