public import Registers
public import Storage

/// Every declared indicator, checked as a whole.
public struct IndicatorCatalogue: Sendable {
    /// In the order of the files and of the declarations in them.
    public let indicators: [Indicator]
    /// What expressions need to know of each.
    let known: [Name: FigureReader.Known]
    let byName: [Name: Indicator]

    init(_ indicators: [Indicator]) {
        self.indicators = indicators
        byName = Dictionary(indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        known = Dictionary(
            indicators.map { ($0.id, .init(unit: $0.unit, places: $0.places, gives: $0.gives, digest: $0.digest)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The indicator of that name.
    public func indicator(_ id: Name) -> Indicator? { byName[id] }

    /// The indicator of a name that came from outside; nil where there is none.
    public func indicator(named text: String) -> Indicator? { Name(text).flatMap { indicator($0) } }

    /// Reads `indicators/*.yaml`. What is wrong is added to `diagnostics`; the rest can be used.
    public static func read(_ sources: Sources, _ catalogue: Catalogue, _ diagnostics: inout Diagnostics) -> IndicatorCatalogue {
        var reader = IndicatorReader(catalogue: catalogue, diagnostics: diagnostics)
        let result = reader.read(sources)
        diagnostics = reader.diagnostics
        return result
    }
}
