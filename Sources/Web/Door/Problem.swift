import Storage

/// Why a page can't be shown, in plain words. What went wrong inside never stands in it.
struct Problem: Error {
    /// The number that the answer carries.
    enum Kind: Int, Sendable {
        case badRequest = 400
        case forbidden = 403
        case notFound = 404
        case misdirected = 421
        case `internal` = 500
        case busy = 503
    }

    var kind: Kind
    var title: Words
    var words: Words
    /// One line each, where several things are wrong.
    var items: [Words] = []
    /// Under which the log has it.
    var id: String?

    /// The address can't be read.
    static let badAddress = Problem(
        kind: .badRequest, title: Words(zh: "地址有误", en: "The address is wrong"),
        words: Words(
            zh: "地址里有无法识别的字符，可能没有复制完整。请从菜单重新进入。",
            en: "The address holds characters that can't be read; perhaps it was not copied whole. Start from the menu."))

    /// There is no such page.
    static let nowhere = Problem.missing(zh: "没有这个页面。请核对地址，或从菜单重新进入。", en: "There is no such page. Check the address, or start from the menu.")

    /// Something that is asked for isn't in the book.
    static func missing(zh: String, en: String) -> Problem {
        Problem(kind: .notFound, title: Words(zh: "没有找到", en: "Not found"), words: Words(zh: zh, en: en))
    }

    /// What was asked can't be asked like this.
    static func invalid(_ items: [Words]) -> Problem {
        Problem(
            kind: .badRequest, title: Words(zh: "条件有误", en: "The conditions are wrong"),
            words: Words(zh: "请按下面的提示修改后再试：", en: "Change what is said below and try again:"), items: items)
    }

    /// Something went wrong that the log has under an id.
    static func broken(_ id: String) -> Problem {
        Problem(
            kind: .internal, title: Words(zh: "系统出错", en: "Something went wrong"),
            words: Words(
                zh: "这一页暂时打不开，数据没有受影响。请稍后再试；仍不行时，把下面的编号告诉系统管理员。",
                en:
                    "This page can't be shown now; no data is affected. Try again later, and if it stays so give the number below to the administrator."
            ),
            id: id)
    }
}
