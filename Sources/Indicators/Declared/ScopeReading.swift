import Registers
import Storage

/// Asks a scope of a register.
struct ScopeReading {
    let catalogue: Catalogue

    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// The scope's condition on the register's records; nil for the whole park.
    func term(_ id: Name, on register: Name) throws(Diagnostic) -> Term? {
        guard let scope = catalogue.scope(id) else {
            if id == "park" { return nil }
            throw Diagnostic(
                Calculation.asked, "unknown-scope", Words(zh: "没有统计范围“\(id.text)”。", en: "There is no scope “\(id.text)”."),
                suggestion: Suggestion.nearest(to: id.text, among: catalogue.scopes.map(\.id.text)))
        }
        guard let condition = scope.condition, let counted = catalogue.register(register) else { return nil }
        do throws(Diagnostic) { return try TermReading(catalogue, register: counted).condition(condition) } catch {
            throw Diagnostic(
                error.place, "scope",
                Words(
                    zh: "“\(counted.name.zh)”的记录不能按“\(scope.name.zh)”划分：\(error.message.zh)",
                    en: "The records of “\(counted.name.en)” can't be divided by “\(scope.name.en)”: \(error.message.en)"))
        }
    }
}
