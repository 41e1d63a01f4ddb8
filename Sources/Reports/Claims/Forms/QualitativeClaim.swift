import Registers

/// 缓解、保障、提升: words of quality. Nothing computes them, so they are never said to hold; they are printed, and the trace says
/// what they are.
struct QualitativeClaim: ClaimForm {
    static let name = "qualitative"
    static let keys: [String] = []

    init?(_ reader: inout ClaimReader) {}

    func judge(_ bench: Bench) throws -> Judgement {
        Judgement(.undecidable, zh: "定性表述，无数据支撑", en: "Words of quality, borne out by no data")
    }
}
