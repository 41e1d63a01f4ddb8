import Formats
import Hummingbird
import Registers
import Storage

/// The whole log as a table to take away.
enum AccessLogFile {
    static func response(_ visit: Visit, _ desk: Desk) async throws -> Response {
        let (permission, offset) = (visit.permission, desk.catalogue.site.offset)
        let entries = try await desk.book.store.read { reading in try AccessLog.entries(limit: 1_000_000, permission, in: reading) }
        var writer = CSVWriter()
        let heads = [
            Words(zh: "编号", en: "No."), Words(zh: "时间", en: "When"), Words(zh: "账号", en: "Account"), Words(zh: "类别", en: "Kind"),
            Words(zh: "内容", en: "What"), Words(zh: "来自", en: "From"), Words(zh: "变更号", en: "Change"),
        ]
        writer.row(heads.map { .text(visit($0)) })
        for entry in entries.reversed() {
            let kind = AccessLog.Kind(rawValue: entry.kind).map { visit($0.words) } ?? entry.kind
            writer.row(
                [String(entry.id), entry.at.text(offset: offset), entry.account, kind, visit(entry.words), entry.origin, String(entry.change)].map {
                    .text($0)
                })
        }
        return Reply.download(writer.take(), named: "\(visit("访问日志", "Access log")) \(desk.today.iso).csv", type: "text/csv; charset=utf-8")
    }
}
