import Registers
import Storage

/// What a text is written in, where that can't be read here: traditional characters, another language, or bytes of another encoding.
enum OtherWriting {
    /// Why a text can't be read; nil where it can.
    static func found(_ paragraphs: [OutsideParagraph]) -> (zh: String, en: String)? {
        var (han, latin, old, new, usual, odd) = (0, 0, 0, 0, 0, 0)
        var seen: Set<Unicode.Scalar> = []
        for scalar in paragraphs.lazy.flatMap(\.letters.all) {
            if Letters.isHan(scalar) {
                han += 1
                seen.insert(scalar)
                if traditional.contains(scalar) { old += 1 }
                if simplified.contains(scalar) { new += 1 }
                if common.contains(scalar) { usual += 1 }
            } else if Letters.isLatin(scalar) {
                latin += 1
            } else if [0x0370...0x04FF, 0x3040...0x312F, 0x3300...0x33FF, 0xE000...0xF8FF].contains(where: { $0.contains(scalar.value) }) {
                odd += 1
            }
        }
        if han == 0, latin >= 20 { return ("里没有汉字，只能核对中文文稿", "has no Chinese in it; only Chinese texts can be looked over") }
        if old >= 5, old > new * 2 {
            return ("是繁体字文稿，请先转成简体再核对", "is in traditional characters; convert it to simplified ones first")
        }
        // Big5 read as GB 18030 gives Han letters of which hardly one is ever used, among kana, Greek and private letters.
        if odd >= 5 && odd * 10 > han || han >= 30 && seen.count >= 20 && usual * 50 < han {
            return ("的文字认不出来，多半是繁体 Big5 或别的编码，请另存为 UTF-8 再核对", "can't be made out; it is likely in Big5 or another encoding: save it as UTF-8")
        }
        return nil
    }

    private static let traditional = Set("國產業經濟長區億萬總實現與個為發務園企們這時會對進員動學資機關來開設億歲稅額獲項導黨標準環質優銷數據較".unicodeScalars)
    private static let simplified = Set("国产业经济长区亿万总实现与个为发务园们这时会对进员动学资机关来开设岁税额获项导党标准环质优销数据较".unicodeScalars)
    private static let common = Set(
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处府研质企收投增目税亿元万"
            .unicodeScalars)
}

extension OutsideText {
    func refuseOtherWriting() throws {
        guard let found = OtherWriting.found(paragraphs) else { return }
        throw Refused(zh: "“\(name)”\(found.zh)。", en: "“\(name)” \(found.en).")
    }
}
