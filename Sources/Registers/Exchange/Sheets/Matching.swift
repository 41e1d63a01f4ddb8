public import Storage

/// Which column of a table fills which field, and what is to be said about it.
public struct Matching: Sendable {
    /// A column that is read.
    public struct Column: Sendable {
        /// Where it stands, from 0.
        public let place: Int
        /// What stands over it.
        public let header: String
        public let field: Field
        /// The unit in which its bare numbers are; nil for the field's own.
        public let unit: Unit?
        let reading: ColumnReading
    }

    /// The columns that are read, in the order of the table.
    public internal(set) var columns: [Column] = []
    /// Where the state of the records stands, if the table has it.
    public internal(set) var statePlace: Int?
    /// What a person should know and nothing stops for: columns that are left out, units that were taken from above.
    public internal(set) var notes: [Words] = []
    /// The rules of the map, with the columns that they look at.
    var rules: [(rule: MapRule, place: Int?)] = []
    /// The table's own headers by place, for the workbook of returned rows.
    public internal(set) var headers: [String] = []

    /// `C` for the third column, as spreadsheets call it.
    static func letters(_ place: Int) -> String {
        var rest = place
        var letters = ""
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }
}
