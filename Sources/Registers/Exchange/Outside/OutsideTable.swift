import Formats
public import Storage

/// A table that somebody else keeps, of which two columns are read: by what its rows are called, and one number of each.
public struct OutsideTable: Sendable {
    /// One row that has a key or a number.
    public struct Row: Sendable, Hashable {
        /// As a spreadsheet counts it, from 1.
        public let number: Int
        /// By what it is called, as it stands there; empty where nothing does.
        public let key: String
        /// The first other text of the row, for people.
        public let label: String
        /// In the unit that was asked for; nil where the cell is empty or a dash.
        public let amount: Amount?
    }

    /// A column that is looked for.
    public struct Wanted: Sendable {
        /// What people call it, for sentences.
        public var name: Words
        /// Its headers, the nearest first.
        public var labels: [String]
        /// The header or the letter (`D`) of the column where a person told it.
        public var told: String?
        /// The unit in which its numbers are given.
        public var unit: Unit?

        public init(_ name: Words, labels: [String], told: String? = nil, unit: Unit? = nil) {
            self.name = name
            self.labels = labels
            self.told = told
            self.unit = unit
        }
    }

    /// What stands over the two columns.
    public let keyHeader: String
    public let header: String
    /// The unit of the column's bare numbers; nil for numbers without one.
    public let unit: Unit?
    /// The most places that a number of the column is written with.
    public let places: Int
    public let rows: [Row]
    /// Rows that add others up: 合计, 总计, 小计, 其中.
    public let totals: [Row]
    /// What a person should know and nothing stops for.
    public let notes: [Words]

    /// Reads a table. Throws `Invalid` where it can't be opened, lacks a column, or holds what is no number: all faulty rows at once.
    ///
    /// - Parameter sheet: the sheet of a workbook; otherwise the first that is shown.
    public init(_ file: ImportFile, sheet: String? = nil, key: Wanted, value: Wanted) throws {
        let reader = try file.opened(sheet: sheet).reader
        var lines: [SheetRow] = []
        do {
            while let row = try reader.next() { lines.append(row) }
        } catch let error as FormatError {
            throw Invalid(error, file: file.name)
        }
        let heads = try OutsideHeads(lines, key: key, value: value, file: file.name)
        let column = OutsideColumn(unit: heads.unit ?? value.unit, wanted: value.unit)
        var (rows, totals, faults): ([Row], [Row], [Invalid.Item]) = ([], [], [])
        var places = 0
        for line in lines where line.number > heads.last {
            let name = Narrow.trimmed(line[heads.key].plain)
            guard !heads.isRepeated(name) else { continue }
            do throws(Fault) {
                let read = try column.read(line[heads.value])
                let label = OutsideTable.label(line, beside: heads.key)
                let row = Row(number: line.number, key: name, label: label, amount: read?.amount)
                let isTotal = OutsideTable.adds(name) || (name.isEmpty && OutsideTable.adds(label))
                guard !name.isEmpty || read != nil else { continue }
                places = isTotal ? places : max(places, read?.places ?? 0)
                if isTotal { totals.append(row) } else { rows.append(row) }
            } catch {
                faults.append(Invalid.Item(row: line.number, label: Words(zh: heads.header, en: heads.header), fault: error))
            }
        }
        guard faults.isEmpty else { throw Invalid(faults) }
        guard !rows.isEmpty else { throw Invalid(Fault(zh: "“\(file.name)”的表头下面没有数据。", en: "There is nothing below the header of “\(file.name)”.")) }
        (keyHeader, header, unit, notes) = (heads.keyHeader, heads.header, column.unit, heads.notes)
        (self.rows, self.totals, self.places) = (rows, totals, places)
    }

    /// A key in the form in which keys are compared: narrow, without blanks, in small letters.
    public static func comparable(_ key: String) -> String { HeaderText.folded(key) }

    /// The first text with letters in a row, its key apart: in text files numbers are texts, too.
    private static func label(_ line: SheetRow, beside key: Int) -> String {
        for (column, cell) in line.cells.enumerated() where column != key && !cell.isBlank {
            if case .text(let text) = cell, text.contains(where: \.isLetter) { return Narrow.trimmed(text) }
        }
        return ""
    }

    /// Whether a label says that its row adds up others.
    private static func adds(_ label: String) -> Bool {
        let text = HeaderText.folded(label)
        return ["合计", "总计", "小计", "累计合计", "total"].contains(text) || text.hasPrefix("其中")
    }
}
