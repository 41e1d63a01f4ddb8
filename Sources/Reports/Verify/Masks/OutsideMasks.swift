extension OutsideText {
    /// Every run of stars in the order of the text.
    public var masks: [Mask] {
        paragraphs.flatMap { paragraph in
            MaskScan(letters: paragraph.letters).found().map { found in
                Mask(
                    kind: found.kind, place: paragraph.place(found.range), run: paragraph.letters.text(found.range), unit: found.unit?.symbol,
                    context: paragraph.context(found.range, around: 8))
            }
        }
    }
}
