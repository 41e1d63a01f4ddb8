public import Indicators
public import Registers
public import Storage

/// A report put together for a period from the book as it was known at a change: text, figures, claims, and what a writer must look at.
public struct CompiledReport: Sendable {
    /// The name that it was declared under: `annual`.
    public var id: Name
    /// The text of its title line.
    public var title: String
    /// Whose report it is.
    public var organisation: Words
    /// The period that it reports on.
    public var period: Period
    /// The change up to which the book was known; nil for now.
    public var asOf: Int64?
    /// The newest change that it could see, and its day.
    public var lastChange: Change
    /// Its lines, in order.
    public var blocks: [ReportBlock]
    /// Every slot (`#37`), in the order of its declaration, whether the text has kept its sentence or not.
    public var figures: [SlotFigure]
    /// Every printed fact of the source (`P17`).
    public var printedFacts: [SlotFigure]
    /// Every declared claim, judged.
    public var claims: [Finding]
    /// The words that were left out because their claim doesn't hold.
    public var leftOut: [LeftOut]
    /// Numbers typed by hand that nothing bears out.
    public var unsourced: [Unsourced]
    /// What else a writer must look at: a figure without data, an approximation word that isn't true, a sign against its words.
    public var remarks: [Remark]
    /// The number of the draft that it was put together from; nil for the text as it is declared.
    public var draft: Int?
    /// The edition that this is, read back as it was frozen; nil for what was put together now.
    public var edition: Edition?

    /// What it is called beside others: its title with the period, unless the title says it.
    public var name: Words {
        func called(_ words: String) -> String { title.contains(period.words.zh) ? title : "\(title) \(words)" }
        return Words(zh: called(period.words.zh), en: called(period.words.en))
    }

    /// The year that its period belongs to.
    public var year: Int { period.year }

    /// The claim of that id.
    public func claim(_ id: String) -> Finding? { claims.first { $0.id == id } }

    /// The figure of a slot or printed fact.
    public func figure(_ slot: String) -> SlotFigure? { figures.first { $0.slot == slot } ?? printedFacts.first { $0.slot == slot } }

    /// How many claims have a verdict.
    public func count(_ verdict: Verdict) -> Int { claims.count { $0.verdict == verdict } }
}

/// Words that fell out of the text with their claim.
public struct LeftOut: Sendable, Hashable {
    /// The id of the claim.
    public var claim: String
    /// What became of it.
    public var verdict: Verdict
    /// Why.
    public var reason: Words
    /// What would have stood there.
    public var text: String
    /// Where it stands in the text of the report.
    public var place: Place
}

/// A number in the text that no record bears out: to be bound to a figure or explained.
public struct Unsourced: Sendable, Hashable {
    /// The number with its unit: 12公顷.
    public var text: String
    /// The words around it.
    public var context: String
    /// Where it stands in the text of the report.
    public var place: Place
}

/// Something in the text that a writer must look at.
public struct Remark: Sendable, Hashable {
    /// What it is about: `no-data`, `approximation`, `direction`.
    public var rule: String
    /// What is the matter, and what to do.
    public var message: Words
    /// Where it stands in the text of the report.
    public var place: Place
}
