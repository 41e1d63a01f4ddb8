import Crypto

/// SHA-256 over bytes that come in small pieces, gathered in memory of its own before they are hashed.
struct DigestStream: ~Copyable {
    private var hash = SHA256()
    private var memory: UnsafeMutableRawPointer
    private var capacity: Int
    private var used = 0

    init(capacity: Int = 1 << 10) {
        self.capacity = capacity
        memory = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit { memory.deallocate() }

    /// Makes room for so many bytes and answers where they go; say `advance(by:)` how many it became.
    @inline(__always)
    mutating func room(for count: Int) -> UnsafeMutableRawPointer {
        if count > capacity - used { makeRoom(for: count) }
        return memory + used
    }

    @inline(__always)
    mutating func advance(by count: Int) { used += count }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress else { return }
        if bytes.count > capacity - used { flush() }
        guard bytes.count <= capacity else { return hash.update(bufferPointer: bytes) }
        room(for: bytes.count).copyMemory(from: base, byteCount: bytes.count)
        advance(by: bytes.count)
    }

    mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBytes { append($0) } }

    /// The digest of all that was added.
    mutating func finish() -> [UInt8] {
        flush()
        return Array(hash.finalize())
    }

    private mutating func flush() {
        guard used > 0 else { return }
        hash.update(bufferPointer: UnsafeRawBufferPointer(start: memory, count: used))
        used = 0
    }

    private mutating func makeRoom(for count: Int) {
        flush()
        guard count > capacity || capacity < 1 << 15 else { return }
        capacity = max(count, min(capacity * 4, 1 << 15))
        memory.deallocate()
        memory = .allocate(byteCount: capacity, alignment: 16)
    }

    /// The digest of a few bytes at once.
    static func digest(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }
}
