import Registers
import Storage

/// What a program sends of a record's fields, as what people would type into them.
struct RecordInput {
    let register: Register
    let permission: Permission
    let offset: Int

    /// The inputs by field; everything that can't be one is told at once. A field that may not be seen is as unknown as one that isn't there.
    func inputs(_ json: JSON) throws(Invalid) -> [Name: Input] {
        guard case .object(let members) = json else {
            throw Invalid([Invalid.Item(fault: Fault(zh: "fields 要是一个对象。", en: "`fields` is an object."))])
        }
        var inputs: [Name: Input] = [:]
        var faults: [Invalid.Item] = []
        for member in members {
            guard let field = register.activeFields.first(where: { $0.id.text == member.name }), permission.sees(field) else {
                faults.append(
                    Invalid.Item(
                        fault: Fault(
                            zh: "“\(register.name.zh)”没有字段“\(member.name.prefix(60))”。",
                            en: "“\(register.name.en)” has no field “\(member.name.prefix(60))”.")))
                continue
            }
            do throws(Fault) { inputs[field.id] = try input(member.value, field) } catch {
                faults.append(Invalid.Item(field: field.id, label: field.name, fault: error))
            }
        }
        guard faults.isEmpty else { throw Invalid(faults) }
        return inputs
    }

    private func input(_ json: JSON, _ field: Field) throws(Fault) -> Input {
        if field.kind is FileField {
            throw Fault(zh: "附件请在页面上传。", en: "Files are attached in the browser.")
        }
        switch json {
        case .null: return .empty
        case .bool(let truth): return .truth(truth)
        case .number(let text): return field.kind.target == nil ? .number(text) : .text("#\(text)")
        case .string(let text):
            if field.kind is MomentField, let moment = RecordInput.moment(text, offset: offset) { return .moment(moment) }
            return .text(text)
        case .array(let lines):
            guard let rows = field.kind as? RowsField else { throw RecordInput.unfit }
            var texts: [String] = []
            for line in lines { texts.append(try self.line(line, rows)) }
            return texts.isEmpty ? .empty : .text(texts.joined(separator: "\n"))
        case .object:
            // A reference as it was read: only its number counts.
            guard field.kind.target != nil, case .number(let id)? = json["id"] else { throw RecordInput.unfit }
            return .text("#\(id)")
        }
    }

    private static let unfit = Fault(zh: "这一栏不能这样写，见 /api/openapi.json。", en: "That doesn't fit this field; see /api/openapi.json.")

    /// One row as a line with tabs between its cells.
    private func line(_ json: JSON, _ rows: RowsField) throws(Fault) -> String {
        guard case .object(let members) = json else { throw RecordInput.unfit }
        let names = rows.fields.map(\.id.text)
        if let unknown = members.first(where: { !names.contains($0.name) }) {
            throw Fault(zh: "内嵌表没有“\(unknown.name.prefix(60))”一栏。", en: "The rows have no column “\(unknown.name.prefix(60))”.")
        }
        var cells: [String] = []
        for name in names {
            let cell: String
            switch json[name] {
            case nil, .null?: cell = ""
            case .bool(let truth)?: cell = truth ? "是" : "否"
            case .number(let text)?, .string(let text)?: cell = text
            case .array?, .object?: throw RecordInput.unfit
            }
            guard !cell.contains(where: { $0.isNewline || "\t|｜".contains($0) }) else {
                throw Fault(zh: "内嵌表的格里不能有换行、制表符或竖线。", en: "A cell of rows holds no line end, tab or bar.")
            }
            cells.append(cell)
        }
        return cells.joined(separator: "\t")
    }

    /// The site's clock at an instant of RFC 3339, `2022-03-13T18:05:00+08:00`, as a workbook would have it; nil for anything else, which
    /// the field reads as people type it.
    static func moment(_ text: String, offset: Int) -> Moment? {
        guard let match = text.wholeMatch(of: #/([0-9-]{10})[Tt ]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]{1,9})?(Z|z|[+-][0-9]{2}:[0-9]{2})/#),
            let day = Day(iso: String(match.1)), let hour = Int(match.2), let minute = Int(match.3), let second = Int(match.4)
        else { return nil }
        var ahead = 0
        if match.5.lowercased() != "z" {
            let parts = match.5.dropFirst().split(separator: ":").compactMap { Int($0) }
            guard parts.count == 2, parts[0] < 24, parts[1] < 60 else { return nil }
            ahead = (parts[0] * 3600 + parts[1] * 60) * (match.5.hasPrefix("-") ? -1 : 1)
        }
        return Moment(day, hour: hour, minute: minute, second: second, offset: ahead - offset)
    }
}
