public import Registers
public import Storage

/// A declared rule about the quality of the data (数据质量规则): what it asks, why it matters, and what to do about a finding.
public struct Check: Sendable {
    /// How much a finding weighs.
    public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
        /// A report may not be released over it.
        case must
        /// Somebody has to look at it; it may be right.
        case look

        /// What people call it.
        public var words: Words {
            switch self {
            case .must: Words(zh: "必须改正", en: "Must be mended")
            case .look: Words(zh: "请核对", en: "To be looked at")
            }
        }
    }

    public var id: Name
    public var name: Words
    public var why: Words
    /// What to do about a finding.
    public var advice: Words
    public var severity: Severity
    /// The file it is declared in: `economy`.
    public var theme: String
    public var place: Place
    var form: any CheckForm

    /// The form as declared: `rows`, `holds`.
    public var formName: String { type(of: form).key }
    /// What it asks, as it was written.
    public var asked: String { form.asked }
}
