/// One part of a container as its directory describes it; what the directory says is checked when the part is read.
public struct ZipEntry: Hashable, Sendable {
    /// Name with slashes, `xl/workbook.xml`. It is a key and not a path: nothing is ever unpacked to a disk by it.
    public let name: String
    /// Bytes it says that it inflates to.
    public let size: Int
    /// Bytes it takes in the container.
    public let packed: Int
    let index: UInt64
    let isEncrypted: Bool
}
