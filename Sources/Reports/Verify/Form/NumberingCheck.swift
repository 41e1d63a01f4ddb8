/// The numbers of headings and items: none missing, none twice (GB/T 9704-2012, 7.3.3); and headings that run on.
struct NumberingCheck {
    let text: OutsideText
    private var last = [0, 0, 0, 0]
    private var items: [(word: Unicode.Scalar, number: Int)] = []
    private var faults: [FormFault] = []
    /// A title without a number has begun something new since the last heading of the second level.
    private var isAnew = true

    static func faults(_ text: OutsideText) -> [FormFault] {
        var check = NumberingCheck(text: text)
        for paragraph in text.paragraphs where !paragraph.isInTable { check.pass(paragraph) }
        return check.faults + RunOnCheck(text: text).faults()
    }

    private init(text: OutsideText) { self.text = text }

    private mutating func pass(_ paragraph: OutsideParagraph) {
        let letters = paragraph.letters
        if let heading = NumberedHeading(letters) {
            if heading.level <= 2 { restarted(heading, paragraph) }
            pass(heading, paragraph, at: 0)
        } else if letters.count <= 30, !LineWrap.isEnded(paragraph.text) || paragraph.level != nil {
            isAnew = true
        }
        // 附件：1. numbers the first of several annexes.
        if letters.has("附件", at: 0), let colon = (2..<5).first(where: { letters[$0] == "：" || letters[$0] == ":" }) {
            var start = colon + 1
            while letters[start] == " " || letters[start] == "　" { start += 1 }
            if let heading = NumberedHeading(letters, at: start) { pass(heading, paragraph, at: start) }
        }
        var index = 0
        while index < letters.count {
            let isStart = index == 0 || "。；！？：，）".unicodeScalars.contains(letters[index - 1] ?? " ")
            if isStart, !paragraph.isInTitle(index), let item = ItemNumber(letters, at: index) {
                pass(item, paragraph, at: index)
                index += item.length
                continue
            }
            // （六） behind the end of a sentence is a heading that was not broken off.
            if index > 0, letters[index] == "（", "。！？".unicodeScalars.contains(letters[index - 1] ?? " "),
                let heading = NumberedHeading(letters, at: index), heading.level == 2,
                heading.number > 1
            {
                faults.append(
                    paragraph.fault(
                        "run-on", index..<(index + heading.length), zh: "标题“\(letters.text(index..<(index + heading.length)))”接在上一段后面，应另起一段",
                        en: "A heading goes on from the paragraph before it; it should stand on a line of its own"))
                pass(heading, paragraph, at: index)
            }
            index += 1
        }
    }

    /// （一）（二）（一）: the numbers begin anew, and nothing stands above them that would have begun anew.
    private mutating func restarted(_ heading: NumberedHeading, _ paragraph: OutsideParagraph) {
        let before = last[heading.level - 1]
        if heading.number == 1, before > 0, !isAnew {
            faults.append(
                paragraph.fault(
                    "numbering", 0..<heading.length, zh: "上一个序号是\(before)，这里又从1开始，中间没有上一级标题",
                    en: "The number before it is \(before); it begins with 1 again, without a heading above"))
        }
        isAnew = false
    }

    private mutating func pass(_ heading: NumberedHeading, _ paragraph: OutsideParagraph, at index: Int) {
        let level = heading.level - 1
        let before = last[level]
        if before > 0, heading.number != before + 1, heading.number != 1 {
            let range = index..<(index + heading.length)
            let isTwice = heading.number == before
            faults.append(
                paragraph.fault(
                    "numbering", range, zh: isTwice ? "序号重复" : "序号从\(before)跳到\(heading.number)",
                    en: isTwice ? "The number stands twice" : "The numbers go from \(before) to \(heading.number)"))
        } else if before == 0, heading.number > 1, level > 0 {
            faults.append(paragraph.fault("numbering", index..<(index + heading.length), zh: "序号不是从1开始", en: "The numbers don't begin with 1"))
        }
        last[level] = heading.number
        for lower in (level + 1)..<4 where lower < 4 { last[lower] = 0 }
        if level < 2 { items = [] }
    }

    /// 一是 within 一是: the inner ones end where an outer one goes on.
    private mutating func pass(_ item: ItemNumber, _ paragraph: OutsideParagraph, at index: Int) {
        let range = index..<(index + item.length)
        if item.number == 1 {
            items.append((item.word, 1))
            return
        }
        if let at = items.lastIndex(where: { $0.word == item.word && $0.number + 1 == item.number }) {
            items.removeSubrange((at + 1)...)
            items[at].number = item.number
            return
        }
        guard let open = items.last(where: { $0.word == item.word }) else { return }
        let isTwice = items.contains { $0.word == item.word && $0.number == item.number }
        let word = String(item.word)
        let from = ChineseNumeral.text(open.number) + word
        let to = ChineseNumeral.text(item.number) + word
        faults.append(
            paragraph.fault(
                "numbering", range, zh: isTwice ? "“\(to)”重复" : "“\(from)”之后是“\(to)”",
                en: isTwice ? "“\(to)” stands twice" : "“\(from)” is followed by “\(to)”"))
        if let at = items.lastIndex(where: { $0.word == item.word }) { items[at].number = item.number }
    }
}
