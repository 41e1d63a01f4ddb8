import Storage

/// Reads one field of a register.
enum FieldReader {
    /// A field whose conditions still wait until all registers are known.
    struct Pending {
        var field: Field
        var required: Formula?
        var check: (formula: Formula, message: Words)?
    }

    static let keys = [
        "name", "kind", "help", "required", "check", "message", "also", "unique", "personal", "readers", "default", "was", "retired", "part",
    ]

    static func field(_ key: String, _ place: Place, _ entry: Entry, _ diagnostics: inout Diagnostics) -> Pending? {
        guard let id = Entry.name(key, at: place, &diagnostics) else { return nil }
        if reserved.contains(key) {
            diagnostics.add(place, "reserved", zh: "“\(key)”是园簿自己用的名称，请换一个。", en: "“\(key)” is used by the book itself; choose another name.")
            return nil
        }
        let name = entry.required("name", &diagnostics)?.words(&diagnostics)
        guard let kindEntry = entry.required("kind", &diagnostics), let word = kindEntry.text(&diagnostics) else { return nil }
        guard let type = FieldKinds.kind(word) else {
            let words = FieldKinds.all.map { $0.word }
            diagnostics.add(
                kindEntry.place, "unknown-kind", zh: "没有字段类型“\(word)”，可用：\(words.joined(separator: "、"))。",
                en: "There is no kind “\(word)”; use \(words.joined(separator: ", ")).", suggestion: Suggestion.nearest(to: word, among: words))
            return nil
        }
        entry.allow(keys + type.keys, &diagnostics)
        guard let kind = type.init(entry, &diagnostics), let name else { return nil }
        var pending = Pending(
            field: Field(
                id: id, name: name, kind: kind, help: entry["help"].flatMap { $0.words(&diagnostics) }, required: .never, check: nil,
                also: entry["also"]?.members(&diagnostics).compactMap { $0.text(&diagnostics) } ?? [],
                isUnique: entry["unique"].flatMap { $0.truth(&diagnostics) } ?? false,
                isPersonal: entry["personal"].flatMap { $0.truth(&diagnostics) } ?? false,
                isRetired: entry["retired"].flatMap { $0.truth(&diagnostics) } ?? false,
                initial: entry["default"]?.scalar.map { .text($0) } ?? .empty, was: entry["was"].flatMap { $0.name(&diagnostics) },
                part: entry["part"].flatMap { $0.words(&diagnostics) }, place: place))
        requirement(entry, &pending, &diagnostics)
        return pending
    }

    /// Names of columns that every register has.
    static let reserved = [
        "id", "since", "until", "state", "void", "title", "search", "period", "parameter", "yes", "no", "and", "or", "not", "in", "is",
    ]

    private static func requirement(_ entry: Entry, _ pending: inout Pending, _ diagnostics: inout Diagnostics) {
        if let required = entry["required"] {
            switch required.scalar {
            case "yes": pending.field.required = .always
            case "no": break
            default: pending.required = formula(required, &diagnostics)
            }
        }
        guard let check = entry["check"] else {
            if let message = entry["message"] {
                diagnostics.add(message.place, "message", zh: "没有 check，就用不上 message。", en: "A message needs a check.")
            }
            return
        }
        let name = pending.field.name
        let message =
            entry["message"].flatMap { $0.words(&diagnostics) }
            ?? Words(zh: "“\(name.zh)”不符合要求（\(check.scalar ?? "")）。", en: "“\(name.en)” must satisfy \(check.scalar ?? "").")
        if let formula = formula(check, &diagnostics) { pending.check = (formula, message) }
    }

    /// A scalar as an expression.
    static func formula(_ entry: Entry, _ diagnostics: inout Diagnostics) -> Formula? {
        guard let text = entry.text(&diagnostics) else { return nil }
        do throws(Diagnostic) { return try FormulaParser.formula(text, at: entry.textPlace) } catch {
            diagnostics.add(error)
            return nil
        }
    }
}
