/// Takes what is in XML as it comes. What it throws ends the reading and reaches the one who pushes.
protocol XMLHandler: AnyObject {
    func start(_ name: XMLName, _ attributes: XMLAttributes) throws
    /// A piece of text; one text may come in many pieces.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
    func end(_ name: XMLName) throws
}
