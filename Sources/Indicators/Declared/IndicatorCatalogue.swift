public import Registers
public import Storage

/// Every declared indicator, checked as a whole.
public struct IndicatorCatalogue: Sendable {
    /// In the order of the files and of the declarations in them.
    public let indicators: [Indicator]
    private let index: [Name: Int]

    init(_ indicators: [Indicator]) {
        self.indicators = indicators
        index = Dictionary(indicators.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The indicator of that name.
    public func indicator(_ id: Name) -> Indicator? { index[id].map { indicators[$0] } }

    /// The indicator of a name that came from outside; nil where there is none.
    public func indicator(named text: String) -> Indicator? { Name(text).flatMap { indicator($0) } }

    /// What expressions need to know of each.
    var known: [Name: FigureReader.Known] {
        Dictionary(
            indicators.map { ($0.id, .init(unit: $0.unit, places: $0.places, gives: $0.gives, digest: $0.digest)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Reads `indicators/*.yaml`. What is wrong is added to `diagnostics`; the rest can be used.
    public static func read(_ sources: Sources, _ catalogue: Catalogue, _ diagnostics: inout Diagnostics) -> IndicatorCatalogue {
        var reader = IndicatorReader(catalogue: catalogue, diagnostics: diagnostics)
        let result = reader.read(sources)
        diagnostics = reader.diagnostics
        return result
    }
}
