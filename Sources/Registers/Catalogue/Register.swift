public import Storage

/// A declared kind of record (台账). It becomes a real table.
public struct Register: Sendable {
    public var id: Name
    /// The rows R01–R53 of the scope that it covers.
    public var covers: [String]
    public var group: Name
    public var name: Words
    public var purpose: Words
    /// Who reads its records: its own readers, or else its group's.
    public var readers: Holders
    /// Who enters and changes its records: its own writers, or else its group's. Steps of the workflow say for themselves who takes them.
    public var writers: Holders
    public var title: Title
    /// The natural key: no two records agree in all of these; an import updates by it.
    public var key: [Name]
    /// In the order of the declaration, retired ones included.
    public var fields: [Field]
    /// The field that places a record in time.
    public var time: Name?
    /// The two fields between which a record holds.
    public var valid: (from: Name, to: Name?)?
    /// What its records take out of something, and what came in for it.
    public var balance: Balance?
    /// What makes its records work to be done; nil where they are only kept.
    public var work: Work?
    public var states: [State]
    public var moves: [Move]
    /// The columns of the list page; `state` stands for the state.
    public var list: [Name]
    public var views: [String]
    public var place: Place

    /// The field of that name, retired or not.
    public func field(_ name: Name) -> Field? { fields.first { $0.id == name } }

    /// The state of that name.
    public func state(_ name: Name) -> State? { states.first { $0.id == name } }

    /// The column that holds a field (or `state`), which is not its name where it was renamed.
    public func column(of name: Name) -> Name { field(name)?.column ?? name }

    /// The column that holds the day of a day, period or moment field.
    public func dayColumn(of name: Name) -> Name {
        guard let field = field(name) else { return name }
        return field.kind is MomentField ? MomentField.dayColumn(field.column) : field.column
    }

    /// The fields that are in use.
    public var activeFields: [Field] { fields.filter { !$0.isRetired } }

    /// The table with its past: the columns of the fields, then `state`, `void` and the search text.
    public var table: VersionedTable {
        var columns = fields.flatMap { $0.kind.columns($0.column) }
        columns.append(Column(Register.stateColumn, .text))
        columns.append(Column(Register.voidColumn, .integer, isRequired: true, initial: .integer(0)))
        columns.append(Column(Register.titleColumn, .text))
        columns.append(Column(Register.searchColumn, .text))
        var uniques: [[Name]] = []
        if !key.isEmpty { uniques.append(key.map { column(of: $0) } + [Register.voidColumn]) }
        for field in fields where field.isUnique && key != [field.id] { uniques.append([field.column, Register.voidColumn]) }
        var indexes = fields.filter { $0.kind.target != nil && key.first != $0.id }.map { [$0.column] }
        if let time, key.first != time { indexes.append([dayColumn(of: time)]) }
        // What is still open is a small part of what was ever done.
        if work != nil, !states.isEmpty { indexes.append([Register.stateColumn]) }
        return VersionedTable(Register.tableName(id), columns, uniques: uniques, indexes: indexes)
    }

    /// The name of a register's table; the prefix keeps it clear of the system's tables.
    public static func tableName(_ id: Name) -> Name { Name("r_\(id.text)".prefix(60).description) ?? id }

    /// Where the record stands in its workflow.
    public static let stateColumn: Name = "state"
    /// 0, or the record's own number once it was voided, so that its key is free again.
    public static let voidColumn: Name = "void"
    /// The record's title in words, kept at write, so that a list of references needs no second question.
    public static let titleColumn: Name = "title"
    /// Title, key, pinyin and initials in small letters, for search.
    public static let searchColumn: Name = "search"
}

/// A record's name for people: texts and fields by turns, `{enterprise} {month}`.
public struct Title: Sendable, Hashable {
    /// A piece of a title.
    public enum Part: Sendable, Hashable {
        case text(String)
        case field(Name)
    }
    public var parts: [Part]

    public init(_ parts: [Part]) { self.parts = parts }
}

/// Where a record may stand in its workflow.
public struct State: Sendable, Hashable {
    /// What a state means to code, which never asks for the label.
    public enum Stage: String, Sendable, Hashable, CaseIterable { case open, waiting, done, void }

    public var id: Name
    public var name: Words
    public var stage: Stage
}

/// A named step between states, and who may take it.
public struct Move: Sendable, Hashable {
    public var id: Name
    public var name: Words
    public var from: [Name]
    public var to: Name
    /// The roles that may take it.
    public var by: [Name]
    /// Fields that must be filled by then.
    public var needs: [Name]
    /// A move whose taker may not take this one too.
    public var otherThan: Name?
}
