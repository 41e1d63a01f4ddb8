/// What a form sent: its fields in order, and the files that came with it.
struct Form: Sendable {
    /// One file, as the browser named it.
    struct File: Sendable {
        let field: String
        let name: String
        let bytes: [UInt8]
    }

    var pairs: [(name: String, value: String)]
    var files: [File] = []

    /// The first value under a name, without blanks around it; nil where it is empty.
    subscript(name: String) -> String? {
        let value = pairs.first { $0.name == name }?.value.trimmed
        return value?.isEmpty ?? true ? nil : value
    }

    /// The first value under a name as it was typed; a password may begin with a blank.
    func typed(_ name: String) -> String { pairs.first { $0.name == name }?.value ?? "" }

    /// Every value under a name.
    func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// The names and values of the fields that begin with a prefix, without it.
    func under(_ prefix: String) -> [(name: String, value: String)] {
        pairs.compactMap { $0.name.hasPrefix(prefix) ? (String($0.name.dropFirst(prefix.count)), $0.value) : nil }
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmed: String {
        var slice = self[...]
        while let first = slice.first, first.isWhitespace { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }
}
