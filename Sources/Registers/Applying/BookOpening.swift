public import Foundation
import Storage

extension Book {
    /// Opens the site in a folder: `declarations/**` and `book.sqlite`, which is made where there is none.
    ///
    /// The book goes by the declarations that were applied last; texts in the folder that differ wait until they are
    /// applied. Throws `Diagnostics` where the declarations are wrong, `StoreError` where the book can't be opened, and
    /// `Refused` where the folder is no site.
    public static func open(site folder: URL, readOnly: Bool = false) throws -> Book {
        let declarations = folder.appendingPathComponent("declarations")
        let file = folder.appendingPathComponent("book.sqlite").path
        let isThere = FileManager.default.fileExists(atPath: file)
        guard FileManager.default.fileExists(atPath: declarations.appendingPathComponent("site.yaml").path) || isThere else {
            throw Refused(
                zh: "这里不是园簿的站点：\(folder.path) 里没有 declarations/site.yaml。请换到站点的文件夹，或先建立站点。",
                en: "This is no site of Yuanbu: \(folder.path) has no declarations/site.yaml. Go to the site's folder, or make a site first.")
        }
        let offered = (try? Sources(folder: declarations)) ?? Sources([])
        let store = try store(file, offered, readOnly: readOnly)
        if let applied = try store.read({ try DeclarationTable.sources(in: $0) }) {
            return Book(store: store, catalogue: try CatalogueReader.catalogue(applied), sources: applied)
        }
        return Book(store: store, catalogue: try CatalogueReader.catalogue(offered), sources: offered)
    }

    /// The store on the site's clock. A book that was begun on another keeps its own.
    private static func store(_ file: String, _ sources: Sources, readOnly: Bool) throws -> Store {
        var diagnostics = Diagnostics()
        let offset = SiteReader.site(sources, &diagnostics)?.offset ?? 28_800
        do { return try Store.open(at: file, timeZone: offset, readOnly: readOnly) } catch let error as StoreError {
            guard case .timeZone(let own) = error.cause else { throw error }
            return try Store.open(at: file, timeZone: own, readOnly: readOnly)
        }
    }
}
