import Storage

extension Formula {
    /// How many operators may stand inside one another. Readers call themselves for each, and a thread's stack has an end.
    public static let deepest = 200

    /// Throws where operators stand too deep inside one another: a sum of hundreds of terms is one, too.
    public func checkDepth() throws(Diagnostic) {
        var open: [(formula: Formula, depth: Int)] = [(self, 1)]
        while let (formula, depth) = open.popLast() {
            guard depth <= Formula.deepest else {
                throw Diagnostic(
                    place, "expression",
                    Words(
                        zh: "表达式太长，最多 \(Formula.deepest) 项连在一起；请拆开写。",
                        en: "The expression is too long: at most \(Formula.deepest) terms in a row; write it in parts."))
            }
            switch formula.kind {
            case .not(let inner), .negative(let inner), .empty(let inner, _): open.append((inner, depth + 1))
            case .pair(_, let left, let right): open += [(left, depth + 1), (right, depth + 1)]
            case .among(let inner, let list, _): open += ([inner] + list).map { ($0, depth + 1) }
            case .call(_, let arguments): open += arguments.map { ($0, depth + 1) }
            case .number, .text, .truth, .day, .path, .valid: break
            }
        }
    }
}
