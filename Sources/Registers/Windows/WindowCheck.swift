import Storage

/// Says which windows a catalogue no longer fits.
public enum WindowCheck {
    /// A diagnostic for each field that a window needs and the register hasn't, or has as another kind.
    public static func check(_ windows: [any Window.Type], _ catalogue: Catalogue) -> [Diagnostic] {
        windows.flatMap { window in check(window.register, window.panes, catalogue) }
    }

    /// Whether a window can be looked through.
    public static func fits(_ window: any Window.Type, _ catalogue: Catalogue) -> Bool { check([window], catalogue).isEmpty }

    private static func check(_ name: Name, _ panes: [WindowPane], _ catalogue: Catalogue) -> [Diagnostic] {
        guard let register = catalogue.register(name) else {
            let place = Place(file: "registers/\(name.text).yaml", line: 1, column: 1)
            let words = Words(zh: "缺少台账“\(name.text)”，用到它的功能暂停。", en: "The register “\(name.text)” is missing; what needs it is off.")
            return [Diagnostic(place, "window", words, suggestion: Suggestion.nearest(to: name.text, among: catalogue.registers.map(\.id.text)))]
        }
        return panes.compactMap { pane in
            guard let field = register.field(pane.field), !field.isRetired else {
                guard pane.isRequired else { return nil }
                let words = Words(
                    zh: "“\(register.name.zh)”缺少字段“\(pane.field.text)”（\(pane.kinds.joined(separator: "、"))），用到它的功能暂停。",
                    en: "“\(register.name.en)” has no field “\(pane.field.text)” (\(pane.kinds.joined(separator: ", "))); what needs it is off.")
                return Diagnostic(
                    register.place, "window", words, suggestion: Suggestion.nearest(to: pane.field.text, among: register.fields.map(\.id.text)))
            }
            let word = type(of: field.kind).word
            guard !pane.kinds.contains(word) else { return nil }
            let words = Words(
                zh: "“\(register.name.zh)”的“\(field.name.zh)”应是 \(pane.kinds.joined(separator: "、"))，现在是 \(word)，用到它的功能暂停。",
                en:
                    "“\(field.name.en)” of “\(register.name.en)” should be \(pane.kinds.joined(separator: ", ")) but is \(word); what needs it is off."
            )
            return Diagnostic(field.place, "window", words)
        }
    }
}
