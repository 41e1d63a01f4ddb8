import Registers
import Storage

/// A checked measure over the records of one register.
struct Counted: Sendable, Hashable {
    var register: Name
    var aggregate: Measure.Aggregate
    /// The field that is added up, or whose values are told apart; nil where records are counted.
    var field: FieldPath?
    /// Whether only the last record of each series counts.
    var isLatest: Bool
    /// What tells one series from another: the path after `by`, and for a periodic form the rest of its key.
    var series: [FieldPath]
    /// Whether a series has at most one record at a time: they are forms whose key is the series and the time.
    var isKeyed: Bool
    /// The path after `by`, which is also a way to break the figure down.
    var by: FieldPath?
    var filter: Term?
    /// The field that places a record in time; nil where nothing does.
    var time: FieldPath?
    var kind: Indicator.Kind
    /// Whether the filter itself says when a record holds, so that a stock needs no further limit in time.
    var holdsByItself: Bool
    /// Whether the filter asks for the state, so that void states are its own affair.
    var asksState: Bool
    /// By what a stored number is multiplied to be in the indicator's unit.
    var factor: Amount
}

extension Register {
    /// The periodic form that a column is the period of: one record a month, quarter or year. Nil for plain days.
    func form(_ column: Name) -> PeriodField? { fields.first { $0.column == column }?.kind as? PeriodField }
}

/// A checked `count of R having …`.
struct Members: Sendable, Hashable {
    var register: Name
    var filter: Term?
    var having: FigureTerm
}
