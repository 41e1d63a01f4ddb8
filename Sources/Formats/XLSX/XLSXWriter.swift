import CXlsxWriter
import Foundation

/// Writes a workbook row by row, holding one row at a time. The same rows give the same bytes.
///
/// Every sheet has a header row that is bold, stays in view and filters. A text is always written as text and never as a formula.
public final class XLSXWriter {
    private let path: String
    private let draft: String
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private var sheet: UnsafeMutablePointer<lxw_worksheet>?
    private var columns: [XLSXColumn] = []
    private var row: lxw_row_t = 0
    private var formats: [XLSXFormat: UnsafeMutablePointer<lxw_format>] = [:]

    /// Begins a workbook at a path; nothing stands there before `close`. Title, author and day of making are kept in it.
    /// Throws `FormatError.unwritable`.
    public init(path: String, title: String, author: String, made: (year: Int, month: Int, day: Int)) throws {
        self.path = path
        draft = path + ".part"
        // The library finds out only at the end whether it may write there.
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FormatError.unwritable }
        Foundation.close(descriptor)
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let book = workbook_new_opt(draft, &options) else { throw FormatError.unwritable }
        self.book = book
        title.withCString { title in
            author.withCString { author in
                var properties = lxw_doc_properties()
                properties.title = UnsafeMutablePointer(mutating: title)
                properties.author = UnsafeMutablePointer(mutating: author)
                let days = (SerialDay.serial(made.year, made.month, made.day) ?? 25_570) - 25_569
                properties.created = time_t(days * 86_400)
                workbook_set_properties(book, &properties)
            }
        }
    }

    deinit {
        if let book {
            lxw_workbook_free(book)
            unlink(draft)
        }
    }

    /// Begins a sheet with its header. Throws `FormatError.badSheetName` and others.
    public func sheet(_ name: String, _ columns: [XLSXColumn]) throws {
        endSheet()
        guard let book, !name.isEmpty, workbook_validate_sheet_name(book, name) == LXW_NO_ERROR,
            let sheet = workbook_add_worksheet(book, name)
        else {
            throw FormatError.badSheetName(name)
        }
        guard !columns.isEmpty, columns.count <= 16_384 else { throw FormatError.tooManyColumns(row: 1, limit: 16_384) }
        self.sheet = sheet
        self.columns = columns
        row = 1
        for (place, column) in columns.enumerated() {
            let at = lxw_col_t(place)
            worksheet_set_column(sheet, at, at, column.shownWidth, nil)
            try check(worksheet_write_string(sheet, 0, at, XLSXText.encoded(column.title), format(XLSXFormat(isHeader: true))), 0, place)
            offer(column.choices, in: at, of: sheet)
        }
        worksheet_freeze_panes(sheet, 1, 0)
    }

    /// Adds a row below the header. `faults` marks cells, by column from 0, with a fill and a note that says what is wrong.
    /// A number of more than 15 digits is written as text, for a workbook would lose the rest. Throws `FormatError`.
    public func row(_ cells: [SheetCell], faults: [Int: String] = [:]) throws {
        guard let sheet else { throw FormatError.unwritable }
        guard row < 1_048_576 else { throw FormatError.tooManyRows(limit: 1_048_576) }
        for (place, cell) in cells.enumerated() {
            try write(cell, at: place, isFaulty: faults[place] != nil, on: sheet)
        }
        for (place, fault) in faults.sorted(by: { $0.key < $1.key }) where place >= 0 {
            if place >= cells.count { try write(.empty, at: place, isFaulty: true, on: sheet) }
            try check(worksheet_write_comment(sheet, row, lxw_col_t(clamping: place), fault), Int(row), place)
        }
        row += 1
    }

    /// Finishes the workbook and puts it in its place. Throws `FormatError.unwritable`.
    public func close() throws {
        endSheet()
        guard let book else { return }
        self.book = nil
        guard workbook_close(book) == LXW_NO_ERROR, rename(draft, path) == 0 else {
            unlink(draft)
            throw FormatError.unwritable
        }
    }

    private func endSheet() {
        guard let sheet else { return }
        worksheet_autofilter(sheet, 0, 0, max(row, 1) - 1, lxw_col_t(clamping: columns.count - 1))
        self.sheet = nil
    }

    private func write(_ cell: SheetCell, at place: Int, isFaulty: Bool, on sheet: UnsafeMutablePointer<lxw_worksheet>) throws {
        let at = lxw_col_t(clamping: place)
        let places = columns.indices.contains(place) ? columns[place].places : nil
        func format(_ look: XLSXFormat.Look) -> UnsafeMutablePointer<lxw_format>? {
            self.format(XLSXFormat(look: look, isFaulty: isFaulty))
        }
        func text(_ text: String) throws {
            guard text.unicodeScalars.count <= 32_767 else {
                throw FormatError.textTooLong(row: Int(row) + 1, column: place + 1, limit: 32_767)
            }
            try check(worksheet_write_string(sheet, row, at, XLSXText.encoded(text), format(.text)), Int(row), place)
        }
        func number(_ decimal: String, _ look: XLSXFormat.Look) throws {
            let digits = decimal.utf8.filter { (0x30...0x39).contains($0) }.drop { $0 == 0x30 }
            guard digits.count <= 15, let number = Double(decimal), number.isFinite else { return try text(cell.plain) }
            try check(worksheet_write_number(sheet, row, at, number, format(look)), Int(row), place)
        }
        switch cell {
        case .empty:
            if isFaulty { try check(worksheet_write_blank(sheet, row, at, format(.text)), Int(row), place) }
        case .text(let words), .error(let words): try text(words)
        case .number(let decimal): try number(decimal, .number(places: places))
        case .percent(let decimal):
            let shown = places ?? decimal.firstIndex(of: ".").map { decimal.distance(from: $0, to: decimal.endIndex) - 1 } ?? 0
            let value = Array(decimal.utf8).withUnsafeBufferPointer { SheetDecimal.plain($0, shift: -2) }
            try number(value ?? decimal, .percent(places: shown))
        case .day(let year, let month, let day):
            guard let serial = SerialDay.serial(year, month, day) else { return try text(cell.plain) }
            try check(worksheet_write_number(sheet, row, at, Double(serial), format(.day)), Int(row), place)
        case .moment(let year, let month, let day, let hour, let minute, let second):
            guard let serial = SerialDay.serial(year, month, day) else { return try text(cell.plain) }
            let seconds = Double(serial) * 86_400 + Double(hour) * 3600 + Double(minute) * 60 + Double(second)
            try check(worksheet_write_number(sheet, row, at, seconds / 86_400, format(.moment)), Int(row), place)
        case .boolean(let truth): try check(worksheet_write_boolean(sheet, row, at, truth ? 1 : 0, format(.text)), Int(row), place)
        }
    }

    private func offer(_ choices: [String], in column: lxw_col_t, of sheet: UnsafeMutablePointer<lxw_worksheet>) {
        guard !choices.isEmpty, choices.reduce(-1, { $0 + $1.unicodeScalars.count + 1 }) <= 255 else { return }
        var list: [UnsafeMutablePointer<CChar>?] = choices.map { strdup($0) } + [nil]
        defer { list.forEach { free($0) } }
        list.withUnsafeMutableBufferPointer { list in
            var validation = lxw_data_validation()
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            validation.value_list = list.baseAddress
            worksheet_data_validation_range(sheet, 1, column, 1_048_575, column, &validation)
        }
    }

    private func format(_ wanted: XLSXFormat) -> UnsafeMutablePointer<lxw_format>? {
        if let format = formats[wanted] { return format }
        let format = wanted.make(in: book)
        formats[wanted] = format
        return format
    }

    private func check(_ code: lxw_error, _ row: Int, _ column: Int) throws {
        guard code == LXW_NO_ERROR else { throw FormatError.notWritable(row: row + 1, column: column + 1) }
    }
}
