import Registers
import Storage

/// A table of records: the first column opens the record, references open theirs. On a phone each row is a card.
struct RecordTable: Sendable {
    let register: Register
    let columns: [RecordCell.Column]
    let records: [Record]
    let caption: String
    /// What follows a record's address: as of when it is looked at.
    var ending = ""
    /// Where a click on a column's head leads; nil where the table can't be sorted.
    var sorts: [Name: (href: String, direction: String?)] = [:]
    /// Sums under the columns, of all records and not only those shown.
    var sums: [Name: Amount] = [:]
    var sumLabel = ""

    func view(_ visit: Visit) -> HTML {
        let heads: [HTML] = columns.map { column in
            let style: HTML = column.isNumeric ? " class=\"n\"" : ""
            guard let sort = sorts[column.id] else { return "<th scope=\"col\"\(style)>\(column.head(visit))</th>" }
            let direction: HTML? = sort.direction.map { " aria-sort=\"\($0)\"" }
            let arrow: HTML = sort.direction == "ascending" ? " ↑" : sort.direction == "descending" ? " ↓" : ""
            return "<th scope=\"col\"\(style)\(direction)><a href=\"\(sort.href)\">\(column.head(visit))\(arrow)</a></th>"
        }
        return """
            <table class="records"><caption class="hidden">\(caption)</caption>
            <thead><tr>\(heads)</tr></thead>
            <tbody>\(records.map { row($0, visit) })</tbody>\(foot(visit))</table>
            """
    }

    private func row(_ record: Record, _ visit: Visit) -> HTML {
        let cells: [HTML] = columns.enumerated().map { index, column in
            let style: HTML = column.isNumeric ? " class=\"n\"" : ""
            if index == 0 {
                let shown = RecordCell.text(column, of: record, in: register, visit, linksReferences: false)
                return "<td class=\"lead\"><a href=\"\(Link.record(record.register, record.id) + ending)\">\(shown)</a></td>"
            }
            return "<td\(style) data-label=\"\(column.cardLabel(visit))\">\(RecordCell.text(column, of: record, in: register, visit))</td>"
        }
        return "<tr\(record.isVoid ? " class=\"gone\"" as HTML : "")>\(cells)</tr>\n"
    }

    private func foot(_ visit: Visit) -> HTML? {
        guard !sums.isEmpty, columns.contains(where: { sums[$0.id] != nil }) else { return nil }
        let cells: [HTML] = columns.enumerated().map { index, column in
            if case .field(let field) = column, let sum = sums[field.id] {
                let text = FigureText.minus(AmountText.rounded(sum, places: field.kind.places, grouped: true))
                return "<td class=\"n\" data-label=\"\(column.cardLabel(visit))\">\(text)</td>"
            }
            return index == 0 ? "<th scope=\"row\">\(sumLabel)</th>" : "<td></td>"
        }
        return "<tfoot><tr>\(cells)</tr></tfoot>"
    }
}
