import Foundation
import Hummingbird
import Indicators
import Registers
import Storage

/// Why a page can't be shown, in plain words. What went wrong inside never stands in it.
struct Problem: Error {
    /// The number that the answer carries.
    enum Kind: Int, Sendable {
        case badRequest = 400
        case unauthorized = 401
        case forbidden = 403
        case notFound = 404
        case conflict = 409
        case preconditionFailed = 412
        case tooLarge = 413
        case unsupported = 415
        case misdirected = 421
        case unprocessable = 422
        case tooMany = 429
        case `internal` = 500
        case busy = 503
    }

    var kind: Kind
    var title: Words
    var words: Words
    /// One thing of several that are wrong.
    struct Item: Sendable {
        /// The field that it is about, by its name in the declaration.
        var field: Name?
        var words: Words
    }
    var items: [Item] = []
    /// Under which the log has it.
    var id: String?

    /// What an error means to the person who asked. What went wrong inside is logged under an id and stays there.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let invalid as Invalid:
            self = .invalid([])
            items = Problem.items(invalid)
        case let refused as Refused:
            self.init(kind: .forbidden, title: Words(zh: "不能这样做", en: "Not allowed"), words: refused.words)
        case let store as StoreError where store.cause == .busy:
            self.init(kind: .busy, title: Words(zh: "正忙", en: "Busy"), words: store.words)
        case let error as HTTPError where error.status == .notFound: self = .nowhere
        case let error as HTTPError where error.status.code < 500: self = .badAddress
        default:
            let id = String(UInt64.random(in: .min ... .max), radix: 36).uppercased()
            FileHandle.standardError.write(Data("yuanbu: \(id) \(error)\n".utf8))
            self = .broken(id)
        }
    }

    init(kind: Kind, title: Words, words: Words, items: [Item] = [], id: String? = nil) {
        self.kind = kind
        self.title = title
        self.words = words
        self.items = items
        self.id = id
    }

    /// The address can't be read.
    static let badAddress = Problem(
        kind: .badRequest, title: Words(zh: "地址有误", en: "The address is wrong"),
        words: Words(
            zh: "地址里有无法识别的字符，可能没有复制完整。请从菜单重新进入。",
            en: "The address holds characters that can't be read; perhaps it was not copied whole. Start from the menu."))

    /// What was sent can't be read.
    static let badForm = Problem(
        kind: .badRequest, title: Words(zh: "没有收到完整内容", en: "It didn't arrive whole"),
        words: Words(
            zh: "浏览器发来的内容不完整，没有保存。请返回上一页再提交一次。",
            en: "What the browser sent isn't whole; nothing was saved. Go back and send it again."))

    /// A form that no page of this session made.
    static let foreign = Problem(
        kind: .forbidden, title: Words(zh: "页面已过期", en: "The page is too old"),
        words: Words(
            zh: "这个页面是重新登录之前打开的，或不是从园簿打开的，没有保存。请返回上一页，刷新后再提交。",
            en: "The page was opened before you signed in anew, or not from this book; nothing was saved. Go back, load it again and send it."))

    /// More than is taken.
    static let tooLarge = Problem(
        kind: .tooLarge, title: Words(zh: "内容太大", en: "Too large"),
        words: Words(
            zh: "没有保存。单个附件不超过 20 MB，一次不超过 100 MB；照片请压缩后再传。",
            en: "Nothing was saved. A file has at most 20 MB, all together at most 100 MB; make photos smaller first."))

    /// Nobody has signed in.
    static let notSignedIn = Problem(
        kind: .unauthorized, title: Words(zh: "请先登录", en: "Sign in first"),
        words: Words(
            zh: "登录已过期或还没有登录，没有保存。请在新窗口登录后，回到这一页再提交。",
            en: "You are not signed in, or no longer; nothing was saved. Sign in in another window, come back to this page and send it again."))

    /// Too many tries.
    static let tooMany = Problem(
        kind: .tooMany, title: Words(zh: "试得太频繁", en: "Too many tries"),
        words: Words(zh: "请过几分钟再试。", en: "Try again in a few minutes."))

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
            words: Words(zh: "请按下面的提示修改后再试：", en: "Change what is said below and try again:"),
            items: items.map { Item(words: $0) })
    }

    /// What was sent of a record doesn't fit.
    static func unfit(_ invalid: Invalid) -> Problem {
        Problem(
            kind: .unprocessable, title: Words(zh: "没有保存", en: "Not saved"),
            words: Words(zh: "请按下面的提示修改后再提交：", en: "Change what is said below and send it again:"), items: items(invalid))
    }

    private static func items(_ invalid: Invalid) -> [Item] {
        invalid.items.map { Item(field: $0.field, words: Words(zh: $0.text(.zh), en: $0.text(.en))) }
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
