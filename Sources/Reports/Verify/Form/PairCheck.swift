/// Quotation marks, brackets and title marks that don't pair, and marks that stand twice (GB/T 15834-2011).
enum PairCheck {
    static func faults(_ text: OutsideText) -> [FormFault] { text.paragraphs.flatMap { pairs($0) + doubled($0) } }

    private static let closing: [Unicode.Scalar: Unicode.Scalar] = ["《": "》", "“": "”", "（": "）", "(": "）", "【": "】", "〔": "〕", "「": "」"]

    private static func pairs(_ paragraph: OutsideParagraph) -> [FormFault] {
        var open: [(at: Int, close: Unicode.Scalar)] = []
        let letters = paragraph.letters
        for (index, scalar) in letters.all.enumerated() {
            if let close = closing[scalar] {
                if open.count < 200 { open.append((index, close)) }
                continue
            }
            let plain: Unicode.Scalar = scalar == ")" ? "）" : scalar
            guard "》”）】〕」".unicodeScalars.contains(plain) else { continue }
            if open.last?.close == plain {
                open.removeLast()
            } else if let at = open.lastIndex(where: { $0.close == plain }) {
                let left = open[at + 1]
                return [fault(paragraph, left.at)]
            } else if !isListNumber(letters, index, plain) {
                return [fault(paragraph, index)]
            }
        }
        return open.first.map { [fault(paragraph, $0.at)] } ?? []
    }

    private static func fault(_ paragraph: OutsideParagraph, _ index: Int) -> FormFault {
        paragraph.fault("pair", index..<(index + 1), zh: "“\(paragraph.letters.text(index..<(index + 1)))”没有配对", en: "This mark has no partner")
    }

    /// 1） and a) number a list.
    private static func isListNumber(_ letters: Letters, _ index: Int, _ scalar: Unicode.Scalar) -> Bool {
        guard scalar == "）" else { return false }
        var start = index
        while start > 0, let before = letters[start - 1], Letters.isDigit(before) || Letters.isLatin(before) || ChineseNumber.isNumeral(before),
            index - start < 3
        { start -= 1 }
        return start < index && (start == 0 || "。；，：、 　".unicodeScalars.contains(letters[start - 1] ?? " "))
    }

    private static func doubled(_ paragraph: OutsideParagraph) -> [FormFault] {
        let letters = paragraph.letters
        for index in 0..<max(0, letters.count - 1) {
            guard let one = letters[index], let two = letters[index + 1], "，。；：、".unicodeScalars.contains(one), "，。；：、".unicodeScalars.contains(two),
                !(one == "。" && two == "。" && letters[index + 2] == "。")
            else { continue }
            return [paragraph.fault("doubled", index..<(index + 2), zh: "标点重复", en: "Two marks stand together")]
        }
        return []
    }
}
