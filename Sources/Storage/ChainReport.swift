/// What a look through the whole chain of changes found.
public struct ChainReport: Sendable, Hashable {
    /// What is not as it was committed.
    public enum Fault: Sendable, Hashable {
        /// The change itself was altered: who, when, why, or what it chains to.
        case change
        /// A change is missing before this one.
        case gap
        /// Rows that the change made were altered, removed or added.
        case rows
        /// The list of the rows that the change touched is not that of the rows.
        case touched
        /// There are rows of this change, and the change is not there: the end of the chain was cut.
        case cut
        /// The change is not the one that was anchored outside, or is not there.
        case anchor
    }

    /// The first place where the chain breaks.
    public struct Break: Sendable, Hashable {
        /// The number of the change.
        public let number: Int64
        /// What is wrong with it.
        public let fault: Fault

        /// For whoever has to look into it.
        public var words: Words {
            switch fault {
            case .change: Words(zh: "第 \(number) 号变更的登记内容被改动过", en: "Change \(number) itself was altered")
            case .gap: Words(zh: "第 \(number) 号变更之前缺少变更", en: "A change is missing before change \(number)")
            case .rows: Words(zh: "第 \(number) 号变更写入的数据被改动过", en: "Rows written by change \(number) were altered")
            case .touched: Words(zh: "第 \(number) 号变更的记录清单被改动过", en: "The list of the rows of change \(number) was altered")
            case .cut:
                Words(
                    zh: "有第 \(number) 号变更的数据，但没有这项变更：变更链尾部被截断",
                    en: "There are rows of change \(number) but no such change: the end of the chain was cut")
            case .anchor: Words(zh: "第 \(number) 号变更与库外留存的摘要不符", en: "Change \(number) is not the one whose digest was kept outside")
            }
        }
    }

    /// The last change of the book.
    public let last: Change
    /// Nil where all is as it was committed.
    public let firstBreak: Break?
}
