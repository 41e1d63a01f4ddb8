public import Foundation

/// What a file is by its first bytes. A name's ending says only what somebody called it.
public enum FileKind: Sendable, Hashable {
    /// A zip container: .xlsx, .docx, .zip.
    case container
    /// Excel 97 or WPS .et.
    case oldWorkbook
    /// Word 97 or WPS .wps.
    case oldDocument
    /// An office file under a password: a compound file with the encrypted container inside.
    case encrypted
    /// A page of the web or other XML, which some systems export under the name .xls.
    case markup
    /// None of these: text, a picture, anything.
    case other

    /// The kind of a file in memory.
    public init(_ data: Data) {
        if data.starts(with: [0x50, 0x4B, 0x03, 0x04]) || data.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = .container
        } else if data.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            // The streams of a compound file are named in its directory, in UTF-16.
            func has(_ stream: String) -> Bool { data.range(of: Data(stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })) != nil }
            self = has("EncryptedPackage") ? .encrypted : has("WordDocument") ? .oldDocument : .oldWorkbook
        } else if data.starts(with: [0x09, 0x08, 0x10, 0x00]) || data.starts(with: [0x09, 0x08, 0x08, 0x00]) {
            self = .oldWorkbook
        } else if FileKind.isMarkup(data) {
            self = .markup
        } else {
            self = .other
        }
    }

    /// The kind of a file on disk. Throws `FormatError.unreadable`.
    public init(path: String) throws {
        let source = try ByteSource(path: path)
        func read(_ limit: Int) throws -> Data {
            var data = Data(count: limit)
            let count = try data.withUnsafeMutableBytes { try source.read(into: $0) }
            return data.prefix(count)
        }
        let head = try read(512)
        // Only a compound file must be looked through; its directory may stand anywhere.
        self.init(FileKind(head) == .oldWorkbook ? head + (try read(32 << 20)) : head)
    }

    private static func isMarkup(_ data: Data) -> Bool {
        let head = String(decoding: data.prefix(512), as: UTF8.self).drop { $0 == "\u{FEFF}" || $0.isWhitespace }.prefix(9).lowercased()
        return ["<?xml", "<html", "<!doctype", "<table", "<head", "<meta", "<style"].contains { head.hasPrefix($0) }
    }

    /// Why a file of this kind cannot be opened as a container, when it could not.
    var refusal: FormatError {
        switch self {
        case .container: .damaged(part: "zip")
        case .oldWorkbook: .oldWorkbook
        case .oldDocument: .oldDocument
        case .encrypted: .encrypted
        case .markup: .markup
        case .other: .notContainer
        }
    }
}
