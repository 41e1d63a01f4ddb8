import Indicators
import Registers
import Storage

/// How the park's own reports speak of its figures: the words around each number of a compiled report, by which a text that says
/// the same of another number is understood.
struct OwnWording {
    /// A number of an own report, and what stands behind it.
    struct Entry {
        var mark: FigureMark
        /// As the own report prints it.
        var printed: Quantity
        /// The clause before it, which tells apart what is said twice.
        var before: String
        /// Of what a claim found it, where no figure stands behind it.
        var finding: Finding?
    }

    /// So many letters before a number may name what it is of.
    private static let leastWords = 5

    private var byWords: [String: [Entry]] = [:]
    private var bySubject: [String: [Entry]] = [:]
    private var claimWords: [String: Set<String>] = [:]

    init(_ reports: [CompiledReport], year: Int, scopes: [String]) {
        for report in reports { learn(report, year, scopes) }
    }

    /// The numbers of which an own report says just this, word for word.
    func said(_ stated: Stated, _ letters: Letters) -> [Entry] {
        let entries = byWords[OwnWording.key(stated, letters)] ?? []
        guard !entries.isEmpty else { return [] }
        let before = OwnWording.before(stated, letters)
        let closer = entries.filter { $0.before == before }
        // 增长12% says nothing of its own: only what stands before it tells of what.
        let own = letters.text(stated.clause.lowerBound..<max(stated.clause.lowerBound, stated.quantity.digits.lowerBound))
        if own.unicodeScalars.count(where: Letters.isHan) < OwnWording.leastWords { return closer }
        return closer.isEmpty ? entries : closer
    }

    /// The one number of which the own reports say this subject in this relation; nil where they say it of several.
    func meant(_ stated: Stated) -> Entry? {
        guard stated.subject.unicodeScalars.count >= 4, let entries = bySubject[OwnWording.subjectKey(stated)], let first = entries.first,
            entries.allSatisfy({ $0.mark.expression == first.mark.expression && $0.mark.period == first.mark.period })
        else { return nil }
        return first
    }

    /// The declared claims under which an own report says this clause.
    func claims(_ letters: Letters, _ clause: Range<Int>) -> Set<String> { claimWords[OwnWording.skeleton(letters, clause)] ?? [] }

    private mutating func learn(_ report: CompiledReport, _ year: Int, _ scopes: [String]) {
        let findings = Dictionary(report.claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var paragraphs: [OutsideParagraph] = []
        var runs: [[(range: Range<Int>, run: ReportRun)]] = []
        for block in report.blocks {
            if case .table = block.kind { continue }
            if case .chart = block.kind { continue }
            var text = ""
            if case .heading(_, let number) = block.kind { text = number }
            var end = text.unicodeScalars.count
            var placed: [(Range<Int>, ReportRun)] = []
            for run in block.runs {
                let start = end
                text += run.text
                end += run.text.unicodeScalars.count
                placed.append((start..<end, run))
            }
            paragraphs.append(OutsideParagraph(number: paragraphs.count + 1, text: text, isIndented: false))
            runs.append(placed)
        }
        let text = OutsideText(name: report.title, paragraphs: paragraphs)
        for stated in StatementReader(text, year: year, scopes: scopes).statements() {
            let letters = paragraphs[stated.paragraph].letters
            guard let (_, run) = runs[stated.paragraph].first(where: { $0.range.overlaps(stated.quantity.digits) && $0.run.figure != nil }),
                let mark = run.figure,
                mark.figure != nil || mark.finding != nil
            else { continue }
            let entry = Entry(
                mark: mark, printed: stated.quantity, before: OwnWording.before(stated, letters), finding: mark.finding.flatMap { findings[$0] })
            byWords[OwnWording.key(stated, letters), default: []].append(entry)
            bySubject[OwnWording.subjectKey(stated), default: []].append(entry)
        }
        for (paragraph, placed) in zip(paragraphs, runs) {
            for sentence in Sentence.all(paragraph) {
                for clause in sentence.clauses {
                    let ids = placed.filter { $0.range.overlaps(clause) }.compactMap(\.run.claim)
                    guard !ids.isEmpty else { continue }
                    claimWords[OwnWording.skeleton(paragraph.letters, clause), default: []].formUnion(ids)
                }
            }
        }
    }

    private static func key(_ stated: Stated, _ letters: Letters) -> String {
        let digits = stated.quantity.digits
        return skeleton(letters, stated.clause.lowerBound..<digits.lowerBound) + "¦" + skeleton(letters, digits.upperBound..<stated.clause.upperBound)
    }

    /// The clause before that of a number.
    private static func before(_ stated: Stated, _ letters: Letters) -> String {
        let end = max(0, stated.clause.lowerBound - 1)
        var start = end
        while start > 0, end - start < 40, let scalar = letters[start - 1], !"，。；：,;:".unicodeScalars.contains(scalar) { start -= 1 }
        return skeleton(letters, start..<end)
    }

    private static func subjectKey(_ stated: Stated) -> String {
        "\(BookNames.plain(stated.subject))|\(stated.quantity.unit.dimension)|\(stated.frame)|\(stated.time.part)|\(stated.scope ?? "")"
    }

    /// A stretch with # for its numbers and without the marks that a writer may set or not.
    static func skeleton(_ letters: Letters, _ range: Range<Int>) -> String {
        var out = String.UnicodeScalarView()
        for index in range.clamped(to: 0..<letters.count) {
            let scalar = letters.all[index]
            let isNumber =
                Letters.isDigit(scalar)
                || (scalar == "." || scalar == ",") && Letters.isDigit(letters[index - 1]) && Letters.isDigit(letters[index + 1])
            if isNumber {
                if out.last != "#" { out.append("#") }
            } else if !"“”\"' 　·•●".unicodeScalars.contains(scalar) {
                out.append(scalar)
            }
        }
        return String(out)
    }
}
