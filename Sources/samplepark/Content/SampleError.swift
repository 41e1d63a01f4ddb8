public import Storage

/// Something is wrong with the content of the sample park.
public struct SampleError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Which file of `Samples`, and the line in it, from 1; 0 where it is the whole file.
    public let file: String
    public let line: Int
    public let words: Words

    init(_ file: String, _ line: Int, zh: String, en: String) {
        self.file = file
        self.line = line
        words = Words(zh: zh, en: en)
    }

    public var description: String { "\(file):\(line): \(words.zh) \(words.en)" }
}
