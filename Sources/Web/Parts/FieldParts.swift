import Registers
import Storage

/// Fields under the headings that they are declared with, on a record's page and in its form alike.
enum FieldParts {
    /// The headings in the order in which they first come; fields without one stand under the basics.
    static func of(_ fields: [Field]) -> [(heading: Words, fields: [Field])] {
        var parts: [(heading: Words, fields: [Field])] = []
        for field in fields {
            let heading = field.part ?? Words(zh: "基本情况", en: "Basics")
            if let index = parts.firstIndex(where: { $0.heading == heading }) {
                parts[index].fields.append(field)
            } else {
                parts.append((heading, [field]))
            }
        }
        return parts
    }
}
