import Foundation
import Indicators
import Registers
import Reports
import SamplePark
import Storage
import Testing

/// The sample park's book, filled once for all tests. Those that only read share it; one that writes gets a copy of its own.
enum SampleBook {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The site's folder, its book closed, or why it could not be made.
    private static let filled = Result { try fill() }

    private static let opened = Result { try OpenPark(filled.get(), readOnly: true) }

    /// The site of all tests, which nobody can write to.
    static func shared() throws -> OpenPark { try opened.get() }

    /// A site of one's own.
    static func own() throws -> OpenPark {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("park-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: try filled.get(), to: folder)
        return try OpenPark(folder, reading: try shared().drafts)
    }

    /// One for each run of the tests; it goes when they end.
    private static var place: URL {
        FileManager.default.temporaryDirectory.appendingPathComponent("park-filled-\(ProcessInfo.processInfo.processIdentifier)")
    }

    private static func fill() throws -> URL {
        let folder = place
        try? FileManager.default.removeItem(at: folder)
        atexit { try? FileManager.default.removeItem(at: SampleBook.place) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: root.appendingPathComponent("Declarations"), to: folder.appendingPathComponent("declarations"))
        let empty = try Book.open(site: folder)
        let declarations = Declarations(empty)
        let intent = Intent(subject: "console", reason: "新建站点", kind: "apply", at: Timeline.begins)
        let book = try declarations.apply(try declarations.plan(empty.sources), intent: intent)
        try Timeline.fill(
            book, samples: root.appendingPathComponent("Samples"), files: Files(folder: folder.appendingPathComponent("files").path))
        return folder
    }
}

/// A filled site, open; the folder of a copy goes when it does.
final class OpenPark: Sendable {
    let folder: URL
    let book: Book
    let drafts: Drafts
    var records: Records { Records(book, .console) }

    private let isOwn: Bool

    /// Opens the site that all tests read, and reads what is declared for it.
    init(_ folder: URL, readOnly: Bool) throws {
        self.folder = folder
        isOwn = false
        book = try Book.open(site: folder, readOnly: readOnly)
        var diagnostics = Diagnostics()
        let indicators = IndicatorCatalogue.read(book.sources, book.catalogue, &diagnostics)
        let figures = Figures(book, indicators)
        drafts = Drafts(figures, ReportCatalogue.read(figures, &diagnostics))
        guard diagnostics.all.isEmpty else { throw diagnostics }
    }

    /// Opens a copy of it, for which the same is declared.
    init(_ folder: URL, reading declared: Drafts) throws {
        self.folder = folder
        isOwn = true
        book = try Book.open(site: folder)
        drafts = Drafts(Figures(book, declared.figures.indicators), declared.catalogue)
    }

    deinit { if isOwn { try? FileManager.default.removeItem(at: folder) } }

    /// The slots and printed facts of the annual report as they are printed, as programs get them.
    func printed(_ year: Int, asOf: Int64? = nil) throws -> [String: String] {
        struct Slot: Decodable {
            var slot: String?
            var id: String?
            var printed: String
        }
        struct Report: Decodable {
            var figures: [Slot]
            var printedFacts: [Slot]
        }
        let report = try JSONDecoder().decode(Report.self, from: ReportJSON(try drafts.report("annual", year: year, asOf: asOf)).data())
        return Dictionary(uniqueKeysWithValues: (report.figures + report.printedFacts).map { ($0.slot ?? $0.id ?? "", $0.printed) })
    }

    func verdict(_ claim: String, _ year: Int = 2022) throws -> Verdict? { try drafts.report("annual", year: year).claim(claim)?.verdict }

    /// The number of the last change.
    func last() throws -> Int64 { try book.store.read { try $0.lastChange().number } }

    /// The numbers of the records of a register that a condition finds.
    func ids(_ register: Name, _ condition: SQL) throws -> [Int64] {
        try book.store.read { reading in
            try reading.rows("SELECT id FROM \(Register.tableName(register)) WHERE void = 0 AND (\(condition)) ORDER BY id").compactMap {
                $0.integer(at: 0)
            }
        }
    }

    /// Writes one change on the day after the story's end.
    func write(_ body: (Writing) throws -> Void) throws {
        guard let day = Day(2023, 2, 1), let at = Moment(day, hour: 9, offset: 28_800) else { return }
        try book.store.write(Intent(subject: "console", reason: "试验", kind: "edit", at: at), body)
    }
}

extension OpenPark {
    /// The last change before a day began on the site's clock.
    func changeBefore(_ day: String) throws -> Int64? {
        guard let day = Day(iso: day), let moment = Moment(day, offset: 28_800) else { return nil }
        return try book.store.read { reading in
            try reading.value("SELECT max(number) FROM change WHERE at < \(moment.milliseconds)").integer
        }
    }

    /// The exact value of an expression over figures.
    func value(_ text: String, _ period: String, asOf: Int64? = nil) throws -> String {
        let formula = try FormulaParser.formula(text, at: Place(file: "test", line: 1, column: 1))
        let period = try #require(Period(period))
        return try book.store.read { reading in
            switch try drafts.figures.evaluate(formula, period, scope: "park", asOf: asOf, in: reading).value {
            case .amount(let amount): amount.description
            case let other: "\(other)"
            }
        }
    }
}
