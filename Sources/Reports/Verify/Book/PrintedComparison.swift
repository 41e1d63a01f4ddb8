import Storage

/// A printed number against a value of the book, both in the base of their dimension.
struct PrintedComparison {
    let quantity: Quantity
    let tolerance: Amount

    /// Whether the value prints so: rounded half up at the printed places, or as the softening word promises.
    func agrees(_ value: Amount) -> Bool {
        guard let printed = quantity.value, let own = try? value.divided(by: quantity.unit.factor) else { return false }
        if let upper = quantity.upper { return own >= printed && own <= upper }
        switch quantity.bound {
        case .least?: return own >= printed
        case .most?: return own <= printed
        case nil: break
        }
        // A mark that was just passed is said to be passed.
        if let word = quantity.approximation { return word.holds(own, of: printed, tolerance: tolerance) }
        return AmountText.round(own, places: quantity.places) == printed
    }

    /// Whether it is off by one in the last printed place only.
    func isLastPlace(_ value: Amount) -> Bool {
        guard quantity.approximation == nil, quantity.bound == nil, quantity.upper == nil, quantity.places > 0, let printed = quantity.value,
            let own = try? value.divided(by: quantity.unit.factor), let step = try? Amount(1, over: Amount.tens(quantity.places)),
            let distance = try? AmountText.round(own, places: quantity.places).subtracting(printed)
        else { return false }
        return distance.magnitude == step
    }

    /// By which power of ten of a Chinese unit it is off, 4 or 8 to either side.
    func unitSlip(_ value: Amount) -> Bool {
        for power in [10_000, 100_000_000] as [Int64] {
            if let more = try? value.multiplied(by: Amount(power)), agrees(more) { return true }
            if let less = try? value.divided(by: Amount(power)), agrees(less) { return true }
        }
        return false
    }
}
