public import Storage

/// Something that happened in the sample park's book: who wrote it, when and why, and which records came or changed.
public struct TimelineEvent: Sendable {
    /// What was done to the records of one register.
    public enum Act: Sendable {
        /// New records; a column `state` tells where they begin.
        case add(SampleTable)
        /// Changes of records that are there, with steps of their workflow.
        case change([SampleStep])
        /// Records that were entered by mistake.
        case void([[Name: String]])
    }

    public let at: Moment
    /// A post: 企业统计员, 经济发展部统计岗, 招商服务部经办岗.
    public let subject: String
    public let reason: String
    public let register: Name
    public let act: Act
}
