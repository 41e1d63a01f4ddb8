/// A run of stars that somebody put over a figure or a name.
public struct Mask: Sendable, Hashable, Codable {
    /// What was covered.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A number: 共**次, 增长***%.
        case figure
        /// A number together with the rest of the name before it: 浙江****万吨.
        case fused
        /// A place, a firm, a person: ***市, **铝业.
        case name
    }

    /// What was covered.
    public var kind: Kind
    /// Where the run stands.
    public var place: TextPlace
    /// The run itself.
    public var run: String
    /// The unit behind a figure.
    public var unit: String?
    /// The words around it.
    public var context: String

    /// Whether a number was covered.
    public var isFigure: Bool { kind != .name }
}
