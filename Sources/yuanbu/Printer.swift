import Foundation
import Registers
import Storage

/// Prints documents as PDF by LibreOffice, where the machine has it.
enum Printer {
    /// A blank page before the imprint stays, so that the imprint is on an even page (GB/T 9704-2012 7.4).
    private static let target = #"pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}"#
    /// How long a document may take.
    private static let patience: TimeInterval = 120

    /// The PDF of a DOCX. Throws `Refused` where there is no LibreOffice, or where it makes nothing of the document.
    static func pdf(of document: Data) throws -> Data {
        guard let program = program else {
            throw Refused(
                zh: "转成 PDF 要用 LibreOffice，本机没有找到。请安装（Debian：apt install libreoffice-writer），或先导出 docx 再用 WPS、Word 另存。",
                en:
                    "PDF needs LibreOffice, which was not found. Install it (Debian: apt install libreoffice-writer), or save the docx as PDF in WPS or Word."
            )
        }
        let files = FileManager.default
        let folder = files.temporaryDirectory.appendingPathComponent("yuanbu-print-\(UUID().uuidString)", isDirectory: true)
        try files.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? files.removeItem(at: folder) }
        try document.write(to: folder.appendingPathComponent("report.docx"))
        let process = Process()
        process.executableURL = program
        // A profile of its own, so that it neither waits for a window that is open nor leaves anything behind.
        process.arguments = [
            "-env:UserInstallation=\(folder.appendingPathComponent("profile").absoluteString)", "--headless", "--convert-to", target, "--outdir",
            folder.path, folder.appendingPathComponent("report.docx").path,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let late = DispatchWorkItem { process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: late)
        process.waitUntilExit()
        late.cancel()
        guard let data = try? Data(contentsOf: folder.appendingPathComponent("report.pdf")), process.terminationStatus == 0 else {
            throw Refused(
                zh: "LibreOffice 没有转出 PDF。请先导出 docx，用它打开看看能否正常显示。",
                en: "LibreOffice made no PDF. Write a docx first and see whether it opens there.")
        }
        return data
    }

    /// `soffice` on the path.
    private static var program: URL? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/usr/local/bin"
        return path.split(separator: ":").lazy.flatMap { folder in ["soffice", "libreoffice"].map { URL(fileURLWithPath: "\(folder)/\($0)") } }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
}
