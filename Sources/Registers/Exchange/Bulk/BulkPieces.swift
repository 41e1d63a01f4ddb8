import Storage

/// What values contribute to titles and search texts, worked out once for each and kept in one piece of memory.
struct BulkPieces {
    /// Where the four texts of a piece lie in the memory.
    struct Piece {
        fileprivate var start = 0
        fileprivate var bounds: (Int, Int, Int, Int) = (0, 0, 0, 0)

        var title: Range<Int> { start..<bounds.0 }
        var normal: Range<Int> { bounds.0..<bounds.1 }
        var whole: Range<Int> { bounds.1..<bounds.2 }
        var initials: Range<Int> { bounds.2..<bounds.3 }
    }

    private var memory: [UInt8] = []
    private var pieces: [Piece] = []
    private var places = NumberTable()

    /// The piece of a number in a part of the title; nil where there is none yet, `.some(nil)` where the number has none.
    @inline(__always)
    func piece(_ number: Int64, _ part: Int) -> Piece?? {
        guard let place = places.value(number, Int64(part)) else { return nil }
        return .some(place < 0 ? nil : pieces[Int(place)])
    }

    /// Keeps a piece; answers it back.
    mutating func keep(_ number: Int64, _ part: Int, title: String, normal: String, whole: String, initials: String) -> Piece {
        let piece = append(title: title, normal: normal, whole: whole, initials: initials)
        places.keep(Int32(truncatingIfNeeded: pieces.count), under: number, Int64(part))
        pieces.append(piece)
        return piece
    }

    /// Keeps that a number has no piece.
    mutating func refuse(_ number: Int64, _ part: Int) { places.keep(-1, under: number, Int64(part)) }

    private mutating func append(title: String, normal: String, whole: String, initials: String) -> Piece {
        var piece = Piece()
        piece.start = memory.count
        memory += title.utf8
        piece.bounds.0 = memory.count
        memory += normal.utf8
        piece.bounds.1 = memory.count
        memory += whole.utf8
        piece.bounds.2 = memory.count
        memory += initials.utf8
        piece.bounds.3 = memory.count
        return piece
    }

    /// Hands over the memory.
    func read<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result { memory.withUnsafeBufferPointer(body) }
}
