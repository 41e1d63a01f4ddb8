import Foundation
import Hummingbird
import Registers
import Storage

/// The whole of a filtered list as a file, exactly what the list's address says.
struct ExportFile {
    let register: String
    let visit: Visit
    let desk: Desk

    init(_ register: String, _ visit: Visit, _ desk: Desk) {
        self.register = register
        self.visit = visit
        self.desk = desk
    }

    /// The file; who took it out is noted in the access log.
    func response(from origin: String) async throws -> Response {
        let register = try desk.register(named: register, visit)
        guard let form = Export.Form(rawValue: visit["format"] ?? "xlsx") else {
            throw Problem.invalid([Words(zh: "导出格式只有 xlsx 和 csv。", en: "A list is exported as xlsx or csv.")])
        }
        var address = ListAddress(visit)
        let desk = desk
        let visit = visit
        address.asOf = try await desk.book.store.read { try desk.asOf(visit, $0) }
        let query = try address.strictQuery(register, desk.catalogue, today: desk.today)
        if let account = visit.guest.account {
            let named = try await desk.book.store.read { reading in try query.filters.named(desk.catalogue, asOf: query.asOf, in: reading) }
            try AccessLog.write(
                account.name, .export,
                Words(
                    zh: "\(register.name.zh)（\(form.rawValue)）\(named.sentence(.zh))",
                    en: "\(register.name.en) (\(form.rawValue)) \(named.sentence(.en))"),
                from: origin, at: .now(), to: desk.book.store)
        }
        let export = Export(query, of: desk.book, visit.permission, language: visit.language)
        let name = "\(visit(register.name)) \(desk.today.iso).\(form.rawValue)"
        let type = form == .csv ? "text/csv; charset=utf-8" : TemporaryFile.workbook
        return try await TemporaryFile.download(named: name, type: type) { _ = try export.write(to: $0, as: form, at: .now()) }
    }
}
