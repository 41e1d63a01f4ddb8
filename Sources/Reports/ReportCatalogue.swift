public import Indicators
public import Registers
public import Storage

/// Every declared report, checked as a whole against the indicators and registers.
public struct ReportCatalogue: Sendable {
    /// In the order of their names.
    public let reports: [ReportDeclaration]

    /// The report of that name.
    public func report(_ id: Name) -> ReportDeclaration? { reports.first { $0.id == id } }

    /// The report of a name that came from outside; nil where there is none.
    public func report(named text: String) -> ReportDeclaration? { Name(text).flatMap { report($0) } }

    /// Reads `reports/*.report` with the claims and slots beside them. What is wrong is added to `diagnostics`; the rest can be used.
    public static func read(_ figures: Figures, _ diagnostics: inout Diagnostics) -> ReportCatalogue {
        let sources = figures.book.sources
        let vocabulary = Vocabulary(figures)
        var reports: [ReportDeclaration] = []
        for source in sources.inside("reports", suffix: ".report") {
            let stem = String(source.file.dropLast(".report".count))
            guard let id = Name(String(stem.dropFirst("reports/".count))) else {
                diagnostics.add(
                    Place(file: source.file, line: 1, column: 1), "name", zh: "文件名要用小写字母、数字和下划线。",
                    en: "A file's name is lower-case letters, digits and underscores.")
                continue
            }
            let claims = sources[stem + ".claims.yaml"].map { ClaimReader.claims($0, vocabulary, &diagnostics) } ?? []
            let checker = TextChecker(vocabulary: vocabulary, claims: claims)
            let slots = sources[stem + ".slots.yaml"].map { SlotReader.slots($0, checker, &diagnostics) } ?? []
            let text = MarkupReader.read(source, &diagnostics)
            checker.check(text, &diagnostics)
            reports.append(ReportDeclaration(id: id, text: text, claims: claims, slots: slots))
        }
        for source in sources.inside("reports") {
            guard let stem = [".claims.yaml", ".slots.yaml"].first(where: source.file.hasSuffix).map({ String(source.file.dropLast($0.count)) }),
                sources[stem + ".report"] != nil
            else {
                diagnostics.add(
                    Place(file: source.file, line: 1, column: 1), "stray-file", zh: "没有与它同名的 .report。", en: "There is no .report of that name.")
                continue
            }
        }
        return ReportCatalogue(reports: reports)
    }
}
