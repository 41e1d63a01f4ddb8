import Storage

/// The door for the storeys above: gives the names of an expression their meaning in one register.
///
/// The ends of a period may be named and references followed, as measures, rosters and scopes do.
public struct TermReading: Sendable {
    private let reader: TermReader

    public init(_ catalogue: Catalogue, register: Register) {
        let registers = Dictionary(catalogue.registers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        reader = TermReader(
            surroundings: .init(registers: registers, parameters: catalogue.parameters), register: register, allowsPeriod: true)
    }

    /// A condition on the register's records, as a filter or a scope has it.
    public func condition(_ formula: Formula) throws(Diagnostic) -> Term {
        try formula.checkDepth()
        return try reader.condition(formula)
    }

    /// A field of the register, or of a record that it refers to: `output_to_date`, `enterprise.industry`.
    public func field(_ path: [String], _ place: Place) throws(Diagnostic) -> FieldPath { try reader.fieldPath(path, place) }
}
