import Registers
import Storage

/// Gives the names of a measure over records their meaning.
struct MeasureReader {
    let catalogue: Catalogue
    /// The register's field that places a record in time, where the indicator says so.
    let at: Entry?
    let kind: Indicator.Kind
    let unit: Unit?

    /// A measure with the kind of value it gives.
    typealias Result = (counted: Counted, gives: Indicator.Gives)

    func read(
        _ aggregate: Measure.Aggregate, latest: Bool, path: [String], by: [String]?, filter: Formula?, _ place: Place,
        _ diagnostics: inout Diagnostics
    ) -> Result? {
        do throws(Diagnostic) {
            return try counted(aggregate, latest: latest, path: path, by: by, filter: filter, place)
        } catch {
            diagnostics.add(error)
            return nil
        }
    }

    private func counted(
        _ aggregate: Measure.Aggregate, latest: Bool, path: [String], by: [String]?, filter: Formula?, _ place: Place
    ) throws(Diagnostic) -> Result {
        let register = try MeasureReader.register(path[0], catalogue, place)
        let reading = TermReading(catalogue, register: register)
        let field: FieldPath? = path.count > 1 ? try reading.field(Array(path.dropFirst()), place) : nil
        let gives = try gives(aggregate, field, place)
        let isLatest = latest || aggregate == .latest
        if latest, aggregate != .latest, by == nil {
            throw Diagnostic(
                place, "latest", Words(zh: "“latest”要说明每个什么取最近一条，如 by enterprise。", en: "Say of what the latest record is taken: “by enterprise”."))
        }
        let byPath: FieldPath? = if let by { try reading.field(by, place) } else { nil }
        let condition: Term? = if let filter { try reading.condition(filter) } else { nil }
        let holds = filter?.asksValidity ?? false
        let time = try time(register, reading, isLatest: isLatest, holds: holds, place)
        let series = isLatest ? try series(register, byPath, time, reading, aggregate, place) : []
        return (
            Counted(
                register: register.id, aggregate: aggregate, field: field, isLatest: isLatest,
                series: series, isKeyed: isKeyed(register, series, time), by: byPath, filter: condition, time: time,
                kind: kind, holdsByItself: holds, asksState: filter?.paths.contains { $0.path == ["state"] } ?? false,
                factor: try factor(aggregate, field, register, place)), gives
        )
    }

    static func register(_ text: String, _ catalogue: Catalogue, _ place: Place) throws(Diagnostic) -> Register {
        if let register = catalogue.register(named: text) { return register }
        throw Diagnostic(
            place, "unknown-register", Words(zh: "没有台账“\(text)”。", en: "There is no register “\(text)”."),
            suggestion: Suggestion.nearest(to: text, among: catalogue.registers.map(\.id.text)))
    }

    private func gives(_ aggregate: Measure.Aggregate, _ field: FieldPath?, _ place: Place) throws(Diagnostic) -> Indicator.Gives {
        if aggregate == .count { return .number }
        guard let field else {
            throw Diagnostic(
                place, "measure",
                Words(zh: "“\(aggregate.rawValue) of”后面要写到字段，如 sales.output。", en: "“\(aggregate.rawValue) of” needs a field, as sales.output."))
        }
        switch (aggregate, field.type) {
        case (.distinct, _): return .number
        case (_, .number), (_, .mixed): return .number
        case (.latest, .day), (.max, .day), (.min, .day): return .day
        case (.latest, .text), (.latest, .choice): return .text
        default:
            throw Diagnostic(
                place, "measure",
                Words(
                    zh: "\(field.type.words.zh)不能用“\(aggregate.rawValue)”汇总。", en: "“\(aggregate.rawValue)” can't be taken of \(field.type.words.en)."
                ))
        }
    }

    private func time(_ register: Register, _ reading: TermReading, isLatest: Bool, holds: Bool, _ place: Place) throws(Diagnostic) -> FieldPath? {
        var path: FieldPath?
        if let at, let text = at.scalar {
            path = try reading.field(text.split(separator: ".").map(String.init), at.textPlace)
        } else if let time = register.time {
            path = try reading.field([time.text], place)
        } else if isLatest, let from = register.valid?.from {
            path = try reading.field([from.text], place)
        }
        guard var path else {
            if kind == .stock, !isLatest { return nil }
            throw Diagnostic(
                place, "time",
                Words(
                    zh: "“\(register.name.zh)”没有时间字段，请写 at: 字段，或写 kind: stock 表示期末数。",
                    en: "“\(register.name.en)” has no field for time; write at: field, or kind: stock for what holds at the end."))
        }
        switch path.type {
        case .day: return path
        case .moment:
            path.field = MomentField.dayColumn(path.field)
            path.type = .day
            return path
        default:
            throw Diagnostic(
                at?.place ?? place, "time", Words(zh: "定时间的字段要是日期、时刻或期间。", en: "The field for time must be a day, a moment or a period."))
        }
    }

    /// What tells one series of records from another. A periodic form is one of each key: enterprise and product.
    private func series(
        _ register: Register, _ by: FieldPath?, _ time: FieldPath?, _ reading: TermReading, _ aggregate: Measure.Aggregate, _ place: Place
    ) throws(Diagnostic) -> [FieldPath] {
        guard aggregate != .latest || by != nil else { return [] }
        var series = [by].compactMap { $0 }
        guard aggregate != .latest, let time = register.time, register.field(time)?.kind is PeriodField, register.key.contains(time) else {
            return series
        }
        for name in register.key where name != time {
            let path = try reading.field([name.text], place)
            if !series.contains(path) { series.append(path) }
        }
        return series
    }

    /// Whether the series and the time are the register's key, and all of it must be filled.
    private func isKeyed(_ register: Register, _ series: [FieldPath], _ time: FieldPath?) -> Bool {
        guard let time, time.hops.isEmpty, register.form(time.field) != nil, !series.isEmpty, series.allSatisfy(\.hops.isEmpty) else { return false }
        let isFilled = register.key.allSatisfy { name in if case .always? = register.field(name)?.required { true } else { false } }
        return isFilled && Set(register.key.map { register.column(of: $0) }) == Set(series.map(\.field) + [time.field])
    }

    private func factor(_ aggregate: Measure.Aggregate, _ field: FieldPath?, _ register: Register, _ place: Place) throws(Diagnostic) -> Amount {
        guard let field, aggregate != .count, aggregate != .distinct, case .number(let stored) = field.type, let stored, let unit else { return .one }
        if let factor = stored.factor(to: unit) { return factor }
        throw Diagnostic(
            place, "unit", Words(zh: "“\(stored.symbol)”不能换算成“\(unit.symbol)”。", en: "“\(stored.symbol)” can't be converted into “\(unit.symbol)”."))
    }
}

extension Formula {
    /// Whether it says itself when a record holds.
    var asksValidity: Bool {
        switch kind {
        case .valid: true
        case .not(let inner), .negative(let inner), .empty(let inner, _): inner.asksValidity
        case .pair(_, let left, let right): left.asksValidity || right.asksValidity
        case .among(let inner, let list, _): inner.asksValidity || list.contains { $0.asksValidity }
        case .call(_, let arguments): arguments.contains { $0.asksValidity }
        case .number, .text, .truth, .day, .path: false
        }
    }
}
