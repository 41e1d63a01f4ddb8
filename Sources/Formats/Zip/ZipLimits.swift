/// How much a container may hold before it is refused. A packed file of a few kilobytes can claim, or truly hold, gigabytes.
public struct ZipLimits: Sendable {
    /// Most parts in the container.
    public var parts = 10_000
    /// Most bytes that one part may inflate to.
    public var partBytes = 512 << 20
    /// Most bytes that may be inflated from one container in all, by everything that reads it.
    public var totalBytes = 1 << 30
    /// Most times a part may exceed its packed size, once it has passed `ratioFrom` bytes. Real sheets stay below a hundred;
    /// deflate can reach 1032.
    public var ratio = 250
    /// Bytes that may be inflated before `ratio` is asked.
    public var ratioFrom = 16 << 20

    /// The limits that are usual for an office file.
    public init() {}
}
