import Registers
import Storage

/// The matches that people confirmed, as records of the register `form_match`.
struct FormMemory {
    private let book: Book
    private let permission: Permission

    init(_ book: Book, _ permission: Permission) { (self.book, self.permission) = (book, permission) }

    /// What stands for no label.
    static let none = "-"
    /// No label that is remembered is longer.
    static let longest = 300
    private static let id: Name = "form_match"

    /// All that are remembered; none where the book has no such register.
    func rules(in reading: Reading) throws -> [FormRule.Key: FormRule] {
        try found(in: reading).mapValues(\.rule)
    }

    /// Keeps rules under the name of whoever stands for them; answers how many are new or differ from what was kept.
    func remember(_ rules: [(key: FormRule.Key, rule: FormRule)], by name: String, in writing: Writing) throws -> Int {
        guard let register = book.catalogue.register(FormMemory.id) else {
            throw Refused(
                zh: "这个站点没有“来表对应”台账（form_match），记不住对应。请把新版自带的 registers/form_match.yaml 放进声明文件夹后应用。",
                en:
                    "This site has no register form_match, so matches can't be remembered. Put the release's registers/form_match.yaml into its declarations and apply it."
            )
        }
        let known = try found(in: writing)
        let records = Records(book, permission)
        var count = 0
        for (key, rule) in rules where known[key]?.rule != rule {
            var inputs: [Name: Input] = [
                "measure": .text(rule.isNothing ? "" : rule.measure), "by": .text(rule.by?.text ?? ""), "counted": .text(rule.scope.text),
                "part": .text(rule.part), "unit": .text(rule.unit), "confirmed_by": .text(name), "confirmed": .day(writing.change.day),
            ]
            inputs = inputs.mapValues { $0.isEmpty ? .empty : $0 }
            if let id = known[key]?.id {
                try records.edit(id, inputs, of: register, in: writing)
            } else {
                inputs["form"] = .text(key.form)
                inputs["row"] = .text(key.row)
                inputs["column"] = .text(key.column)
                try records.add(inputs, to: register, in: writing)
            }
            count += 1
        }
        return count
    }

    private func found(in reading: Reading) throws -> [FormRule.Key: (id: Int64, rule: FormRule)] {
        guard let register = book.catalogue.register(FormMemory.id), permission.sees(register) else { return [:] }
        let records = Records(book, permission)
        var found: [FormRule.Key: (id: Int64, rule: FormRule)] = [:]
        var query = Query(register, limit: Query.greatestLimit)
        var last: Int64 = 0
        while true {
            query.start = .after(last)
            let page = try records.listing(query, in: reading).records
            for record in page {
                last = max(last, record.id)
                func text(_ field: Name) -> String { record[field].text ?? "" }
                let key = FormRule.Key(form: text("form"), row: text("row"), column: text("column"))
                let rule = FormRule(
                    measure: text("measure"), by: Name(text("by")), scope: Name(text("counted")) ?? "park", part: text("part"), unit: text("unit"))
                found[key] = (record.id, rule)
            }
            if page.count < Query.greatestLimit { return found }
        }
    }
}
