import Registers

extension Formula {
    /// The path with one more name: `gross_output` to `gross_output.growth`. Of anything but a path, the same formula.
    func member(_ name: String) -> Formula {
        switch kind {
        case .path(let path): Formula(.path(path + [name]), place)
        default: self
        }
    }

    /// Whether it is a path, which can have members.
    var isPath: Bool {
        if case .path = kind { return true }
        return false
    }
}
