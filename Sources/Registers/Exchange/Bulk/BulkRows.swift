import Storage

/// Rows that wait to be added: numbers side by side, texts in one piece of memory, nothing allocated for a row.
struct BulkRows {
    private let width: Int
    private var numbers: ContiguousArray<Int64> = []
    /// 0 for nothing, 1 for a number, 2 for a text whose place is the number.
    private var tags: ContiguousArray<UInt8> = []
    private var texts: ContiguousArray<UInt8> = []
    private(set) var count = 0

    init(width: Int) { self.width = width }

    /// Adds a row of values, two of which are texts that are given as bytes.
    mutating func append(_ row: [Value], title: (position: Int, bytes: [UInt8]), search: (position: Int, bytes: [UInt8])) {
        for position in 0..<width {
            if position == title.position {
                append(title.bytes)
            } else if position == search.position {
                append(search.bytes)
            } else {
                append(row[position])
            }
        }
        count += 1
    }

    /// Adds a row of values.
    mutating func append(_ row: [Value]) {
        for position in 0..<width { append(row[position]) }
        count += 1
    }

    private mutating func append(_ value: Value) {
        switch value {
        case .integer(let number):
            numbers.append(number)
            tags.append(1)
        case .text(var text): text.withUTF8 { append($0) }
        case .data, .null:
            numbers.append(0)
            tags.append(0)
        }
    }

    /// A text's place: where it begins, and in the lowest 24 bits how long it is, which no cell exceeds.
    private mutating func append(_ text: some RandomAccessCollection<UInt8>) {
        numbers.append(Int64(texts.count) << 24 | Int64(text.count & 0xFF_FFFF))
        tags.append(2)
        texts.append(contentsOf: text)
    }

    /// Hands over every row to be added.
    func add(to appender: Appender) throws {
        try texts.withUnsafeBytes { memory in
            for row in 0..<count {
                try appender.add { new in
                    for cell in (row * width)..<((row + 1) * width) {
                        switch tags[cell] {
                        case 1: new.integer(numbers[cell])
                        case 2:
                            let start = Int(numbers[cell] >> 24)
                            new.text(UnsafeRawBufferPointer(rebasing: memory[start..<(start + Int(numbers[cell] & 0xFF_FFFF))]))
                        default: new.null()
                        }
                    }
                }
            }
        }
    }
}
