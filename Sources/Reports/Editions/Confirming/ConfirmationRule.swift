import Registers
import Storage

/// What becomes of a release while figures are unconfirmed: the park's parameter `release_unconfirmed`.
enum ConfirmationRule: String, Sendable {
    /// It is refused.
    case refuse
    /// It is refused unless somebody answers for it and says why.
    case reason
    /// It goes out, and says so.
    case warn

    static let parameter: Name = "release_unconfirmed"

    /// As the park declares it; `reason` where it declares nothing or something else.
    init(_ catalogue: Catalogue) {
        if case .text(let text)? = catalogue.parameters[ConfirmationRule.parameter]?.content,
            let rule = ConfirmationRule(rawValue: text)
        {
            self = rule
        } else {
            self = .reason
        }
    }
}
