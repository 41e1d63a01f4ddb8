public import Registers
import Storage

/// Whether every growth that is declared says on what it is taken (practice.md 3.2): an indicator that counts records and is
/// compared with last year in a report, a claim, a rule or another indicator has its `base:` written.
///
/// It is asked when declarations are checked, planned and applied. A site that was opened with older ones goes on with `revised`.
public struct WrittenBases: Sendable {
    private let indicators: IndicatorCatalogue

    /// The members that are taken on a base, of those that may follow an indicator's name.
    static let members: Set<String> = ["growth", "increment", "multiple", "points", "change", "two_year"]
    /// The forms of a claim that compare with last year, whose indicators stand without a member.
    static let forms: Set<String> = ["record_increment", "multiple"]

    public init(_ indicators: IndicatorCatalogue) { self.indicators = indicators }

    /// Adds a diagnostic for each indicator whose base isn't written, where it is first compared.
    public func check(_ sources: Sources, _ diagnostics: inout Diagnostics) {
        var told: Set<Name> = []
        let files = sources.inside("reports", suffix: "") + sources.inside("checks") + sources.inside("indicators")
        for use in files.flatMap({ inText($0) + ($0.file.hasSuffix(".claims.yaml") ? inClaims($0) : []) }) {
            guard let id = Name(use.indicator), let indicator = indicators.indicator(id), indicator.register != nil, !indicator.isBaseWritten,
                told.insert(id).inserted
            else { continue }
            diagnostics.add(
                use.place, "base",
                zh: "“\(indicator.name.zh)”在这里同上年比，它的 base 没有写（\(indicator.place)）：写 revised、published 或 { comparable: … }。",
                en: "“\(indicator.name.en)” is compared with last year here, and its base isn't written (\(indicator.place)): "
                    + "write revised, published or { comparable: … }.")
        }
    }

    private typealias Use = (indicator: String, place: Place)

    /// Paths of two names or more of which one after the first is taken on a base; what follows `chain` is on the period before.
    private func inText(_ source: Source) -> [Use] {
        var uses: [Use] = []
        for (number, line) in source.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if source.file.hasSuffix(".yaml"), line.first(where: { !$0.isWhitespace }) == "#" { continue }
            var column = 1
            for word in line.split(omittingEmptySubsequences: false, whereSeparator: { !WrittenBases.isPath($0) }) {
                let names = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
                let followers = names.dropFirst().prefix { $0 != "chain" && $0 != "target" }
                if followers.contains(where: WrittenBases.members.contains) {
                    uses.append((names[0], Place(file: source.file, line: number + 1, column: column)))
                }
                column += word.count + 1
            }
        }
        return uses
    }

    private static func isPath(_ character: Character) -> Bool {
        character.isASCII && (character.isLowercase || character.isNumber) || character == "_" || character == "."
    }

    private func inClaims(_ source: Source) -> [Use] {
        var ignored = Diagnostics()
        guard let root = source.entry(&ignored) else { return [] }
        return root.pairs(&ignored).flatMap { claim -> [Use] in
            guard let form = claim.value["form"]?.scalar, WrittenBases.forms.contains(form), let of = claim.value["of"] else { return [] }
            return of.members(&ignored).compactMap { member in member.scalar.map { ($0, member.place) } }
        }
    }
}
