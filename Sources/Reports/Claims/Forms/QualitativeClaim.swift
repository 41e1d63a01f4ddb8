import Registers

/// 缓解、保障、提升: words of quality. Nothing computes them, so they are never said to hold; the trace says what they are.
struct QualitativeClaim: ClaimForm {
    static let name = "qualitative"
    static let keys: [String] = []

    init?(_ reader: inout ClaimReader) {}

    func judge(_ bench: Bench) throws -> Judgement {
        Judgement(.qualitative, zh: "定性表述，没有数据可以证实或推翻", en: "Words of quality; no data can bear them out or refute them")
    }
}
