import Foundation

/// Turns another encoding into UTF-8, by the C library's iconv.
final class TextConverter {
    private let handle: iconv_t

    init(from encoding: TextEncoding) throws {
        handle = iconv_open("UTF-8", encoding.iconvName)
        guard handle != iconv_t(bitPattern: -1) else { throw FormatError.notText(line: 1) }
    }

    deinit { iconv_close(handle) }

    /// Converts as much as is whole and fits; returns the bytes used and the bytes made. Nothing used of something means that
    /// what comes next is cut off or is no text.
    func convert(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> (used: Int, made: Int) {
        var from = UnsafeMutableRawPointer(mutating: input.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = input.count
        var room = output.count
        _ = iconv(handle, &from, &left, &to, &room)
        return (input.count - left, output.count - room)
    }
}
