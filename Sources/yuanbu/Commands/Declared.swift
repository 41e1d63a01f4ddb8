import Foundation
import Indicators
import Registers
import Reports
import Storage

/// Everything that a site declares, read and checked through all storeys.
struct Declared {
    let book: Book
    let figures: Figures
    let reports: ReportCatalogue
    let checks: Checks

    var catalogue: Catalogue { book.catalogue }
    var indicators: IndicatorCatalogue { figures.indicators }

    /// The declarations in a site's folder, applied or not; throws all their diagnostics at once. Its book is empty.
    static func waiting(in folder: URL) throws -> Declared {
        let declarations = folder.appendingPathComponent("declarations", isDirectory: true)
        guard let sources = try? Sources(folder: declarations) else {
            throw Refused(
                zh: "“\(folder.lastPathComponent)”不是园簿的站点：没有 declarations 文件夹。用 yuanbu init 新建一个。",
                en: "“\(folder.lastPathComponent)” is no site: it has no declarations folder. Make one with yuanbu init.")
        }
        return try Declared(sources, isNew: true) { Book(store: try Store.temporary(timeZone: $0.site.offset), catalogue: $0, sources: sources) }
    }

    /// The open book of a site with the declarations that it goes by.
    static func book(in folder: URL, readOnly: Bool) throws -> Declared {
        let book = try Book.open(site: folder, readOnly: readOnly)
        return try Declared(book.sources, isNew: false) { _ in book }
    }

    /// What a site goes by already may be older than a rule of the language that asks for more to be written.
    private init(_ sources: Sources, isNew: Bool, book: (Catalogue) throws -> Book) throws {
        var diagnostics = Diagnostics()
        guard let catalogue = CatalogueReader.read(sources, &diagnostics) else { throw diagnostics }
        let indicators = IndicatorCatalogue.read(sources, catalogue, &diagnostics)
        self.book = try book(catalogue)
        figures = Figures(self.book, indicators, published: ReleasedFigures(self.book))
        reports = ReportCatalogue.read(figures, &diagnostics)
        checks = Checks(figures, CheckCatalogue.read(figures, &diagnostics))
        if isNew {
            WrittenDuties(catalogue).check(sources, &diagnostics)
            WrittenBases(indicators).check(sources, &diagnostics)
        }
        guard diagnostics.isEmpty else { throw diagnostics }
    }
}
