import Storage

/// Between which days the park's book is told.
enum Start {
    /// The day on which the book was begun.
    static let day = Day(2018, 1, 2) ?? .first
    /// The last day of the story: the forms of 2022 are locked, the targets of 2023 proposed.
    static let end = Day(2023, 1, 31) ?? .first
    /// What stands for the evidence that a move asks for.
    static let evidence = "c57187e0353b122660c5b448e6017442d7baa60336cd673df154bf303df9a717 样例佐证.pdf"
}
