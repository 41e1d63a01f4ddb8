import Registers
import Storage

/// What a role may do, in words, for the page and the table that is taken away.
enum PermissionWords {
    static func reach(_ reach: PermissionMatrix.Reach) -> Words {
        switch reach {
        case .nothing: Words(zh: "—", en: "—")
        case .own: Words(zh: "自己的", en: "own")
        case .all: Words(zh: "全部", en: "all")
        }
    }

    /// 交办、销号（自己的）
    static func moves(_ cell: PermissionMatrix.Cell) -> Words {
        let said = cell.moves.map { move, reach in
            let bound = reach == .own ? Words(zh: "（自己的）", en: " (own)") : Words(zh: "", en: "")
            return Words(zh: move.name.zh + bound.zh, en: move.name.en + bound.en)
        }
        return said.isEmpty ? reach(.nothing) : Words(zh: said.map(\.zh).joined(separator: "、"), en: said.map(\.en).joined(separator: ", "))
    }

    /// Whose records are its own, and what that binds; nil for a role without a bound.
    static func bound(_ role: Role, _ catalogue: Catalogue) -> Words? {
        if role.officer != nil { return Words(zh: "三员之一，不看、不改任何台账", en: "One of the three officers: reads and keeps no register") }
        guard let of = role.of, let register = catalogue.register(of) else { return nil }
        let (zh, en) = (register.name.zh, register.name.en.lowercased())
        if role.seesOwn { return Words(zh: "只看、只改属于自己的“\(zh)”的记录", en: "Sees and changes only what belongs to its own record of “\(en)”") }
        guard role.writesOwn else { return nil }
        return Words(zh: "全部能看，只改属于自己的“\(zh)”的记录", en: "Sees all, changes only what belongs to its own record of “\(en)”")
    }
}
