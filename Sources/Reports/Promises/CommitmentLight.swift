import Indicators
public import Storage

/// Where a promise stands.
public enum CommitmentLight: String, Sendable, Hashable, Codable, CaseIterable {
    case kept
    case onCourse = "on_course"
    case behind
    case missed
    /// Not due yet, and nothing tells how it goes.
    case open
    case carried
    case withdrawn

    /// Its word: never a colour alone.
    public var words: Words {
        switch self {
        case .kept: Words(zh: "已兑现", en: "Kept")
        case .onCourse: Words(zh: "正常", en: "On course")
        case .behind: Words(zh: "滞后", en: "Behind")
        case .missed: Words(zh: "未兑现", en: "Not kept")
        case .open: Words(zh: "未到期", en: "Not due yet")
        case .carried: Words(zh: "转入下年", en: "Carried over")
        case .withdrawn: Words(zh: "已撤销", en: "Withdrawn")
        }
    }

    /// Of something that somebody finds kept, by its proof: a promise in words.
    /// - Parameter due: the last day on which it may be kept.
    static func ofWords(isKept: Bool, isUnderWay: Bool, due: Day, on day: Day) -> CommitmentLight {
        if isKept { return .kept }
        if day > due { return .missed }
        return isUnderWay ? .onCourse : .open
    }

    /// Of something that a figure tells.
    /// - Parameters:
    ///   - now: what was reached by the day, the month that is running included.
    ///   - whole: the same at the end of the last month that is over, which alone can be compared with the pace of last year; nil in January.
    ///   - isAdding: whether the figure adds up over the year.
    ///   - due: the last day on which it may be kept.
    static func ofNumber(_ now: Target, whole: Target?, isAdding: Bool, due: Day, on day: Day) -> CommitmentLight {
        let isOver = day > due
        switch now.isMet {
        case true?:
            // What adds up can't be lost again; a level, a growth or a ceiling is known when its time is over.
            return isOver || isAdding && now.direction == .atLeast && !now.isGrowth ? .kept : .onCourse
        case false?:
            if isOver { return .missed }
            // Only what adds up has a pace; of a level that is not reached yet nothing is known before its time is over.
            guard isAdding, let done = whole?.done, let pace = whole?.pace else { return .open }
            return done < pace ? .behind : .onCourse
        case nil: return isOver ? .missed : .open
        }
    }
}
