import Indicators
import Registers
import Storage

/// n个中第r: a rank and the number that were ranked, both as recorded from the paper; the denominator changes from year to year.
struct RankClaim: ClaimForm {
    static let name = "rank"
    static let keys = ["of", "among"]

    let rank: Formula
    let among: Formula

    init?(_ reader: inout ClaimReader) {
        let rank = reader.formula("of")
        let among = reader.formula("among")
        guard let rank, let among else { return nil }
        self.rank = rank
        self.among = among
    }

    func judge(_ bench: Bench) throws -> Judgement {
        let (place, all) = (try bench.figure(rank), try bench.figure(among))
        let figures = [place, all]
        guard let value = place.value.amount, let count = all.value.amount else {
            return Judgement(
                .undecidable, zh: "\(bench.year)年没有位次或参评数的记录", en: "No rank or no number of entrants is recorded for \(bench.year)", on: figures)
        }
        let isRank = value >= .one && value <= count && value.denominator == 1 && count.denominator == 1
        var judgement = Judgement(
            isRank ? .holds : .fails, zh: "\(all.printed(.zh))个中第\(place.printed(.zh))\(isRank ? "" : "，不成位次")",
            en: "\(place.printed(.en)) of \(all.printed(.en))\(isRank ? "" : " is no rank")", on: figures)
        if isRank, let doubt = Doubt.any(in: figures) { judgement = Judgement(.undecidable, zh: doubt.zh, en: doubt.en, on: figures) }
        judgement.values[.rank] = value
        judgement.values[.among] = count
        return judgement
    }

    func surprise(_ judgement: Judgement, expected: [String]) -> (zh: String, en: String)? {
        for (member, written) in zip([FindingMember.rank, .among], expected) {
            if let value = judgement.values[member], let found = Expectation.differs(value, from: written) { return found }
        }
        return nil
    }
}
