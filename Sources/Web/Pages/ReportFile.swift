import Formats
import Foundation
import Hummingbird
import Indicators
import Reports
import Storage

/// A report as a file: an editable document, plain text, or JSON for programs.
struct ReportFile {
    /// The kinds of file, by the ending of the address.
    enum Form: String {
        case docx, txt, json
    }

    let id: String
    let period: Period
    let form: Form

    /// Reads `2022.docx` or `2022-W07.docx`; nil where the last piece of the address is no file.
    init?(_ id: String, _ last: String) {
        let parts = last.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let period = Period(String(parts[0])), let form = Form(rawValue: String(parts[1])) else { return nil }
        self.id = id
        self.period = period
        self.form = form
    }

    func response(_ visit: Visit, _ desk: Desk) async throws -> Response {
        let report = try await desk.book.store.read { reading in
            guard let written = visit["edition"] else { return try ReportPage.compiled(id, period, visit, desk, reading) }
            guard let number = Int(written) else { throw Problem.missing(zh: "没有这一版。", en: "There is no such edition.") }
            return try EditionPage.frozen(id, period, number, desk, reading).report
        }
        let name = "\(report.title)\(period)\(report.edition?.words(.zh) ?? "").\(form.rawValue)"
        switch form {
        case .txt: return Reply.download(Array(report.plainText.utf8), named: name, type: "text/plain; charset=utf-8")
        case .json: return Reply.download(Array(try ReportJSON(report).data()), named: name, type: "application/json")
        case .docx:
            let document = ReportDocument(report, made: desk.today, declarations: desk.catalogue.digest).document
            return try await TemporaryFile.download(named: name, type: TemporaryFile.word) { try DocumentWriter(document).write(to: $0) }
        }
    }
}
