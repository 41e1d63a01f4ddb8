import Formats

/// How the columns of a table in the text lie: by what stands in them.
///
/// Numbers are on the right, so that their places stand under one another; words on the left; days and other short cells in the
/// middle. A column is as wide as its longest cell asks, within bounds, so that a day isn't broken for the sake of a short name.
struct ReportTableColumns {
    private let rows: [[String]]

    /// - Parameter rows: the cells as printed, the first row the header.
    init(_ rows: [[String]]) { self.rows = rows }

    var columns: [DocumentTable.Column] {
        (rows.first ?? []).enumerated().map { index, title in
            let cells = rows.dropFirst().compactMap { index < $0.count ? $0[index] : nil }.filter { !$0.isEmpty }
            return DocumentTable.Column(title, alignment(cells, isFirst: index == 0), share: share([title] + cells))
        }
    }

    private func alignment(_ cells: [String], isFirst: Bool) -> DocumentTable.Alignment {
        if !cells.isEmpty, cells.allSatisfy(ReportTableColumns.isNumber) { return isFirst ? .center : .right }
        if isFirst { return .left }
        return !cells.isEmpty && cells.allSatisfy({ $0.count <= 11 && $0.first?.isNumber == true }) ? .center : .left
    }

    /// In halves of a Chinese letter; two are for the sides of the cell. Above 22 letters the lines of a cell turn.
    private func share(_ cells: [String]) -> Int { min(max(cells.map(ReportTableColumns.width).max() ?? 0, 4), 44) + 2 }

    /// A Chinese letter is two; between it and a digit there is a space, which is counted amply, as digits are wider in some fonts.
    static func width(_ text: String) -> Int {
        let letters = text.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
        return letters + zip(text, text.dropFirst()).count { $0.isASCII != $1.isASCII }
    }

    /// A number with its sign, its separators and its unit, or the word that stands for one.
    static func isNumber(_ text: String) -> Bool {
        if text.hasPrefix("【") { return true }
        let bare = text.drop { "-−+".contains($0) }
        return bare.first?.isWholeNumber == true && bare.allSatisfy { $0.isASCII && ($0.isNumber || ".,%".contains($0)) }
    }
}
