/// 国家秘密标志: 绝密★, 机密★1年, 密级：秘密. The book is none for state secrets: it keeps no grades, and takes nothing that bears a mark
/// (practice.md 1.1; the mark as GB/T 9704-2012 7.2.2 writes it).
public enum SecrecyMark {
    private static let grades = ["绝密", "机密", "秘密"]
    private static let stars: Set<Character> = ["★", "☆", "*", "＊"]
    private static let brackets: Set<Character> = ["(", "（", "[", "［", "【", "〔"]

    /// Whether a text bears a mark. 商业秘密, 保守秘密 and the like are words and no marks.
    public static func marks(_ text: String) -> Bool {
        guard text.utf8.contains(0xE5), text.contains("密") else { return false }
        for grade in grades {
            for found in text.ranges(of: grade) {
                if let next = text[found.upperBound...].first(where: { !$0.isWhitespace }), stars.contains(next) { return true }
                let before = text[..<found.lowerBound].reversed().drop { $0.isWhitespace || $0 == ":" || $0 == "：" }
                if before.starts(with: "级密") { return true }
            }
        }
        return false
    }

    /// Whether the name of a file bears a mark: there a grade in brackets or at the front is one, too.
    public static func marksName(_ name: String) -> Bool {
        marks(name)
            || grades.contains { grade in
                name.hasPrefix(grade) || name.ranges(of: grade).contains { name[..<$0.lowerBound].last.map(brackets.contains) ?? false }
            }
    }

    /// What is said to whoever brings such a thing.
    static var fault: Fault {
        Fault(
            zh: "带有国家秘密标志。园簿不收涉密内容，请按保密规定线下办理。",
            en: "It bears a mark of state secrecy. Nothing of that kind is taken here; handle it off line, as the rules on secrecy say.")
    }
}
