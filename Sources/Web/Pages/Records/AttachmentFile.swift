import Foundation
import Hummingbird
import Registers
import Storage

/// A file that is attached to a record, for whoever may see the field that it stands in.
struct AttachmentFile {
    let register: Register
    let record: Int64
    let digest: String

    /// The file as a download: browsers never show it as a page of this site. A `Problem` where the record, as it is or was known,
    /// has no such file, or the site's folder no longer has it.
    func response(_ visit: Visit, _ desk: Desk) async throws -> Response {
        let missing = Problem.missing(zh: "没有这个附件，或者它已不在站点的文件夹里。", en: "There is no such file, or it is no longer in the site's folder.")
        guard let files = desk.files else { throw missing }
        let found = try await desk.book.store.read { reading in
            try desk.records(visit).record(record, of: register, asOf: try desk.asOf(visit, reading), in: reading).flatMap { attachment(of: $0) }
        }
        guard let attachment = found, let path = files.path(of: attachment.digest) else { throw missing }
        return try await TemporaryFile.download(named: attachment.name, type: "application/octet-stream") { copy in
            guard let bytes = try files.read(attachment.digest) else { throw StoreError(.corrupt, detail: path) }
            try Data(bytes).write(to: URL(fileURLWithPath: copy))
        }
    }

    private func attachment(of record: Record) -> FileField.Attachment? {
        register.activeFields.filter { $0.kind is FileField }.flatMap { FileField.attachments(record[$0.id]) }.first { $0.digest == digest }
    }
}
