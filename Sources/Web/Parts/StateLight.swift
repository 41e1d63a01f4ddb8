import Registers
import Storage

/// Where a record stands, as a light with its word: never a colour alone.
enum StateLight {
    static func light(_ state: Name?, of register: Register, _ visit: Visit) -> HTML? {
        guard let state else { return nil }
        guard let declared = register.state(state) else { return "<span class=\"tag\">\(state.text)</span>" }
        let style: HTML =
            switch declared.stage {
            case .open: "open"
            case .waiting: "held"
            case .done: "ok"
            case .void: "gone"
            }
        return "<span class=\"light \(style)\">\(visit(declared.name))</span>"
    }
}
