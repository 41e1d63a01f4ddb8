/// A page and the grid of letters on it. Lengths are twips, twentieths of a point; 1 mm is 56.693 of them.
public struct PageLayout: Sendable, Hashable {
    /// Width and height of the paper.
    public var width: Int, height: Int
    /// Margins around the text.
    public var top: Int, right: Int, bottom: Int, left: Int
    /// From the lower edge of the paper to the lower edge of the page number.
    public var footer: Int
    /// Lines on a page and letters on a line.
    public var lines: Int, letters: Int
    /// Typefaces by name. Readers of the document that lack one take what `DocumentFonts` names beside it.
    public var bodyFont: String, titleFont: String, headingFont: String, subheadingFont: String, numberFont: String

    /// The page of official documents by GB/T 9704-2012 (5 and 7; `rules.md` 2.4): A4 with 37 mm above, 28 mm on the binding side and
    /// 156 × 225 mm of text, 22 lines of 28 letters of size 3; the dashes of the page number 7 mm below the text.
    public static let official = PageLayout(
        width: 11_906, height: 16_838, top: 2098, right: 1474, bottom: 1985, left: 1588, footer: 1448, lines: 22, letters: 28,
        bodyFont: "仿宋_GB2312", titleFont: "方正小标宋简体", headingFont: "黑体", subheadingFont: "楷体_GB2312", numberFont: "宋体")

    /// Width of the text.
    var textWidth: Int { max(width - left - right, 1) }
    /// From one line to the next: the largest whole number with which all lines fit.
    var linePitch: Int { max((height - top - bottom) / max(lines, 1), 1) }
    /// What is taken off each letter of 16 points so that `letters` of them fill a line, in twips. The standard's line is narrower than
    /// 28 letters of 16 points.
    var tightening: Int { min(textWidth / max(letters, 1) - 320, 0) }
    /// What is added between letters of 16 points so that `letters` of them fill a line, in 4096ths of a point, rounded down.
    var letterSpace: Int {
        let wanted = textWidth * 4096 - 320 * 4096 * letters
        let all = 20 * max(letters, 1)
        return wanted >= 0 ? wanted / all : -((-wanted + all - 1) / all)
    }
}
