import Registers

extension Formula {
    /// The path with one more name: `gross_output` to `gross_output.growth`. Of anything but a path, the same formula.
    func member(_ name: String) -> Formula {
        switch kind {
        case .path(let path): Formula(.path(path + [name]), place)
        default: self
        }
    }

    /// What the words of a change say: the growth of a figure on last year, or the chain itself: `tax.chain.change`.
    var growth: Formula { isChain ? self : member("growth") }

    /// Whether it compares with the period just before.
    var isChain: Bool {
        if case .path(let path) = kind { return path.count > 1 && path.last == "chain" }
        return false
    }

    /// Whether it is a path, which can have members.
    var isPath: Bool {
        if case .path = kind { return true }
        return false
    }
}
