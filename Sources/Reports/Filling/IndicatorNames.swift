import Indicators
import Registers
import Storage

/// The indicators by what forms call them.
struct IndicatorNames {
    private var byName: [String: [Indicator]] = [:]
    private let all: [(name: String, indicator: Indicator)]
    private let scopes: [(name: String, scope: Name)]

    init(_ figures: Figures) {
        var all: [(name: String, indicator: Indicator)] = []
        for indicator in figures.indicators.indicators where indicator.gives != .text {
            for name in [indicator.name.zh, indicator.name.en] + indicator.also { all.append((HeaderText.folded(name), indicator)) }
        }
        for (name, indicator) in all where byName[name]?.contains(where: { $0.id == indicator.id }) != true {
            byName[name, default: []].append(indicator)
        }
        self.all = all
        scopes = figures.book.catalogue.scopes.map { (HeaderText.folded($0.name.zh), $0.id) }.sorted { $0.name.count > $1.name.count }
    }

    /// Those that are called just this.
    func called(_ words: String) -> [Indicator] { byName[words] ?? [] }

    /// The scope that words are the name of.
    func scope(_ words: String) -> Name? { scopes.first { $0.name == words }?.scope }

    /// What words begin with the name of a scope, and go on with.
    func scoped(_ words: String) -> (scope: Name, rest: String)? {
        scopes.first { words.hasPrefix($0.name) && words.count > $0.name.count }.map { ($0.scope, String(words.dropFirst($0.name.count))) }
    }

    /// Those of which words may be another name, the likeliest first: one name within the other, or nearly the same letters.
    func near(_ words: String) -> [Indicator] {
        guard words.count >= 2, words.count <= 60 else { return [] }
        var found: [(indicator: Indicator, distance: Int)] = []
        for (name, indicator) in all where name.contains(words) || (name.count >= 3 && words.contains(name)) {
            found.append((indicator, abs(name.count - words.count)))
        }
        if found.isEmpty, let name = NearLabel.nearest(to: words, among: all.map(\.name)) { return called(name) }
        var seen: Set<Name> = []
        return found.sorted { ($0.distance, $0.indicator.id.text) < ($1.distance, $1.indicator.id.text) }.map(\.indicator)
            .filter { seen.insert($0.id).inserted }
    }
}
