import Registers
import Storage

/// Gives every record of some registers a name that says nothing, the same wherever it stands: A企业, B企业.
///
/// The letters go by the order in which the report first names them, and so say nothing of the book's order.
struct NameMasks {
    /// What stands for a record.
    struct Named: Sendable, Hashable {
        var register: Name
        var title: String
        var mask: String
    }

    /// Those that the report names, in the order of their letters.
    private(set) var used: [Named] = []
    private var forms: [(text: String, record: Int)] = []
    private var masks: [Int: String] = [:]
    private var records: [(register: Name, title: String, noun: String)] = []
    private var count: [Name: Int] = [:]

    /// No register of more records is read for its names.
    private static let most = 20_000

    init(_ registers: [Register], _ book: Book, asOf: Int64?, in reading: Reading) throws {
        let reader = Records(book, .console)
        for register in registers {
            let fields = NameMasks.naming(register)
            var query = Query(register, limit: Query.greatestLimit, asOf: asOf)
            var last: Int64 = 0
            var page: [Record]
            repeat {
                query.start = .after(last)
                page = try reader.listing(query, in: reading).records
                for record in page { take(record, register, fields) }
                last = page.map(\.id).max() ?? last
            } while page.count == Query.greatestLimit && records.count < NameMasks.most
        }
        // The longest first: 恒川新材料二期 before 恒川新材料.
        forms.sort { ($0.text.unicodeScalars.count, $1.text) > ($1.text.unicodeScalars.count, $0.text) }
    }

    private static func naming(_ register: Register) -> [Field] {
        register.activeFields.filter {
            ["name", "short", "title"].contains($0.id.text) && $0.kind.type == .text && $0.kind.target == nil
        }
    }

    private mutating func take(_ record: Record, _ register: Register, _ fields: [Field]) {
        records.append((register.id, record.title, NameMasks.noun(register)))
        for text in Set(fields.map { record.text($0, .zh) } + [record.title]) where text.unicodeScalars.count >= 2 {
            forms.append((text, records.count - 1))
        }
    }

    /// 企业库 holds 企业.
    private static func noun(_ register: Register) -> String {
        var noun = register.name.zh
        for end in ["台账", "名录", "库"] where noun.hasSuffix(end) && noun.count > end.count { noun = String(noun.dropLast(end.count)) }
        return noun
    }

    /// A text with every such name replaced.
    mutating func masked(_ text: String) -> String {
        guard text.unicodeScalars.count >= 2 else { return text }
        let present = forms.filter { text.contains($0.text) }
        guard !present.isEmpty else { return text }
        var result = ""
        var rest = Substring(text)
        while let first = rest.first {
            if let found = present.first(where: { rest.hasPrefix($0.text) }) {
                result += mask(found.record)
                rest = rest.dropFirst(found.text.count)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private mutating func mask(_ record: Int) -> String {
        if let known = masks[record] { return known }
        let (register, title, noun) = records[record]
        let number = count[register, default: 0]
        count[register] = number + 1
        let mask = NameMasks.letters(number) + noun
        masks[record] = mask
        used.append(Named(register: register, title: title, mask: mask))
        return mask
    }

    /// A … Z, AA, AB.
    static func letters(_ number: Int) -> String {
        let rest = number / 26
        let letter = String(UnicodeScalar(UInt8(65 + number % 26)))
        return rest == 0 ? letter : letters(rest - 1) + letter
    }
}
