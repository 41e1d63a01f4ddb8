import Indicators
import Storage

/// What keeps a figure from proving anything: it is an estimate, or not everyone has reported.
enum Doubt {
    /// The first doubt about some figures; nil where there is none.
    static func any(in figures: [Figure]) -> Words? {
        for figure in figures {
            if figure.status == .estimated {
                return Words(
                    zh: "\(figure.name.zh)\(figure.dated)是预计数", en: "\(figure.name.en) for \(figure.period.year) is an estimate: \(figure.said(.en))")
            }
            if figure.isIncomplete, let completeness = figure.completeness {
                return Words(
                    zh: "\(figure.name.zh)\(figure.period.year)年未报齐，\(completeness.zh)",
                    en: "\(figure.name.en) for \(figure.period.year) is not complete: \(completeness.en)")
            }
        }
        return nil
    }
}
