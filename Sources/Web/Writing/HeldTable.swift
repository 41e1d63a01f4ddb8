import Foundation
import Registers
import Storage

/// A table that somebody sent to be tried, kept until it is brought in: so that what is written is what was shown.
///
/// It goes by the digest of its content, with a proof that the same session sent it: nobody reads another's table, or an
/// attachment of some record, by naming its digest.
struct HeldTable: Sendable {
    let digest: String
    let name: String
    let bytes: [UInt8]

    /// Keeps what was sent.
    init(_ file: Form.File, in files: Files) throws {
        guard file.bytes.count <= Files.limit else { throw Problem.tooLarge }
        digest = try files.add(file.bytes)
        name = file.name
        bytes = file.bytes
    }

    /// What was kept before, as a form names it.
    init(_ form: Form, _ guest: Guest, in files: Files) throws {
        let (digest, name) = (form["held"] ?? "", form["name"] ?? "")
        guard Token.same(form.typed("proof"), HeldTable.proof(digest, guest)), let bytes = try files.read(digest) else { throw Problem.foreign }
        self.digest = digest
        self.name = String(name.prefix(120))
        self.bytes = bytes
    }

    private static func proof(_ digest: String, _ guest: Guest) -> String { Token.form(of: "\(guest.session):\(digest)") }

    /// The boxes by which a form names it.
    func boxes(_ guest: Guest) -> HTML {
        """
        <input type="hidden" name="held" value="\(digest)"><input type="hidden" name="name" value="\(name)">\
        <input type="hidden" name="proof" value="\(HeldTable.proof(digest, guest))">
        """
    }

    /// The import of it into a register.
    func importing(into register: Register, _ desk: Desk, _ permission: Permission, isPartial: Bool) -> Import {
        Import(
            ImportFile(data: Data(bytes), name: name), into: register, of: desk.book, permission,
            options: ImportOptions(isPartial: isPartial))
    }
}
