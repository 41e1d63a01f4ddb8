import Indicators
import Registers
import Storage

/// The names that reports, claims and slots may use, and the one checker of expressions over them.
struct Vocabulary {
    let catalogue: Catalogue
    /// What is wrong with an expression; the register is given where it is asked of each record of it.
    let check: (Formula, Name?) -> [Diagnostic]

    /// The unit of what an expression gives; nil where it has none, or can't be read.
    let unit: (Formula) -> String?

    init(_ figures: Figures) {
        unit = { formula in
            guard case .number(let unit)? = try? figures.type(of: formula) else { return nil }
            return unit?.symbol
        }

        catalogue = figures.book.catalogue
        check = { figures.check($0, over: $1) }
    }
}
