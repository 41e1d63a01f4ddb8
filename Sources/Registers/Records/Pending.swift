public import Foundation
public import Storage

extension Records {
    /// The record, now or as it was known when a change was the last; nil where there is none or it may not be seen.
    public func record(_ id: Int64, of register: Register, asOf: Int64? = nil, in reading: Reading) throws -> Record? { throw pending }
    /// A page of the records of a register.
    public func listing(_ query: Query, in reading: Reading) throws -> Listing { throw pending }
    /// Adds a record; answers its number.
    @discardableResult
    public func add(_ inputs: [Name: Input], to register: Register, state: Name? = nil, in writing: Writing) throws -> Int64 { throw pending }
    /// Changes the given fields; `.empty` clears one. Answers whether anything differed.
    @discardableResult
    public func edit(_ id: Int64, _ inputs: [Name: Input], of register: Register, in writing: Writing) throws -> Bool { throw pending }
    /// Voids a record that nothing refers to.
    public func void(_ id: Int64, of register: Register, in writing: Writing) throws { throw pending }
    /// Takes a step of the workflow.
    public func move(_ id: Int64, by move: Move, _ inputs: [Name: Input] = [:], of register: Register, in writing: Writing) throws { throw pending }
    private var pending: StoreError { StoreError(.other, detail: "not written yet") }
}

extension Book {
    /// Opens the site in a folder.
    public static func open(site folder: URL, readOnly: Bool = false) throws -> Book { throw StoreError(.other, detail: "not written yet") }
}

/// What a site's declarations are, were, and would become.
public struct Declarations: Sendable {
    public let book: Book
    public init(_ book: Book) { self.book = book }
    /// What applying these texts would do. Throws `Diagnostics` where they are wrong in themselves.
    public func plan(_ sources: Sources, in reading: Reading) throws -> DeclarationPlan { throw StoreError(.other, detail: "not written yet") }
    /// Does the plan in one change and keeps every text; answers the book under the new declarations. Throws `Refused` where the plan has obstacles.
    @discardableResult
    public func apply(_ plan: DeclarationPlan, intent: Intent) throws -> Book { throw StoreError(.other, detail: "not written yet") }
}

/// What a change of the declarations does, in sentences.
public struct DeclarationPlan: Sendable {
    public let sources: Sources
    public let catalogue: Catalogue
    /// What will be done, in order, for whoever decides on it.
    public internal(set) var sentences: [Words]
    /// Why it can't be done; with one of them nothing is.
    public internal(set) var obstacles: [Words]
    public var isEmpty: Bool { sentences.isEmpty && obstacles.isEmpty }
}

/// A column of what is being brought in: a field (or `state`) and the unit that its head gives.
public struct BatchColumn: Sendable, Hashable {
    public let field: Name
    public let unit: Unit?
    public init(_ field: Name, unit: Unit? = nil) {
        self.field = field
        self.unit = unit
    }
}

/// Many rows of one register, read, checked and written together. It holds only inside the transaction of its reading.
public struct RecordBatch {
    /// Preloads what the rows will be looked up in. Throws `Refused` where the permission doesn't write the register.
    public init(_ register: Register, _ book: Book, _ permission: Permission, in reading: Reading) throws { throw StoreError(.other, detail: "not written yet") }
    /// Reads one row whose cells stand under the columns. `row` is its number for messages.
    public mutating func prepare(cells: [Input], columns: [BatchColumn], row: Int) -> Result<PreparedRow, Invalid> { .failure(Invalid([])) }
    /// Reads one row by field names; slower.
    public mutating func prepare(_ inputs: [Name: Input], units: [Name: Unit] = [:], row: Int) -> Result<PreparedRow, Invalid> { .failure(Invalid([])) }
    /// Writes rows that were prepared in this same transaction or an earlier one.
    @discardableResult
    public func write(_ rows: [PreparedRow], in writing: Writing) throws -> BatchOutcome { throw StoreError(.other, detail: "not written yet") }
}

/// How many rows a batch wrote.
public struct BatchOutcome: Sendable, Hashable {
    public var added: Int
    public var changed: Int
    public var unchanged: Int
}

/// A row that is ready to be written.
public struct PreparedRow: Sendable {
    /// What writing it will do.
    public enum Effect: Sendable, Hashable { case adds, changes, leaves }
    public let row: Int
    public let effect: Effect
    /// The record that it changes or leaves as it is.
    public let id: Int64?
    public let title: String
    /// The fields that will differ, with the stored values before and after.
    public let changes: [FieldChange]
}

/// One field before and after.
public struct FieldChange: Sendable, Hashable {
    public let field: Name
    public let before: Value
    public let after: Value
}

/// A condition on one field as it stands in an address.
public struct Filter: Sendable, Hashable {
    /// The closed list of operators, as they are written after the field's name: `due.before`.
    public enum Operator: String, Sendable, Hashable, CaseIterable {
        case equal = "is"
        case notEqual = "is_not"
        case anyOf = "any_of"
        case noneOf = "none_of"
        case empty, filled, contains
        case notContains = "not_contains"
        case begins, below
        case atMost = "at_most"
        case above
        case atLeast = "at_least"
        case between, before
        case onOrBefore = "on_or_before"
        case after
        case onOrAfter = "on_or_after"
        case inPeriod = "in_period"
        case this
    }
    public let field: Name
    public let `operator`: Operator
    /// As it stands in the address.
    public let written: String
}

