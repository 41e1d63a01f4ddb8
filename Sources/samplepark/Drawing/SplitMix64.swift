/// A small generator that gives the same numbers on every machine and in every year: the park is drawn, never invented anew.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    /// A stream of its own for a purpose, so that a firm that is added to the content doesn't change what is drawn for the others.
    init(_ seed: UInt64, _ purpose: String) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
        for byte in purpose.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        state = hash
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A whole number of the range; the small bias of the remainder doesn't matter here.
    mutating func whole(_ range: ClosedRange<Int64>) -> Int64 {
        let width = UInt64(range.upperBound - range.lowerBound) + 1
        return range.lowerBound + Int64(next() % width)
    }

    /// True once in `count` times.
    mutating func once(in count: Int64) -> Bool { whole(1...max(1, count)) == 1 }
}
