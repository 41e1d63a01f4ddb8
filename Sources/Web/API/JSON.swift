import Foundation

/// A value as JSON has it (RFC 8259), its numbers as exact decimal text, the members of an object in the order they were put.
indirect enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    /// Decimal text that JSON takes for a number.
    case number(String)
    case string(String)
    case array([JSON])
    case object([Member])

    struct Member: Sendable, Hashable {
        let name: String
        let value: JSON
    }

    /// An object of pairs.
    static func of(_ pairs: KeyValuePairs<String, JSON>) -> JSON { .object(pairs.map { Member(name: $0.key, value: $0.value) }) }

    static func of(_ pairs: [(String, JSON)]) -> JSON { .object(pairs.map { Member(name: $0.0, value: $0.1) }) }

    static func whole(_ number: some BinaryInteger) -> JSON { .number(String(number)) }

    /// A text, or null.
    static func text(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

    /// The member of an object.
    subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    var string: String? { if case .string(let text) = self { text } else { nil } }
    var array: [JSON]? { if case .array(let values) = self { values } else { nil } }

    // MARK: writing

    var text: String {
        var text = ""
        write(&text)
        return text
    }

    private func write(_ text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let value): text += value
        case .string(let value): JSON.quote(value, &text)
        case .array(let values):
            text += "["
            for (index, value) in values.enumerated() {
                if index > 0 { text += "," }
                value.write(&text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { text += "," }
                JSON.quote(member.name, &text)
                text += ":"
                member.value.write(&text)
            }
            text += "}"
        }
    }

    private static func quote(_ value: String, _ text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..<"\u{20}", "\u{2028}", "\u{2029}":
                let hex = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

extension JSON: Decodable {
    init(from decoder: any Decoder) throws {
        if let members = try? decoder.container(keyedBy: Key.self) {
            self = .object(try members.allKeys.map { Member(name: $0.stringValue, value: try members.decode(JSON.self, forKey: $0)) })
            return
        }
        if var values = try? decoder.unkeyedContainer() {
            var array: [JSON] = []
            while !values.isAtEnd { array.append(try values.decode(JSON.self)) }
            self = .array(array)
            return
        }
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let truth = try? value.decode(Bool.self) {
            self = .bool(truth)
        } else if let text = try? value.decode(String.self) {
            self = .string(text)
        } else {
            // Decimal, not Double: what was sent is what is kept.
            self = .number(try value.decode(Decimal.self).description)
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// What some bytes say; nil where they aren't JSON.
    static func read(_ bytes: [UInt8]) -> JSON? { try? JSONDecoder().decode(JSON.self, from: Data(bytes)) }
}
