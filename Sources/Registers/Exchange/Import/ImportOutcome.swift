public import Storage

/// What an import came to, or would come to.
public struct ImportOutcome: Sendable {
    /// Rows below the header, but for the ones that were passed over. Accepted and returned rows make them up.
    public var read: Int { accepted + returned }
    /// Rows that are good.
    public internal(set) var accepted = 0
    /// Rows that are not taken.
    public internal(set) var returned = 0
    /// Repeated headers and rows that the map leaves out.
    public internal(set) var passed = 0
    /// Values that the map lets be rounded, and were.
    public internal(set) var rounded = 0
    /// Records that are new.
    public internal(set) var added = 0
    /// Records that differ from before.
    public internal(set) var changed = 0
    /// Records that were so already.
    public internal(set) var unchanged = 0
    /// The returned rows in the order of the file, at most `faultsKept` of them.
    public internal(set) var faults: [ReturnedRow] = []
    /// Which column fills which field, in the order of the table; told by a trial.
    public internal(set) var columns: [Matching.Column] = []
    /// What a person should know of the columns.
    public internal(set) var notes: [Words] = []
    /// The change that was written; nil where nothing was.
    public internal(set) var change: Int64?
    /// Whether the same file was imported before in the same way: then nothing was written now, and `change` is that import's.
    public internal(set) var wasRepeated = false
    /// Whether nothing was to be written.
    public internal(set) var isDryrun = false
    /// Where the workbook of returned rows was put.
    public internal(set) var returnedPath: String?

    /// How many returned rows are kept with their reasons.
    public static let faultsKept = 10_000

    /// Whether returned rows keep the good ones out, too.
    public internal(set) var isStopped = false

    /// `读入 1766 行：接受 1708 行，退回 58 行。新增 1708 条，更新 0 条，不变 0 条（第 12 号变更）。`
    public var words: Words {
        if wasRepeated {
            let number = change ?? 0
            return Words(
                zh: "这份文件已经用同样的办法导入过（第 \(number) 号变更），这次没有写入。",
                en: "This file was imported in the same way before (change \(number)); nothing was written now.")
        }
        var zh = "读入 \(read) 行：接受 \(accepted) 行，退回 \(returned) 行。"
        var en = "Read \(read) rows: accepted \(accepted), returned \(returned). "
        if passed > 0 {
            zh += "另有重复表头、合计等 \(passed) 行略过。"
            en += "Passed over \(passed) repeated headers or totals. "
        }
        if rounded > 0 {
            zh += "\(rounded) 个数按四舍五入取到规定位数。"
            en += "Rounded \(rounded) numbers half up. "
        }
        let (zhDone, enDone) = done
        return Words(zh: zh + zhDone, en: en + enDone)
    }

    private var done: (String, String) {
        if isStopped {
            return isDryrun
                ? ("有退回的行，正式导入时一行也不会写入。", "With rows returned, an import would write none.")
                : ("有退回的行，因此一行也没有写入。", "As rows were returned, none was written.")
        }
        let path = returnedPath.map { ("退回的行见 \($0)。", " The returned rows are in \($0).") } ?? ("", "")
        let counts = ("新增 \(added) 条，更新 \(changed) 条，不变 \(unchanged) 条", "\(added) to add, \(changed) to change, \(unchanged) as before")
        if isDryrun { return ("将\(counts.0)。这是试导入，没有写入。", "\(counts.1). This was a trial; nothing was written.") }
        let written = ("Added \(added), changed \(changed), \(unchanged) as before", change)
        guard let number = written.1 else { return ("\(counts.0)，没有产生变更。\(path.0)", "\(written.0); no change was made.\(path.1)") }
        return ("\(counts.0)（第 \(number) 号变更）。\(path.0)", "\(written.0) (change \(number)).\(path.1)")
    }
}
