public import Storage

/// The filters of one list, all of which must hold.
///
/// One object gives the SQL, the sentence and the address, so the three can't say different things.
public struct Filters: Sendable {
    public private(set) var all: [Filter] = []

    /// None.
    public init() {}

    /// Reads the pairs of an address. `field=value` means *is*; any other operator follows the name after a point. Keys that
    /// are the query's own (`Query.ownKeys`) are passed over; any other name that is not a field of the register is a fault,
    /// and so is a value that doesn't fit. All faults at once. `today` is what `this` goes by.
    public static func read(_ pairs: [(String, String)], _ register: Register, _ catalogue: Catalogue, today: Day? = nil) throws(Invalid)
        -> Filters
    {
        var filters = Filters()
        var faults: [Invalid.Item] = []
        for (key, written) in pairs where !Query.ownKeys.contains(key) {
            guard filters.all.count < 50 else {
                faults.append(Invalid.Item(fault: Fault(zh: "条件最多 50 个。", en: "At most 50 conditions can be given.")))
                break
            }
            let halves = key.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
            guard let subject = FilterSubject(halves[0], register), let field = Name(halves[0]) else {
                let near = Suggestion.nearest(to: halves[0], among: register.fields.map(\.id.text))
                faults.append(
                    Invalid.Item(
                        fault: Fault(
                            zh: "“\(register.name.zh)”没有字段“\(halves[0].prefix(40))”。\(near.map { "是不是“\($0)”？" } ?? "")",
                            en: "“\(register.name.en)” has no field “\(halves[0].prefix(40))”.\(near.map { " Did you mean “\($0)”?" } ?? "")")))
                continue
            }
            guard let operation = halves.count == 1 ? .equal : Filter.Operator(rawValue: halves[1]) else {
                let names = subject.operators.map(\.rawValue).joined(separator: ", ")
                faults.append(
                    Invalid.Item(
                        field: field, label: subject.name,
                        fault: Fault(
                            zh: "没有“\(halves[1].prefix(40))”这种比较，可用：\(names)。", en: "There is no comparison “\(halves[1].prefix(40))”; use \(names).")
                    ))
                continue
            }
            do throws(Fault) {
                filters.all.append(try Filter(subject, field, operation, written, today: today))
            } catch {
                faults.append(Invalid.Item(field: field, label: subject.name, fault: error))
            }
        }
        guard faults.isEmpty else { throw Invalid(faults) }
        return filters
    }

    /// The pairs of an address that give the same filters again.
    public var pairs: [(String, String)] {
        all.map { filter in
            let isPlain = filter.operator == .equal && !Query.ownKeys.contains(filter.field.text)
            return (isPlain ? filter.field.text : "\(filter.field.text).\(filter.operator.rawValue)", filter.written)
        }
    }

    /// Whether there are none.
    public var isEmpty: Bool { all.isEmpty }

    /// The same without those on a field.
    public func without(_ field: Name) -> Filters {
        var rest = self
        rest.all.removeAll { $0.field == field }
        return rest
    }

    /// The condition on the register's table under an alias; true where there are no filters.
    ///
    /// `asOf` is the change at which the titles of references are looked at, the same as that of the table under the alias.
    public func condition(_ alias: Name, _ dialect: any Dialect, _ catalogue: Catalogue, asOf: Int64? = nil) -> SQL {
        guard !all.isEmpty else { return dialect.boolean(true) }
        let source: (Name) -> SQL = { catalogue.register($0)?.table.source(asOf: asOf) ?? "\(Register.tableName($0))" }
        return all.map { $0.condition(alias, dialect, source: source) }.joined(by: " AND ")
    }

    /// “状态是整改中，且期限早于 2022-12-09”; empty where there are none.
    public func sentence(_ language: Language) -> String {
        all.map { $0.words(language) }.joined(separator: language == .zh ? "，且" : " and ")
    }

    /// The same filters with the titles of the records that they name, for the sentence.
    public func named(_ catalogue: Catalogue, asOf: Int64? = nil, in reading: Reading) throws -> Filters {
        var named = self
        for index in named.all.indices {
            guard let target = named.all[index].subject.target.flatMap({ catalogue.register($0) }),
                case .values(let values) = named.all[index].operand
            else { continue }
            named.all[index].titles = try RecordSelect.titles(of: target, Set(values.compactMap(\.integer)), asOf: asOf, in: reading)
        }
        return named
    }
}
