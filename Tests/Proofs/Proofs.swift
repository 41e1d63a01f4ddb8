import Foundation

/// How long the properties are tried: a sample in every run of the tests, more of them with a seed of one's own in `bin/prove`.
public enum Proofs {
    private static let environment = ProcessInfo.processInfo.environment

    /// `YUANBU_SEED`; where every random history and number begins.
    public static let seed = environment["YUANBU_SEED"].flatMap { UInt64($0) } ?? 20_221_231

    /// `YUANBU_TIMES`; how many times the sample is tried.
    public static let times = max(1, min(environment["YUANBU_TIMES"].flatMap { Int($0) } ?? 1, 100_000))

    /// So many cases.
    public static func count(_ sample: Int) -> Int { sample.multipliedReportingOverflow(by: times).partialValue }

    /// So many seeds, one a history.
    public static func seeds(_ sample: Int) -> [UInt64] { (0..<UInt64(count(sample))).map { seed &+ $0 } }
}
