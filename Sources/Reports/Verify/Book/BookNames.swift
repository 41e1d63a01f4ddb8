import Indicators
import Registers
import Storage

/// The names under which a text may speak of the indicators of the book.
struct BookNames {
    private let byName: [String: [Indicator]]
    private let scopes: [String: Name]
    /// The park's proper name: 云川.
    let own: String
    /// The scopes' names, as a text says them.
    let scopeNames: [String]

    /// What a statement is of: an indicator under a scope.
    struct Meant {
        var indicator: Indicator
        var scope: Name
    }

    init(_ figures: Figures) {
        var byName: [String: [Indicator]] = [:]
        for indicator in figures.indicators.indicators {
            for name in Set([indicator.name.zh] + indicator.also).map(BookNames.plain) { byName[name, default: []].append(indicator) }
        }
        self.byName = byName
        let declared = figures.book.catalogue.scopes
        scopes = Dictionary(declared.map { ($0.name.zh, $0.id) }, uniquingKeysWith: { first, _ in first })
        scopeNames = declared.map(\.name.zh)
        own = OtherBody.properName(figures.book.catalogue.site.organisation.zh)
    }

    /// The indicator that a statement is of. The whole subject must be one of its names: what has another word before it is another thing.
    func meant(_ stated: Stated) -> Meant? {
        guard other(stated) == nil else { return nil }
        let outer = stated.scope.map(StatementReader.outerWords.contains) ?? false
        let names = ([stated.subject] + stated.readings).map(BookNames.plain).filter { !$0.isEmpty }
        for name in names {
            if let scope = stated.scope, outer {
                if let indicator = one(scope + name, stated) { return Meant(indicator: indicator, scope: "park") }
                continue
            }
            // 规上工业企业 is a name of its own before it is 企业 under 规上工业.
            if let scope = stated.scope, let indicator = one(scope + name, stated) { return Meant(indicator: indicator, scope: "park") }
            guard let indicator = one(name, stated) else { continue }
            guard let scope = stated.scope else { return Meant(indicator: indicator, scope: "park") }
            if ["园区", "全园", "全园区", "本园区"].contains(scope) { return Meant(indicator: indicator, scope: "park") }
            return scopes[scope].map { Meant(indicator: indicator, scope: $0) }
        }
        return nil
    }

    /// Whose a statement is, where the words before it say that it is not the park's: 该项目, 华强公司.
    func other(_ stated: Stated) -> String? {
        if let owner = stated.owner { return owner }
        for (index, lead) in stated.leads.enumerated() {
            let letters = Letters(BookNames.plain(lead))
            guard byName[letters.text(0..<letters.count)] == nil, letters.count > 2 else { continue }
            for start in 1..<(letters.count - 1) where byName[letters.text(start..<letters.count)] != nil {
                let words = SubjectPhrase.clean(letters, 0..<start, scopes: WordList([])).text
                // In a list whatever stands before the first name stands before all; elsewhere only a body does.
                if Owner.isBody(words, own: own) || index == 0 && stated.leads.count == 2 && !words.isEmpty && !words.contains(own) { return words }
                break
            }
        }
        return nil
    }

    /// The one indicator of a name whose unit can be that of the number.
    private func one(_ name: String, _ stated: Stated) -> Indicator? {
        let fitting = (byName[name] ?? []).filter { indicator in
            guard stated.frame.isLevel || stated.frame == .from else { return true }
            guard let unit = indicator.unit else { return false }
            let (declared, printed) = (UnitWords.dimension(unit), stated.quantity.unit.dimension)
            return declared == printed || UnitWords.loose.contains(declared) && UnitWords.loose.contains(printed)
        }
        return fitting.count == 1 ? fitting[0] : nil
    }

    static func plain(_ name: String) -> String {
        String(String.UnicodeScalarView(name.unicodeScalars.filter { !"的“”（）《》 ".unicodeScalars.contains($0) }))
    }
}

extension UnitWords {
    /// 个, 项, 家 and 件 count the same projects and firms.
    static let loose: Set<String> = ["个", "项", "家", "件", "条", "份"]
}
