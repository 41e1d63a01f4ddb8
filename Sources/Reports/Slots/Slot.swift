public import Registers

/// A slot or printed fact of the source report (`#37`, `P17`), bound to what the book computes.
public struct Slot: Sendable {
    /// `#37` for a slot, `P17` for a printed fact.
    public var id: String
    /// One expression, or several for a fact that is printed in parts.
    public var pieces: [Piece]
    /// Where it is declared.
    public var place: Place

    /// Whether it is a slot of the text; the others are facts that the source printed.
    public var isSlot: Bool { id.hasPrefix("#") }
}
