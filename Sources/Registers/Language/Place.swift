/// Where in a declaration something stands: file, line and column, both from 1.
public struct Place: Sendable, Hashable, Comparable, CustomStringConvertible {
    public var file: String
    public var line: Int
    public var column: Int

    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `registers/sales.yaml:12:9`, which editors can open.
    public var description: String { "\(file):\(line):\(column)" }

    /// The place `count` characters further right on the same line.
    public func moved(by count: Int) -> Place { Place(file: file, line: line, column: column + count) }

    public static func < (left: Place, right: Place) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}
