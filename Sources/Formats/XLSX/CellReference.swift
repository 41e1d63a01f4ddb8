/// A place in a sheet as workbooks write it, `AB12`; both count from 1.
struct CellReference: Hashable, Sendable {
    let row: Int
    let column: Int

    init?(_ text: UnsafePointer<CChar>) {
        var at = text
        var column = 0
        while true {
            let letter = UInt8(bitPattern: at[0]) & 0xDF
            guard (0x41...0x5A).contains(letter), column < 1 << 20 else { break }
            column = column * 26 + Int(letter - 0x40)
            at += 1
        }
        var row = 0
        while (0x30...0x39).contains(at[0]), row < 1 << 30 {
            row = row * 10 + Int(at[0] - 0x30)
            at += 1
        }
        guard column > 0, row > 0, at[0] == 0 || at[0] == 0x3A else { return nil }
        self.row = row
        self.column = column
    }

    /// Name of a column counted from 0: `A`, `Z`, `AA`.
    static func letters(_ column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
