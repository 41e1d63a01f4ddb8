import Storage

/// The system tables that hold what was frozen: a row for each line, figure, claim, piece of evidence, register and remark of an edition.
///
/// `edition` is the number of the record in the register `edition`. Nothing in them is ever altered; the digest in that record
/// shows if it was.
enum EditionTables {
    /// The whole of an edition: its plain text, and what its outputs need beside the parts.
    static let content = Table(
        "edition_content",
        [
            edition, Column("format", .integer, isRequired: true), Column("report", .text, isRequired: true),
            Column("period", .text, isRequired: true), Column("title", .text, isRequired: true), Column("organisation_zh", .text, isRequired: true),
            Column("organisation_en", .text, isRequired: true), Column("plain", .text, isRequired: true),
        ], uniques: [["edition"]])

    /// The lines with their runs.
    static let block = Table(
        "edition_block",
        [
            edition, place, Column("kind", .text, isRequired: true), Column("level", .integer), Column("heading", .text),
            Column("runs", .text, isRequired: true),
        ], uniques: [["edition", "n"]])

    /// Every slot, printed fact, and figure that the text shows without a slot.
    static let figure = Table(
        "edition_figure",
        [
            edition, place, Column("kind", .text, isRequired: true), Column("slot", .text, isRequired: true),
            Column("indicator", .text, isRequired: true), Column("name_zh", .text, isRequired: true), Column("name_en", .text, isRequired: true),
            Column("value", .text), Column("word", .text), Column("printed", .text, isRequired: true), Column("unit", .text),
            Column("period", .text, isRequired: true), Column("scope", .text, isRequired: true), Column("status", .text, isRequired: true),
            Column("records", .integer, isRequired: true), Column("expected", .integer), Column("reported", .integer),
            Column("in_text", .integer, isRequired: true), Column("operands", .text, isRequired: true), Column("figures", .text, isRequired: true),
        ], uniques: [["edition", "n"]], indexes: [["indicator", "period"]])

    /// Every claim with its verdict and reason.
    static let claim = Table(
        "edition_claim",
        [
            edition, place, Column("claim", .text, isRequired: true), Column("form", .text, isRequired: true),
            Column("verdict", .text, isRequired: true), Column("text_zh", .text, isRequired: true), Column("text_en", .text, isRequired: true),
            Column("reason_zh", .text, isRequired: true), Column("reason_en", .text, isRequired: true), Column("names", .text, isRequired: true),
            Column("register", .text), Column("numbers", .text, isRequired: true), Column("surprise_zh", .text), Column("surprise_en", .text),
        ], uniques: [["edition", "n"]])

    /// What each verdict rests on.
    static let evidence = Table(
        "edition_evidence",
        [
            edition, place, Column("claim", .text, isRequired: true), Column("indicator", .text, isRequired: true),
            Column("name_zh", .text, isRequired: true), Column("name_en", .text, isRequired: true), Column("period", .text, isRequired: true),
            Column("printed", .text, isRequired: true), Column("status", .text, isRequired: true), Column("records", .integer, isRequired: true),
        ], uniques: [["edition", "n"]])

    /// The last change that touched each register before the release, so that the rows behind the figures can be found again.
    static let source = Table(
        "edition_source",
        [
            edition, place, Column("register", .text, isRequired: true), Column("change", .integer, isRequired: true),
            Column("digest", .text, isRequired: true),
        ], uniques: [["edition", "n"]])

    /// What a writer or the one who released it was told, or said: words left out, unsourced numbers with their explanation, remarks.
    static let note = Table(
        "edition_note",
        [
            edition, place, Column("kind", .text, isRequired: true), Column("subject", .text, isRequired: true),
            Column("zh", .text, isRequired: true),
            Column("en", .text, isRequired: true), Column("words", .text, isRequired: true), Column("file", .text, isRequired: true),
            Column("line", .integer, isRequired: true), Column("column", .integer, isRequired: true),
        ], uniques: [["edition", "n"]])

    /// In the order in which the digest goes through them.
    static let all = [content, block, figure, claim, evidence, source, note]

    private static let edition = Column("edition", .integer, isRequired: true)
    private static let place = Column("n", .integer, isRequired: true)
}
