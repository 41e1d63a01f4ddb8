import Storage

extension Filter {
    /// Reads one pair of an address. Throws the fault of the value; `today` is needed by `this` only.
    init(_ subject: FilterSubject, _ field: Name, _ operation: Operator, _ written: String, today: Day?) throws(Fault) {
        self.field = field
        self.operator = operation
        self.written = written
        self.subject = subject
        guard written.utf8.count <= 2000 else { throw Fault(zh: "条件太长。", en: "The condition is too long.") }
        guard subject.operators.contains(operation) else {
            let names = subject.operators.map(\.rawValue).joined(separator: ", ")
            throw Fault(zh: "这一栏不能用“\(operation.rawValue)”，可用：\(names)。", en: "“\(operation.rawValue)” can't be asked of this column; use \(names).")
        }
        switch operation {
        case .empty, .filled: operand = .none
        case .contains, .notContains, .begins:
            let text = Narrow.trimmed(written)
            guard !text.isEmpty else { throw Fault(zh: "请写要找的文字。", en: "Write the text to look for.") }
            operand = .text(text)
        case .inPeriod, .this:
            operand = try Filter.period(operation, written, today)
        case .between:
            let ends = Filter.split(written)
            guard ends.count == 2 else { throw Fault(zh: "写成 起,止。", en: "Write it as from,to.") }
            operand = .span(try subject.read(ends[0]), try subject.read(ends[1]))
        case .anyOf, .noneOf:
            var values: [Value] = []
            for part in Filter.split(written).prefix(200) where !part.isEmpty { values.append(try subject.read(part)) }
            guard !values.isEmpty else { throw Fault(zh: "至少写一个值。", en: "Give at least one value.") }
            operand = .values(values)
        default:
            guard !Narrow.trimmed(written).isEmpty else { throw Fault(zh: "请写一个值。", en: "Give a value.") }
            operand = .values([try subject.read(Narrow.trimmed(written))])
        }
    }

    private static func period(_ operation: Operator, _ written: String, _ today: Day?) throws(Fault) -> Operand {
        let found = operation == .this ? today.flatMap { FilterPeriod.days(written, around: $0) } : FilterPeriod.days(written)
        guard let found else {
            throw operation == .this
                ? Fault(zh: "只能是 week、month、quarter、half、year。", en: "Only week, month, quarter, half or year can stand here.")
                : Fault(zh: "期间写成 2022、2022-03、2022Q1 或 2022H1。", en: "Write a period as 2022, 2022-03, 2022Q1 or 2022H1.")
        }
        return .span(.integer(found.first.number), .integer(found.last.number))
    }

    /// Members between commas; `\,` is a comma of the member's own.
    static func split(_ text: String) -> [String] {
        var members = [""]
        var isEscaped = false
        for character in text {
            if isEscaped {
                members[members.count - 1].append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "," || character == "，" {
                members.append("")
            } else {
                members[members.count - 1].append(character)
            }
        }
        return members.map { Narrow.trimmed($0) }
    }
}
