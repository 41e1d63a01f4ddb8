/// A text of the screen in both languages. Chinese first, English by a switch.
public struct Words: Sendable, Hashable, Codable {
    /// The text in Chinese.
    public var zh: String
    /// The text in English.
    public var en: String

    /// A text in both languages.
    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The text in a language.
    public func callAsFunction(_ language: Language) -> String { language == .zh ? zh : en }
}

/// A language of the screen. Data is not translated; reports are Chinese.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    case zh, en
}
