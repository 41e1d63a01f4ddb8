/// What stands between the cells of a line.
public enum CSVSeparator: CaseIterable, Sendable, Hashable {
    /// `,`
    case comma
    /// A tab.
    case tab
    /// `;`
    case semicolon
    /// `，`, from lines typed with a Chinese keyboard; believed only where the header has no other separator.
    case fullWidthComma

    /// Its UTF-8.
    var bytes: [UInt8] {
        switch self {
        case .comma: [0x2C]
        case .tab: [0x09]
        case .semicolon: [0x3B]
        case .fullWidthComma: [0xEF, 0xBC, 0x8C]
        }
    }

    /// The separator that a header line has most of, outside quotes; a comma where it has none.
    static func find(in head: UnsafeBufferPointer<UInt8>) -> CSVSeparator {
        var counts = [0, 0, 0, 0]
        var isQuoted = false
        var index = 0
        line: while index < head.count {
            switch head[index] {
            case 0x22: isQuoted.toggle()
            case 0x0A where !isQuoted, 0x0D where !isQuoted: break line
            case 0x2C where !isQuoted: counts[0] += 1
            case 0x09 where !isQuoted: counts[1] += 1
            case 0x3B where !isQuoted: counts[2] += 1
            case 0xEF where !isQuoted:
                if index + 2 < head.count, head[index + 1] == 0xBC, head[index + 2] == 0x8C { counts[3] += 1 }
            default: break
            }
            index += 1
        }
        let most = counts[..<3].max() ?? 0
        guard most > 0 else { return counts[3] > 0 ? .fullWidthComma : .comma }
        return counts[0] == most ? .comma : counts[1] == most ? .tab : .semicolon
    }
}
