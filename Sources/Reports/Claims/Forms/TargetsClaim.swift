import Indicators
import Registers
import Storage

/// 完成年初确定的各项目标任务: every target of the year is met, as it was adjusted. One that isn't is named.
struct TargetsClaim: ClaimForm {
    static let name = "targets"
    static let keys: [String] = []

    init?(_ reader: inout ClaimReader) {}

    func judge(_ bench: Bench) throws -> Judgement {
        let targets = try Commitments(bench.year, bench.figures, asOf: bench.asOf, in: bench.reading).all
            .filter { $0.record.register == CommitmentSource.targetRegister && $0.light != .withdrawn }
        let missed = targets.filter { $0.light == .missed }
        let open = targets.filter { $0.light != .missed && $0.light != .kept }
        var judgement = verdict(targets, missed, open)
        judgement.register = CommitmentSource.targetRegister
        judgement.names = (missed.isEmpty ? targets : missed).map(\.name)
        judgement.values[.count] = Amount(Int64(targets.count - missed.count - open.count))
        judgement.values[.among] = Amount(Int64(targets.count))
        judgement.evidence = try targets.compactMap(\.measure).filter { $0.target.reached != .nothing }.map { measure in
            let figure = try bench.figures.figure(
                measure.indicator.id, measure.period, scope: measure.scope, asOf: bench.asOf, in: bench.reading)
            return Evidence(figure)
        }
        return judgement
    }

    private func verdict(_ targets: [Commitment], _ missed: [Commitment], _ open: [Commitment]) -> Judgement {
        guard !targets.isEmpty else { return Judgement(.undecidable, zh: "没有登记年度目标", en: "No targets are recorded for the year") }
        guard missed.isEmpty else {
            return Judgement(
                .fails, zh: "\(targets.count)项目标中\(missed.count)项没有完成：\(TargetsClaim.list(missed, .zh))",
                en: "\(missed.count) of \(targets.count) targets were not met: \(TargetsClaim.list(missed, .en))")
        }
        guard open.isEmpty else {
            return Judgement(
                .undecidable, zh: "\(open.count)项目标还没有结果：\(TargetsClaim.list(open, .zh))",
                en: "\(open.count) targets have no result yet: \(TargetsClaim.list(open, .en))")
        }
        return Judgement(.holds, zh: "\(targets.count)项目标全部完成", en: "All \(targets.count) targets were met")
    }

    /// Each with what was aimed at and what was reached.
    private static func list(_ commitments: [Commitment], _ language: Language) -> String {
        commitments.map { one in
            guard let measure = one.measure else { return one.name }
            return language == .zh
                ? "\(one.name)（目标\(measure.aimed(.zh))，完成\(measure.reached(.zh))）"
                : "\(one.name) (aimed at \(measure.aimed(.en)), reached \(measure.reached(.en)))"
        }.joined(separator: language == .zh ? "、" : ", ")
    }
}
