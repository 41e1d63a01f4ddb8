/// The closed list of field kinds.
public enum FieldKinds {
    public static let all: [any FieldKind.Type] = [
        TextField.self, NoteField.self, NumberField.self, MoneyField.self, QuantityField.self, YesNoField.self, DayField.self, MomentField.self,
        PeriodField.self, ChoiceField.self, ReferenceField.self, PersonField.self, FileField.self, CodeField.self, PlaceField.self,
        RowsField.self, FormulaField.self,
    ]

    /// The kind of a word in a declaration.
    public static func kind(_ word: String) -> (any FieldKind.Type)? { all.first { $0.word == word } }
}
