/// Reads what each cell style shows numbers as, out of `styles.xml`.
final class XLSXStyles: XMLHandler {
    private(set) var looks: [NumberLook] = []
    private var custom: [Int: NumberLook] = [:]
    private var isInCells = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "numFmt":
            // The same element in differential styles comes later and is of no use to cells.
            if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"], custom[id] == nil {
                custom[id] = NumberLook(code: code)
            }
        case "cellXfs": isInCells = true
        case "xf" where isInCells:
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            looks.append(custom[id] ?? NumberLook(builtin: id) ?? .number)
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    func end(_ name: XMLName) {
        if name == "cellXfs" { isInCells = false }
    }
}
