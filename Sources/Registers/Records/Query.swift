public import Storage

/// What a list shows: which records, in which order, and what belongs to the whole of them.
public struct Query: Sendable {
    /// Where the page begins.
    public enum Start: Sendable, Hashable {
        case offset(Int)
        /// After the record of that number, in the order of the numbers: for exports and machines, which a record that is
        /// added meanwhile must not confuse.
        case after(Int64)
    }

    /// The keys of an address that are not filters.
    public static let ownKeys: Set<String> = ["q", "sort", "page", "limit", "as_of", "void", "view", "lang", "facet"]
    /// The most records that a page may have.
    public static let greatestLimit = 500

    public var register: Register
    public var filters: Filters
    /// What was typed into the search box.
    public var search: String
    /// Fields, `title` or `state`, the first one deciding; empty for the newest first.
    public var sort: [(field: Name, descending: Bool)]
    public var start: Start
    /// At most 500.
    public var limit: Int
    public var facets: [Name]
    /// The change whose knowledge is asked for; nil for the present.
    public var asOf: Int64?
    /// Voided records instead of those that count.
    public var showsVoid: Bool

    public init(
        _ register: Register, filters: Filters = Filters(), search: String = "", sort: [(field: Name, descending: Bool)] = [],
        start: Start = .offset(0),
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

    /// Reads the pairs of an address: the filters, and `q` (search), `sort` (`-due,code`), `page` (from 1), `limit`, `as_of` (a change),
    /// `void` (`yes`), `facet` (names). Everything that doesn't fit is told at once.
    public static func read(_ pairs: [(String, String)], _ register: Register, _ catalogue: Catalogue, today: Day? = nil) throws(Invalid) -> Query {
        var query = Query(register)
        var faults: [Invalid.Item] = []
        do throws(Invalid) { query.filters = try Filters.read(pairs, register, catalogue, today: today) } catch { faults = error.items }
        var page = 1
        for (key, written) in pairs {
            switch key {
            case "q": query.search = String(written.prefix(200))
            case "sort": query.sort = Query.sort(written, register, &faults)
            case "page": page = Query.number(written, 1...1_000_000, "page", &faults) ?? 1
            case "limit": query.limit = Query.number(written, 1...greatestLimit, "limit", &faults) ?? 50
            case "as_of": query.asOf = Query.number(written, 0...Int(Int64.max), "as_of", &faults).map { Int64($0) }
            case "void": query.showsVoid = written == "yes"
            case "facet": query.facets = Query.sort(written, register, &faults).map(\.field)
            default: break
            }
        }
        query.start = .offset((page - 1) * query.limit)
        guard faults.isEmpty else { throw Invalid(faults) }
        return query
    }

    /// The pairs that give the same query again; what is as usual is left out.
    public var pairs: [(String, String)] {
        var pairs = filters.pairs
        if !search.isEmpty { pairs.append(("q", search)) }
        if !sort.isEmpty { pairs.append(("sort", sort.map { ($0.descending ? "-" : "") + $0.field.text }.joined(separator: ","))) }
        if case .offset(let offset) = start, offset > 0 { pairs.append(("page", String(offset / max(limit, 1) + 1))) }
        if limit != 50 { pairs.append(("limit", String(limit))) }
        if let asOf { pairs.append(("as_of", String(asOf))) }
        if showsVoid { pairs.append(("void", "yes")) }
        if !facets.isEmpty { pairs.append(("facet", facets.map(\.text).joined(separator: ","))) }
        return pairs
    }

    /// The filters and the search as people say them.
    public func sentence(_ language: Language) -> String {
        let words = SearchText.words(search).joined(separator: " ")
        let searched = words.isEmpty ? "" : language == .zh ? "含“\(words)”" : "has “\(words)” in it"
        return [searched, filters.sentence(language)].filter { !$0.isEmpty }.joined(separator: language == .zh ? "，且" : " and ")
    }

    private static func sort(_ written: String, _ register: Register, _ faults: inout [Invalid.Item]) -> [(field: Name, descending: Bool)] {
        var sort: [(field: Name, descending: Bool)] = []
        for part in written.split(separator: ",").prefix(4) {
            let descending = part.hasPrefix("-")
            let text = String(descending ? part.dropFirst() : part)
            if let name = Name(text), name == Register.titleColumn || FilterSubject(text, register) != nil {
                sort.append((name, descending))
            } else {
                faults.append(
                    Invalid.Item(
                        fault: Fault(
                            zh: "“\(register.name.zh)”没有字段“\(text.prefix(40))”，不能按它排列。",
                            en: "“\(register.name.en)” has no field “\(text.prefix(40))” to sort by.")))
            }
        }
        return sort
    }

    private static func number(_ written: String, _ limits: ClosedRange<Int>, _ key: String, _ faults: inout [Invalid.Item]) -> Int? {
        if let number = Int(written), limits.contains(number) { return number }
        faults.append(
            Invalid.Item(
                fault: Fault(
                    zh: "“\(key)”要写 \(limits.lowerBound) 到 \(limits.upperBound) 的整数。",
                    en: "“\(key)” is a whole number from \(limits.lowerBound) to \(limits.upperBound).")))
        return nil
    }
}
