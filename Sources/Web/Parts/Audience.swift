import Registers
import Storage

/// For whom a page is. What of the records stands in it is the permission's own business; this is about the park's figures and texts.
enum Audience {
    /// Everybody who came in.
    case everybody
    /// The committee: figures, reports and checks of the whole park.
    case committee
    /// One of the three officers.
    case officer

    /// Throws where a page isn't for somebody.
    func demand(_ permission: Permission) throws(Refused) {
        switch self {
        case .everybody: return
        case .committee:
            if permission.isOfCommittee { return }
            throw Refused(
                zh: "这一页给管委会各岗位看。你可以看到的都在菜单里。", en: "This page is for the committee. What you may see is in the menu.")
        case .officer:
            if permission.office != nil { return }
            throw Refused(zh: "这一页给系统、安全、审计三员看。", en: "This page is for the three officers.")
        }
    }
}
