import Storage

/// Which numbers of a report are hidden: those that were asked for, and as many more as keep arithmetic from giving them away.
struct MaskPlan {
    /// A number that is hidden, and why.
    struct Mask: Sendable, Hashable {
        /// `gross_output@2022`.
        var name: String
        /// As people call it.
        var words: Words
        /// Its slots, or its expression.
        var ids: [String]
        var reason: Words
        /// Whether it was asked for; false where it is hidden for another's sake.
        var isAsked: Bool
    }

    /// In the order in which they were hidden.
    private(set) var masks: [Mask] = []
    /// Those that can't be hidden any more, since what is public gives them away.
    private(set) var exposed: [Words] = []

    var names: Set<String> { Set(masks.map(\.name)) }

    /// - Parameters:
    ///   - asked: the numbers to hide, with the reason of each.
    ///   - published: numbers that other public editions have printed.
    ///   - values: the true values, as `Deduction` takes them.
    init(
        _ quantities: [String: PrintedQuantities.Quantity], _ relations: [Relation], asked: [(name: String, reason: Words)], published: Set<String>,
        values: [String: UInt64]
    ) {
        // Parameters are rules of the park and known to everybody.
        let parameters = Set(relations.flatMap(\.members).filter { $0.hasPrefix("parameter.") })
        for (name, reason) in asked { hide(name, quantities, reason, isAsked: true) }
        hideWhatTells(quantities, relations)
        var open = true
        while open {
            let known = Set(quantities.keys).union(published).union(parameters).subtracting(hidden(published))
            let deduction = Deduction(relations, known: known, values: values)
            open = false
            for mask in masks {
                guard let group = deduction.determining(mask.name) else { continue }
                if let next = choice(group, mask, known, published, quantities) {
                    hide(
                        next, quantities,
                        Words(zh: "不遮就能算出“\(mask.words.zh)”", en: "else “\(mask.words.en)” could be worked out"), isAsked: false)
                    hideWhatTells(quantities, relations)
                    open = true
                    break
                }
            }
            if !open { expose(deduction, published) }
        }
    }

    /// What is hidden and wasn't public before.
    private func hidden(_ published: Set<String>) -> Set<String> { names.subtracting(published) }

    private mutating func hide(_ name: String, _ quantities: [String: PrintedQuantities.Quantity], _ reason: Words, isAsked: Bool) {
        guard let quantity = quantities[name], !masks.contains(where: { $0.name == name }) else { return }
        masks.append(Mask(name: name, words: quantity.words, ids: quantity.ids.sorted(), reason: reason, isAsked: isAsked))
    }

    /// 持平 says that two numbers are one; a share of nought says that the part is nought; 新增 that there was none before.
    private mutating func hideWhatTells(_ quantities: [String: PrintedQuantities.Quantity], _ relations: [Relation]) {
        var open = true
        while open {
            open = false
            let names = self.names
            for relation in relations where relation.members.contains(where: names.contains) {
                for name in relation.members where !names.contains(name) && (quantities[name]?.isTelling ?? false) {
                    hide(
                        name, quantities, Words(zh: "零、持平或“新增”会说明被遮的数", en: "nought, or no change, would tell a hidden number"), isAsked: false)
                    open = true
                }
            }
        }
    }

    /// The number to hide for another's sake: one that is computed before one that it is computed from, and the later in the text first.
    private func choice(
        _ relations: [Relation], _ mask: Mask, _ known: Set<String>, _ published: Set<String>, _ quantities: [String: PrintedQuantities.Quantity]
    ) -> String? {
        func free(_ name: String) -> Bool { known.contains(name) && !published.contains(name) && quantities[name] != nil }
        func last(_ names: [String]) -> String? { names.filter(free).max { (quantities[$0]?.order ?? 0) < (quantities[$1]?.order ?? 0) } }
        let near = relations.filter { $0.members.contains(mask.name) }
        return last(near.compactMap(\.members.first)) ?? last(near.flatMap(\.members)) ?? last(relations.compactMap(\.members.first))
            ?? last(relations.flatMap(\.members))
    }

    private mutating func expose(_ deduction: Deduction, _ published: Set<String>) {
        for mask in masks where published.contains(mask.name) || deduction.determining(mask.name) != nil {
            exposed.append(
                published.contains(mask.name)
                    ? Words(zh: "“\(mask.words.zh)”在别的脱敏版里已经公开", en: "“\(mask.words.en)” is public in another redacted edition")
                    : Words(zh: "“\(mask.words.zh)”能由已经公开的数算出", en: "“\(mask.words.en)” follows from what is public"))
        }
    }
}
