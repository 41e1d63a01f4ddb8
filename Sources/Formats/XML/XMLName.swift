import Foundation

/// Name of an element while the parser holds it: its namespace and its local name.
struct XMLName {
    static let separator: CChar = 1
    private let whole: UnsafePointer<CChar>
    private let local: UnsafePointer<CChar>

    init(_ whole: UnsafePointer<CChar>) {
        self.whole = whole
        local = strrchr(whole, Int32(XMLName.separator)).map { UnsafePointer($0) + 1 } ?? whole
    }

    /// The local name, in whatever namespace: producers differ in prefixes, and strict files in namespaces.
    var string: String { String(cString: local) }

    /// The namespace's address has this in it.
    func isIn(_ part: String) -> Bool { strstr(whole, part) != nil }

    @inline(__always)
    static func == (name: XMLName, other: StaticString) -> Bool { XMLName.same(name.local, other) }

    @inline(__always)
    static func ~= (other: StaticString, name: XMLName) -> Bool { name == other }

    @inline(__always)
    static func same(_ text: UnsafePointer<CChar>, _ other: StaticString) -> Bool {
        other.withUTF8Buffer { bytes in
            for index in 0..<bytes.count where UInt8(bitPattern: text[index]) != bytes[index] { return false }
            return text[bytes.count] == 0
        }
    }
}
