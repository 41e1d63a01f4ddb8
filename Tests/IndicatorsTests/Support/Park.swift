import Foundation
import Indicators
import Registers
import Storage
import Testing

/// A small park: its declarations, an empty book for them, and short ways to write into it and to ask it.
final class Park {
    let book: Book
    let figures: Figures
    let memory = FigureMemory()
    private var minute: Int64 = 0

    /// - Parameters:
    ///   - indicators: the text of an indicators file.
    ///   - more: further files, or other texts for the ones below.
    init(_ indicators: String, more: [String: String] = [:]) throws {
        let sources = Park.sources(indicators, more: more)
        var diagnostics = Diagnostics()
        let catalogue = try #require(CatalogueReader.read(sources, &diagnostics), "\(diagnostics.text(.en))")
        let declared = IndicatorCatalogue.read(sources, catalogue, &diagnostics)
        try #require(diagnostics.isEmpty, "\(diagnostics.text(.en))")
        let store = try Store.temporary()
        book = Book(store: store, catalogue: catalogue, sources: sources)
        figures = Figures(book, declared, memory: memory)
        let tables = book.tables
        try write { try $0.apply(store.plan(tables)) }
    }

    /// What is wrong with an indicators file, one line each.
    static func problems(_ indicators: String, more: [String: String] = [:]) -> [String] {
        let sources = sources(indicators, more: more)
        var diagnostics = Diagnostics()
        guard let catalogue = CatalogueReader.read(sources, &diagnostics), diagnostics.isEmpty else { return ["catalogue: \(diagnostics.text(.en))"] }
        _ = IndicatorCatalogue.read(sources, catalogue, &diagnostics)
        return diagnostics.sorted.map { $0.text(.en) }
    }

    static func sources(_ indicators: String, more: [String: String]) -> Sources {
        var files = Park.files
        files["indicators/economy.yaml"] = indicators
        for (file, text) in more { files[file] = text }
        return Sources(files.map { Source(file: $0.key, text: $0.value) }.sorted { $0.file < $1.file })
    }

    // MARK: writing

    @discardableResult
    func write<T>(_ body: (Writing) throws -> T) throws -> T {
        minute += 1
        let intent = Intent(subject: "console", reason: "test", kind: "edit", at: Moment(milliseconds: 1_640_000_000_000 + minute * 60_000))
        return try #require(try book.store.write(intent, body).value)
    }

    func register(_ name: Name) throws -> Register { try #require(book.catalogue.register(name)) }

    @discardableResult
    func add(_ register: Name, _ values: [Name: Value], in writing: Writing) throws -> Int64 {
        try writing.add(values, to: try self.register(register).table)
    }

    @discardableResult
    func add(_ register: Name, _ values: [Name: Value]) throws -> Int64 { try write { try add(register, values, in: $0) } }

    func change(_ register: Name, _ id: Int64, _ values: [Name: Value]) throws {
        try write { _ = try $0.replace(id, with: values, in: try self.register(register).table) }
    }

    func void(_ register: Name, _ id: Int64) throws { try change(register, id, ["void": .integer(id)]) }

    func firm(_ title: String, movedIn: Int = 2019_01_01, zone: String = "core", after predecessor: Int64? = nil) throws -> Int64 {
        try add(
            "enterprise",
            [
                "name": .text(title), "title": .text(title), "zone": .text(zone), "moved_in": .integer(Int64(movedIn)),
                "predecessor": predecessor.map { .integer($0) } ?? .null, "state": "in_operation",
            ])
    }

    /// A monthly form in 万元; cumulatives.
    @discardableResult
    func sales(
        _ firm: Int64, _ month: Int, _ toDate: Int64, prior: Int64? = nil, zone: String = "core", state: String = "locked", origin: String = "filed"
    ) throws -> Int64 {
        try add(
            "sales",
            [
                "enterprise": .integer(firm), "month": .integer(Int64(month * 100 + 1)), "output_to_date": .integer(toDate * 100),
                "output_prior": prior.map { .integer($0 * 100) } ?? .null, "zone": .text(zone), "state": .text(state), "origin": .text(origin),
                "title": .text("\(firm) \(month)"),
            ])
    }

    @discardableResult
    func tax(_ firm: Int64, _ day: Int, _ paid: Int64) throws -> Int64 {
        try add(
            "tax_payment",
            ["enterprise": .integer(firm), "received": .integer(Int64(day)), "paid": .integer(paid * 100), "title": .text("\(firm) \(day)")])
    }

    // MARK: asking

    func figure(_ id: Name, _ period: String, scope: Name = "park", asOf: Int64? = nil) throws -> Figure {
        let period = try #require(Period(period))
        return try book.store.read { try figures.figure(id, period, scope: scope, asOf: asOf, in: $0) }
    }

    func evaluate(_ text: String, _ period: String, scope: Name = "park", asOf: Int64? = nil) throws -> Figure {
        let period = try #require(Period(period))
        let formula = try Park.formula(text)
        return try book.store.read { try figures.evaluate(formula, period, scope: scope, asOf: asOf, in: $0) }
    }

    /// The expression as it is printed.
    func printed(_ text: String, _ period: String, scope: Name = "park", asOf: Int64? = nil) throws -> String {
        try evaluate(text, period, scope: scope, asOf: asOf).printed()
    }

    static func formula(_ text: String) throws -> Formula {
        try FormulaParser.formula(text, at: Place(file: "test", line: 1, column: 1))
    }

    func breakdown(_ text: String, by register: Name, where filter: String? = nil, _ period: String, scope: Name = "park") throws -> [Member] {
        let period = try #require(Period(period))
        let formula = try Park.formula(text)
        let condition = try filter.map { try Park.formula($0) }
        return try book.store.read { try figures.breakdown(formula, by: register, where: condition, period, scope: scope, in: $0) }
    }
}
