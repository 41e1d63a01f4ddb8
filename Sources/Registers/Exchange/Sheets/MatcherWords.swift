import Formats
import Storage

/// What is said about columns that are not read, or that are there twice.
extension Matcher {
    func ignored(_ text: HeaderText) -> Words {
        Words(zh: "“\(text.written)”按对照表不读入。", en: "“\(text.written)” is left out, as the map says.")
    }

    func retired(_ text: HeaderText) -> Words {
        Words(zh: "“\(text.written)”已停用，不读入。", en: "“\(text.written)” is retired and left out.")
    }

    func computed(_ text: HeaderText) -> Words {
        Words(zh: "“\(text.written)”由公式算出，不读入。", en: "“\(text.written)” is computed and left out.")
    }

    func hidden(_ field: Field) -> Words {
        Words(zh: "“\(field.name.zh)”是个人信息，您不能导入。", en: "“\(field.name.en)” is personal; you can't import it.")
    }

    func nameless(_ place: Int) -> Words {
        Words(
            zh: "\(Matching.letters(place)) 列没有表头，不读入。", en: "Column \(Matching.letters(place)) has no header and is left out.")
    }

    func joined(_ range: CellRange, _ header: Header) -> Fault {
        Fault(
            zh: "第 \(header.row) 行的表头有合并单元格（\(range)）。请取消合并，让表头只占一行，每列各有名称。",
            en:
                "The header in row \(header.row) has merged cells (\(range)). Split them, so that the header is one row and every column has its name."
        )
    }

    func unknown(_ text: HeaderText, _ place: Int) -> Words {
        let fields = register.activeFields
        let near = NearLabel.nearest(to: text.name, among: fields.flatMap { [HeaderText.folded($0.name.zh), HeaderText.folded($0.name.en)] })
        let field = near.flatMap { near in fields.first { HeaderText.folded($0.name.zh) == near || HeaderText.folded($0.name.en) == near } }
        return Words(
            zh: "不认识 \(Matching.letters(place)) 列“\(text.written.prefix(40))”，不读入。" + (field.map { "是不是“\($0.name.zh)”？" } ?? ""),
            en: "Column \(Matching.letters(place)), “\(text.written.prefix(40))”, is unknown and left out."
                + (field.map { " Did you mean “\($0.name.en)”?" } ?? ""))
    }

    func other(_ column: (place: Int, text: HeaderText, field: Field, map: ImportMap.Column?), _ first: HeaderText, _ field: Field) -> Words {
        Words(
            zh: "“\(field.name.zh)”按“\(first.written)”认，“\(column.text.written)”不读入。",
            en: "“\(field.name.en)” is found by “\(first.written)”; “\(column.text.written)” is left out.")
    }

    func twice(_ columns: [(place: Int, text: HeaderText)], _ field: Field) -> Fault {
        let places = columns.map { (Matching.letters($0.place), $0.text.written) }
        return Fault(
            zh: "“\(field.name.zh)”有 \(columns.count) 列：\(places.map { "\($0.0) 列“\($0.1)”" }.joined(separator: "、"))。请只留一列，或改名。",
            en:
                "There are \(columns.count) columns for “\(field.name.en)”: \(places.map { "\($0.0) “\($0.1)”" }.joined(separator: ", ")). Keep one, or rename the others."
        )
    }
}
