public import Storage

/// `choice`: one of a closed list.
public struct ChoiceField: FieldKind {
    public static let word = "choice"
    public static let keys = ["of"]

    /// One option; a retired one stays on the records that have it, but can't be chosen any more.
    public struct Option: Sendable, Hashable {
        public var id: Name
        public var name: Words
        public var isRetired: Bool
    }

    public let options: [Option]

    public init?(_ entry: Entry, _ diagnostics: inout Diagnostics) {
        guard let of = entry.required("of", &diagnostics) else { return nil }
        var options: [Option] = []
        for pair in of.pairs(&diagnostics) {
            pair.value.allow(["zh", "en", "retired"], &diagnostics)
            guard let id = Entry.name(pair.key, at: pair.keyPlace, &diagnostics),
                let zh = pair.value.required("zh", &diagnostics)?.text(&diagnostics),
                let en = pair.value.required("en", &diagnostics)?.text(&diagnostics)
            else { continue }
            let isRetired = pair.value["retired"].flatMap { $0.truth(&diagnostics) } ?? false
            options.append(Option(id: id, name: Words(zh: zh, en: en), isRetired: isRetired))
        }
        guard !options.isEmpty else {
            diagnostics.add(of.place, "choice", zh: "至少要有一个选项。", en: "There must be at least one option.")
            return nil
        }
        self.options = options
    }

    public var type: TermType { .choice(options.map(\.id)) }
    public func columns(_ name: Name) -> [Column] { [Column(name, .text)] }

    public func read(_ input: Input, _ context: InputContext) throws(Fault) -> Value {
        let typed = Narrow.text(input.shown)
        let found = options.first { $0.id.text == typed || $0.name.zh == typed || $0.name.en.lowercased() == typed.lowercased() }
        if let found, !found.isRetired { return .text(found.id.text) }
        let names = options.filter { !$0.isRetired }
        let near = Suggestion.nearest(to: typed, among: names.map(\.name.zh)).map { "是不是“\($0)”？" } ?? ""
        throw Fault(
            zh: "“\(typed.prefix(40))”不在可选之列：\(names.map(\.name.zh).joined(separator: "、"))。\(near)",
            en: "“\(typed.prefix(40))” is not one of: \(names.map(\.name.en).joined(separator: ", ")).")
    }

    public func text(_ value: Value, _ language: Language) -> String {
        guard let id = value.text else { return "" }
        return options.first { $0.id.text == id }?.name(language) ?? id
    }
}
