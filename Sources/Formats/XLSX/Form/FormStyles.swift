/// Reads how each cell style shows a number and whether it locks its cell, out of `styles.xml`.
final class FormStyles: XMLHandler {
    private(set) var looks: [FormLook] = []
    private var custom: [Int: FormLook] = [:]
    private var isInCells = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "numFmt":
            if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"], custom[id] == nil {
                custom[id] = FormLook(code: code)
            }
        case "cellXfs": isInCells = true
        case "xf" where isInCells:
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            looks.append(custom[id] ?? FormLook(builtin: id))
        case "protection" where isInCells:
            if let locked = attributes["locked"], ["0", "false"].contains(locked), !looks.isEmpty { looks[looks.count - 1].isLocked = false }
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    func end(_ name: XMLName) {
        if name == "cellXfs" { isInCells = false }
    }
}
