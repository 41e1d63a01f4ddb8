public import Storage

/// What an expression gives, with its unit where it is a number.
public enum TermType: Sendable, Hashable {
    /// A number in a unit; nil is a bare number.
    case number(Unit?)
    /// A number whose unit is a quotient or product that the book has no name for, such as 万元/亩.
    case mixed
    case text
    case day
    case moment
    case truth
    /// One of a field's options, by their names.
    case choice([Name])
    /// A record of a register.
    case reference(Name)

    /// What people call it.
    public var words: Words {
        switch self {
        case .number, .mixed: Words(zh: "数", en: "a number")
        case .text: Words(zh: "文字", en: "a text")
        case .day: Words(zh: "日期", en: "a day")
        case .moment: Words(zh: "时刻", en: "a moment")
        case .truth: Words(zh: "是否", en: "a yes or no")
        case .choice: Words(zh: "选项", en: "a choice")
        case .reference: Words(zh: "关联", en: "a reference")
        }
    }
}
