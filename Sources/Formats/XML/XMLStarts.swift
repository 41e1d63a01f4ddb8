/// Takes only the beginnings of elements: for parts that say everything in attributes.
final class XMLStarts: XMLHandler {
    private let take: (XMLName, XMLAttributes) throws -> Void

    init(_ take: @escaping (XMLName, XMLAttributes) throws -> Void) { self.take = take }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws { try take(name, attributes) }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    func end(_ name: XMLName) {}
}
