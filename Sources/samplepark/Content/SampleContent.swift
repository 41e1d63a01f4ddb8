import Foundation
import Storage

/// Everything that is read from the folder `Samples`.
struct SampleContent {
    let enterprises: [Enterprise]
    private let places: [String: Int]
    let products: [ContentRow]
    let producers: [Producer]
    let projects: [ContentRow]
    let stoppages: [ContentRow]
    /// Forms that came late, or never.
    let late: [ContentRow]
    let revisions: [Revision]
    /// What meters measured, by stretches of months, and which dials were misread.
    let water: [ContentRow]
    let misreadings: [ContentRow]
    /// How many repairs of a kind a year had, and what they came to.
    let upkeep: [ContentRow]
    /// How much each channel published in a year.
    let publications: [ContentRow]
    /// How often an office was late, early or missing in a year, and days that were counted wrong.
    let conduct: [ContentRow]
    let miscounts: [ContentRow]
    /// The files of `records`, by register.
    let records: [(register: String, content: ContentFile)]

    init(_ folder: URL) throws {
        let firms = try ContentFile(folder, "enterprises.csv")
        var enterprises = try firms.rows.enumerated().map { try Enterprise($1, number: $0) }
        let places = Dictionary(enterprises.enumerated().map { ($1.short, $0) }) { first, _ in first }
        for row in try ContentFile(folder, "performance.csv").rows {
            guard let place = places[row["enterprise"]] else { throw SampleContent.unknown(row) }
            enterprises[place].years[Int(try row.whole("year"))] = Enterprise.Year(
                output: try row.hundredths("output"), profit: row.cells["profit"] == nil ? nil : try row.hundredths("profit"),
                tax: try row.hundredths("tax"), refunded: try row.hundredths("refunded"), employees: try row.whole("employees"))
        }
        self.enterprises = enterprises
        self.places = places
        products = try ContentFile(folder, "products.csv").rows
        var producers: [Producer] = []
        for row in try ContentFile(folder, "production.csv").rows {
            guard places[row["enterprise"]] != nil else { throw SampleContent.unknown(row) }
            let (product, enterprise) = (try row.text("product"), row["enterprise"])
            let year = Producer.Year(quantity: try row.hundredths("quantity"), value: try row.hundredths("value"))
            if let place = producers.firstIndex(where: { $0.product == product && $0.enterprise == enterprise }) {
                producers[place].years[Int(try row.whole("year"))] = year
            } else {
                producers.append(Producer(product: product, enterprise: enterprise, years: [Int(try row.whole("year")): year]))
            }
        }
        self.producers = producers
        projects = try ContentFile(folder, "projects.csv").rows
        stoppages = try ContentFile(folder, "stoppages.csv").rows
        late = try ContentFile(folder, "late.csv").rows
        revisions = try ContentFile(folder, "revisions.csv").rows.map { try Revision($0) }
        water = try ContentFile(folder, "water.csv").rows
        misreadings = try ContentFile(folder, "misreadings.csv").rows
        upkeep = try ContentFile(folder, "upkeep.csv").rows
        publications = try ContentFile(folder, "publications.csv").rows
        conduct = try ContentFile(folder, "conduct.csv").rows
        miscounts = try ContentFile(folder, "miscounts.csv").rows
        let folderOfRecords = folder.appendingPathComponent("records")
        let names = try FileManager.default.contentsOfDirectory(atPath: folderOfRecords.path).filter { $0.hasSuffix(".csv") }.sorted()
        records = try names.map { (String($0.dropLast(4)), try ContentFile(folderOfRecords, $0)) }
    }

    /// The rows of a file of `records`; none where there is no such file.
    func rows(of register: String) -> [ContentRow] { records.first { $0.register == register }?.content.rows ?? [] }

    /// The firm of that short name.
    func enterprise(_ short: String) -> Enterprise? { places[short].map { enterprises[$0] } }

    /// What a firm makes of a product.
    func producer(_ product: String, _ enterprise: String) -> Producer? {
        producers.first { $0.product == product && $0.enterprise == enterprise }
    }

    /// What a firm corrected afterwards in the form of a month.
    func revision(_ enterprise: String, _ month: MonthOf) -> Revision? {
        revisions.first { $0.enterprise == enterprise && $0.month == month }
    }

    private static func unknown(_ row: ContentRow) -> SampleError {
        SampleError(row.file, row.line, zh: "没有“\(row["enterprise"])”这家企业。", en: "There is no such firm.")
    }
}
