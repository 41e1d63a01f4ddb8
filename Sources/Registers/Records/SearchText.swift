import Storage

/// The text by which a record is found and ordered, kept beside it: pinyin, initials, title, then what identifies it, a line each.
///
/// It begins with the pinyin, so that an order by it is the order of a Chinese dictionary.
enum SearchText {
    /// One form for what is kept and what is asked: narrow, small letters, one line.
    static func normal(_ text: String) -> String {
        let narrow = Narrow.text(text).lowercased()
        return narrow.contains(where: \.isNewline) ? narrow.split(whereSeparator: \.isNewline).joined(separator: " ") : narrow
    }

    /// The column's text. `lines` are normal already.
    static func text(_ spelling: Pinyin.Spelling, title: String, lines: [String]) -> String {
        var text = "\n\(spelling.whole)\n\(spelling.initials)\n\(title)\n"
        for line in lines where !line.isEmpty && line != title { text += line + "\n" }
        return text
    }

    /// What a kept text says: the two spellings, and the lines that name the record for certain.
    static func parts(_ search: String) -> (spelling: Pinyin.Spelling, names: ArraySlice<Substring>) {
        let lines = search.dropFirst().dropLast().split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 3 else { return (Pinyin.Spelling(whole: "", initials: ""), lines[...]) }
        return (Pinyin.Spelling(whole: String(lines[0]), initials: String(lines[1])), lines[2...])
    }

    /// The words that a person searches for; at most eight.
    static func words(_ typed: String) -> [String] {
        normal(typed).split(separator: " ").prefix(8).map { String($0.prefix(60)) }
    }
}
