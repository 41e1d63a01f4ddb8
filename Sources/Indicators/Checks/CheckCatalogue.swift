public import Registers
import Storage

/// Every declared check, and the wrong terms that texts are searched for.
public struct CheckCatalogue: Sendable {
    /// In the order of the files and of the declarations in them.
    public let checks: [Check]
    public let terms: WrongTerms

    /// The check of a name that came from outside; nil where there is none.
    public func check(named text: String) -> Check? { checks.first { $0.id.text == text } }

    /// Reads `checks/*.yaml`. What is wrong is added to `diagnostics`; the rest can be used.
    public static func read(_ figures: Figures, _ diagnostics: inout Diagnostics) -> CheckCatalogue {
        let sources = figures.book.sources.inside("checks")
        let terms = sources.first { $0.file == WrongTerms.file }.map { WrongTerms.read($0, &diagnostics) } ?? WrongTerms([])
        var checks: [Check] = []
        for source in sources where source.file != WrongTerms.file {
            for check in CheckReader.checks(source, figures, terms, &diagnostics) {
                if let earlier = checks.first(where: { $0.id == check.id }) {
                    diagnostics.add(
                        check.place, "duplicate", zh: "规则“\(check.id.text)”已在 \(earlier.place) 声明。",
                        en: "The check “\(check.id.text)” is already declared at \(earlier.place).")
                } else {
                    checks.append(check)
                }
            }
        }
        return CheckCatalogue(checks: checks, terms: terms)
    }
}
