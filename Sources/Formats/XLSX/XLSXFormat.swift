import CXlsxWriter

/// How a cell that is written looks.
struct XLSXFormat: Hashable {
    /// What its number is shown as.
    enum Look: Hashable {
        case text, day, moment
        case number(places: Int?)
        case percent(places: Int)
    }

    var look = Look.text
    var isHeader = false
    var isFaulty = false

    func make(in book: UnsafeMutablePointer<lxw_workbook>?) -> UnsafeMutablePointer<lxw_format>? {
        guard self != XLSXFormat(), self != XLSXFormat(look: .number(places: nil)), let book, let format = workbook_add_format(book)
        else { return nil }
        if let code { format_set_num_format(format, code) }
        if isHeader { format_set_bold(format) }
        if isFaulty { format_set_bg_color(format, 0xFFC7CE) }
        return format
    }

    private var code: String? {
        switch look {
        case .text, .number(places: nil): nil
        case .day: "yyyy-mm-dd"
        case .moment: "yyyy-mm-dd hh:mm:ss"
        case .number(.some(let places)): XLSXFormat.zeros(places)
        case .percent(let places): XLSXFormat.zeros(places) + "%"
        }
    }

    private static func zeros(_ places: Int) -> String {
        places > 0 ? "0." + String(repeating: "0", count: min(places, 30)) : "0"
    }
}
