public import Storage

/// What a site's declarations are, were, and would become. The site owns its texts; the book goes by those that were applied.
public struct Declarations: Sendable {
    public let book: Book

    public init(_ book: Book) { self.book = book }

    /// The texts that were in force when a change was the last; nil before the first were applied.
    public func sources(asOf change: Int64? = nil, in reading: Reading) throws -> Sources? {
        try DeclarationTable.sources(asOf: change, in: reading)
    }

    /// What applying these texts would do, in sentences. Throws `Diagnostics` where they are wrong in themselves; what can't
    /// be done to the records that there are is among the plan's obstacles.
    public func plan(_ sources: Sources) throws -> DeclarationPlan {
        let catalogue = try CatalogueReader.catalogue(sources)
        let wanted = Book(store: book.store, catalogue: catalogue, sources: sources).tables
        let schema = try book.store.plan([DeclarationTable.table] + wanted)
        return try book.store.read { reading in
            let former = try DeclarationTable.sources(in: reading)
            // Texts that were right for an older release may be wrong for this one: they are compared as far as they can be read.
            var ignored = Diagnostics()
            let old = former.flatMap { CatalogueReader.read($0, &ignored) }
            var comparison = DeclarationComparison(old: old, new: catalogue, reading: reading)
            try comparison.compare()
            comparison.compareFiles(former, sources)
            if former != nil { comparison.compareTables(schema) }
            return DeclarationPlan(
                sources: sources, catalogue: catalogue, former: former.map { CatalogueReader.digest($0) }, sentences: comparison.sentences,
                obstacles: comparison.obstacles, refreshes: comparison.refreshes)
        }
    }

    /// Does a plan in one change and keeps every text with its digest, who and when. Answers the book under the new declarations.
    ///
    /// Throws `Refused` where the plan has obstacles, or where other declarations were applied since it was made.
    @discardableResult
    public func apply(_ plan: DeclarationPlan, intent: Intent) throws -> Book {
        guard plan.obstacles.isEmpty else { throw Declarations.refused(plan.obstacles) }
        let book = Book(store: book.store, catalogue: plan.catalogue, sources: plan.sources)
        let schema = try book.store.plan([DeclarationTable.table] + book.tables)
        guard schema.obstacles.isEmpty else { throw Declarations.refused(schema.obstacles.map(\.words)) }
        try book.store.write(intent) { writing in
            let former = try DeclarationTable.sources(in: writing)
            guard former.map({ CatalogueReader.digest($0) }) == plan.former else {
                throw Refused(zh: "计划作出之后又有人应用了别的声明，请重新生成计划。", en: "Other declarations were applied since the plan was made; make it anew.")
            }
            try writing.apply(schema)
            for (name, refresh) in plan.refreshes.sorted(by: { $0.key.text < $1.key.text }) {
                guard let register = plan.catalogue.register(name) else { continue }
                try RecordRefresh(register, plan.catalogue, refresh).run(in: writing)
            }
            try DeclarationTable.keep(plan.sources, over: former, in: writing)
        }
        return book
    }

    private static func refused(_ obstacles: [Words]) -> Refused {
        Refused(
            zh: "这些声明不能应用：\n" + obstacles.map(\.zh).joined(separator: "\n"),
            en: "These declarations can't be applied:\n" + obstacles.map(\.en).joined(separator: "\n"))
    }
}
