import Formats
import Storage

/// The two columns of a table from outside, found in a head of one or several rows.
struct OutsideHeads {
    /// The columns, counted from 0.
    let key: Int
    let value: Int
    let keyHeader: String
    let header: String
    /// The unit that the header, or a line above it, gives; nil where nothing does.
    let unit: Unit?
    /// The last row of the head.
    let last: Int
    let notes: [Words]
    private let keys: Set<String>

    private typealias Found = (row: Int, column: Int, rank: Int, text: HeaderText)

    /// How many rows below or above the key's header the number's may stand.
    private static let span = 3
    /// No label is longer than this, in bytes.
    private static let longest = 400
    /// What forms put below their heads: the number of each column.
    private static let numberings: Set<String> = ["甲", "乙", "丙", "丁", "栏次", "序号"]

    init(_ lines: [SheetRow], key: OutsideTable.Wanted, value: OutsideTable.Wanted, file: String) throws {
        let head = lines.filter { $0.number <= Header.depth }
        let candidates = OutsideHeads.find(key, in: head)
        guard let first = candidates.first(where: { found in found.rank == candidates.map(\.rank).min() }) else {
            throw Invalid(OutsideHeads.missing(key, head, file))
        }
        let near = lines.filter { abs($0.number - first.row) <= OutsideHeads.span }
        let told = value.told.flatMap { CellColumn.index($0) }
        let values =
            told.map { [OutsideHeads.header(of: $0, at: first.row, lines)] }
            ?? OutsideHeads.find(value, in: near).filter { $0.column != first.column }
        guard let best = values.min(by: { ($0.rank, $0.row) < ($1.rank, $1.row) }) else {
            throw Invalid(OutsideHeads.missing(value, near, file))
        }
        let twins = Set(values.filter { $0.rank == best.rank }.map(\.column)).sorted()
        guard twins.count == 1 else {
            let letters = twins.map { Matching.letters($0) }.joined(separator: "、")
            throw Invalid(
                Fault(
                    zh: "“\(best.text.written)”有 \(twins.count) 列（\(letters)）。请用列号说明要哪一列。",
                    en: "There are \(twins.count) columns “\(best.text.written)” (\(letters)). Tell the one that is meant by its letter."))
        }
        var units = TableUnits()
        for line in lines where line.number < max(first.row, best.row) {
            for case .text(let text) in line.cells where text.utf8.count <= OutsideHeads.longest { units.read(text) }
        }
        var notes: [Words] = []
        unit = try OutsideHeads.unit(best.text, value, units, &notes)
        (self.key, self.value, self.notes) = (first.column, best.column, notes)
        last = OutsideHeads.end(max(first.row, best.row), first.column, best.column, lines)
        (keyHeader, header) = (first.text.written, best.text.written)
        keys = Set(key.labels.map { HeaderText($0).whole } + [first.text.whole])
    }

    /// Whether a key is the head once more, or a column's number.
    func isRepeated(_ text: String) -> Bool {
        !text.isEmpty && (keys.contains(HeaderText(text).whole) || OutsideHeads.numberings.contains(text))
    }

    private static func find(_ wanted: OutsideTable.Wanted, in lines: [SheetRow]) -> [Found] {
        let labels = (wanted.told.map { [$0] } ?? wanted.labels).map { HeaderText($0) }
        var found: [Found] = []
        for line in lines {
            for (column, cell) in line.cells.enumerated() {
                guard case .text(let text) = cell, text.utf8.count <= longest else { continue }
                let head = HeaderText(text)
                guard let rank = labels.firstIndex(where: { $0.whole == head.whole || $0.whole == head.name || $0.name == head.name }), !head.isEmpty
                else { continue }
                found.append((line.number, column, rank, head))
            }
        }
        return found
    }

    /// What stands over a column that was told by its letter: at the key's header or above it.
    private static func header(of column: Int, at row: Int, _ lines: [SheetRow]) -> Found {
        for line in lines.reversed() where line.number <= row {
            if case .text(let text) = line[column], text.utf8.count <= longest, !line[column].isBlank { return (row, column, 0, HeaderText(text)) }
        }
        return (row, column, 0, HeaderText(Matching.letters(column)))
    }

    /// The last row of the head: below a merged head there are further words, but no key.
    private static func end(_ row: Int, _ key: Int, _ value: Int, _ lines: [SheetRow]) -> Int {
        var last = row
        for line in lines where line.number > row && line.number <= row + span {
            guard line.number == last + 1, line[key].isBlank, case .text(let text) = line[value], !line[value].isBlank,
                !Narrow.text(text).contains(where: { $0.isASCII && $0.isNumber })
            else { break }
            last = line.number
        }
        return last
    }

    private static func unit(_ text: HeaderText, _ wanted: OutsideTable.Wanted, _ above: TableUnits, _ notes: inout [Words]) throws -> Unit? {
        guard let declared = wanted.unit else {
            guard let unit = text.unit else { return nil }
            throw Invalid(
                Fault(
                    zh: "表头“\(text.written)”带单位“\(unit.symbol)”，而“\(wanted.name.zh)”不带单位。",
                    en: "The header “\(text.written)” has the unit “\(unit.symbol)”, but “\(wanted.name.en)” has none."))
        }
        if let unit = text.unit {
            guard unit.factor(to: declared) != nil else {
                throw Invalid(
                    Fault(
                        zh: "表头“\(text.written)”的单位“\(unit.symbol)”不能换算成“\(declared.symbol)”。",
                        en: "The unit “\(unit.symbol)” of the header “\(text.written)” can't be converted into “\(declared.symbol)”."))
            }
            return unit
        }
        if let unit = above.unit(for: declared) { return unit }
        notes.append(
            Words(
                zh: "表里没有写“\(text.written)”的单位，按“\(declared.symbol)”读。",
                en: "The table gives no unit for “\(text.written)”; it is read in “\(declared.symbol)”."))
        return nil
    }

    private static func missing(_ wanted: OutsideTable.Wanted, _ lines: [SheetRow], _ file: String) -> Fault {
        let known = (wanted.told.map { [$0] } ?? wanted.labels).prefix(8)
        let there = lines.flatMap(\.cells).compactMap { cell -> String? in
            if case .text(let text) = cell, !cell.isBlank { String(Narrow.trimmed(text).prefix(20)) } else { nil }
        }
        return Fault(
            zh: "“\(file)”里没有“\(wanted.name.zh)”这一栏：表头应写 \(known.joined(separator: "、"))。表头附近有：\(there.prefix(20).joined(separator: "、"))。",
            en:
                "“\(file)” has no column for “\(wanted.name.en)”: its header would be \(known.joined(separator: ", ")). Near the head there are: \(there.prefix(20).joined(separator: ", "))."
        )
    }
}

/// A column by its letters.
enum CellColumn {
    /// `D` is 3; nil for anything but one to three letters of a column that a sheet may have.
    static func index(_ letters: String) -> Int? {
        guard (1...3).contains(letters.utf8.count), letters.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
        let column = letters.utf8.reduce(0) { $0 * 26 + Int($1 - 0x40) } - 1
        return column < 16_384 ? column : nil
    }
}
