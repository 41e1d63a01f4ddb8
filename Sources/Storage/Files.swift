/// The files of a site, each under the SHA-256 of its bytes: the same file twice is kept once, and none is ever altered.
public struct Files: Sendable {
    /// Where they lie.
    public let folder: String
    /// The most that one file may have, in bytes.
    public static let limit = 20 << 20

    public init(folder: String) { self.folder = folder }
}
