/// Attributes of an element while the parser holds them, asked by local name.
struct XMLAttributes {
    let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// The value of an attribute, where it has it.
    subscript(name: StaticString) -> String? { bytes(name).map { String(cString: $0) } }

    /// The value of an attribute without namespace, without making text.
    @inline(__always)
    func plain(_ name: StaticString) -> UnsafePointer<CChar>? {
        guard var at = list else { return nil }
        while let key = at[0], let value = at[1] {
            if XMLName.same(key, name) { return value }
            at += 2
        }
        return nil
    }

    /// The value of an attribute in whatever namespace, without making text.
    @inline(__always)
    func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
        guard var at = list else { return nil }
        while let key = at[0], let value = at[1] {
            if XMLName.same(key, name) || XMLName(key) == name { return value }
            at += 2
        }
        return nil
    }
}