/// The filters of one list, all of which must hold.
public struct Filters: Sendable {
    public private(set) var all: [Filter]
    public init() { all = [] }
    /// Reads the pairs of an address; names and values that don't fit are `Invalid`, all at once. Keys of `Query` (`q`, `sort`, `page`, `as_of`, `void`) are passed over.
    public static func read(_ pairs: [(String, String)], _ register: Register, _ catalogue: Catalogue, today: Day? = nil) throws(Invalid) -> Filters { Filters() }
    /// The pairs of an address that give the same filters again.
    public var pairs: [(String, String)] { [] }
    /// The condition on the register's table under an alias.
    public func condition(_ alias: Name, _ dialect: any Dialect) -> SQL { .empty }
    /// “状态是整改中，且期限早于 2022-12-09”; empty where there are none.
    public func sentence(_ language: Language) -> String { "" }
}

/// What a list shows: which records, in which order, how many of them.
public struct Query: Sendable {
    /// Where the page begins.
    public enum Start: Sendable, Hashable {
        case offset(Int)
        /// After the record of that number, in the order of the numbers; for exports and machines.
        case after(Int64)
    }
    public var register: Register
    public var filters: Filters
    public var search: String
    public var sort: [(field: Name, descending: Bool)]
    public var start: Start
    /// At most 500.
    public var limit: Int
    public var facets: [Name]
    /// The change whose knowledge is asked for; nil for now.
    public var asOf: Int64?
    /// Voided records instead of those that count.
    public var showsVoid: Bool

    public init(
        _ register: Register, filters: Filters = Filters(), search: String = "", sort: [(field: Name, descending: Bool)] = [], start: Start = .offset(0),
        limit: Int = 50, facets: [Name] = [], asOf: Int64? = nil, showsVoid: Bool = false
    ) {
        self.register = register
        self.filters = filters
        self.search = search
        self.sort = sort
        self.start = start
        self.limit = limit
        self.facets = facets
        self.asOf = asOf
        self.showsVoid = showsVoid
    }

    /// Reads the pairs of an address: filters, `q` (search), `sort` (`-due,code`), `page` (from 1), `as_of`, `void=yes`.
    public static func read(_ pairs: [(String, String)], _ register: Register, _ catalogue: Catalogue, today: Day? = nil) throws(Invalid) -> Query { Query(register) }
    /// The pairs that give the same query again.
    public var pairs: [(String, String)] { [] }
}

/// A page of records with what belongs to the whole list.
public struct Listing: Sendable {
    public let records: [Record]
    /// How many records there are on all pages.
    public let total: Int
    /// Sums over all pages of the numeric columns that may be summed, in the field's unit.
    public let sums: [Name: Amount]
    public let facets: [Facet]
}

/// How often each value of a field occurs among the records that the other filters leave.
public struct Facet: Sendable, Hashable {
    /// One value.
    public struct Entry: Sendable, Hashable {
        public let value: Value
        public let label: Words
        public let count: Int
    }
    public let field: Name
    public let entries: [Entry]
}

/// What was, what is and who wrote it.
public struct History: Sendable {
    public let book: Book
    public let permission: Permission
    public init(_ book: Book, _ permission: Permission) {
        self.book = book
        self.permission = permission
    }
    /// The versions of a record, newest first.
    public func versions(of id: Int64, in register: Register, _ reading: Reading) throws -> [Version] { [] }
    /// What a change did to the records, register by register.
    public func written(by change: Int64, limit: Int = 200, _ reading: Reading) throws -> [Version] { [] }
    /// What undoing a change would do, or why it can't be.
    public func undoing(_ change: Int64, _ reading: Reading) throws -> UndoPlan { throw StoreError(.other, detail: "not written yet") }
    /// Undoes a change as part of this one. Throws `Refused` with the list where it can't be. Answers how many records it touched.
    @discardableResult
    public func undo(_ change: Int64, in writing: Writing) throws -> Int { throw StoreError(.other, detail: "not written yet") }
}

/// A record between two changes.
public struct Version: Sendable {
    public let record: Record
    /// The change that made it so.
    public let change: Change
    /// Whether the record began here.
    public let isFirst: Bool
    /// The fields that differ from the version before, `state` and `void` among them.
    public let changes: [FieldChange]
    /// What was done, for people: “期限由 2022-12-01 改为 2022-12-09”.
    public let sentences: [Words]
}

/// What undoing a change would do.
public struct UndoPlan: Sendable {
    public let change: Change
    public let voids: Int
    public let restores: Int
    /// Why it can't be undone; empty where it can.
    public let obstacles: [Words]
}

/// A term as a sentence in both languages.
public struct TermSentence: Sendable {
    public let catalogue: Catalogue
    public init(_ catalogue: Catalogue) { self.catalogue = catalogue }
    /// “类别是规上工业 且 在期末有效”.
    public func words(_ term: Term) -> Words { Words(zh: "", en: "") }
}
