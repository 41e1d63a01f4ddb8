extension StoreError {
    /// What happened and what to do, for people.
    public var words: Words {
        switch cause {
        case .busy:
            Words(zh: "数据库正由另一程序写入，稍后请重试", en: "Another program is writing to the book. Try again in a moment")
        case .full:
            Words(zh: "磁盘空间已满，本次未写入：请清理磁盘后重试", en: "The disk is full and nothing was written. Free some space and try again")
        case .readOnly:
            Words(
                zh: "数据文件只能读不能写：请检查文件和目录的权限", en: "The book can be read but not written. Check the permissions of the file and its folder")
        case .notADatabase:
            Words(zh: "这个文件不是园簿的数据文件：请检查路径", en: "This file is not a book. Check the path")
        case .corrupt:
            Words(zh: "数据文件已损坏：请停用并从备份恢复", en: "The book is damaged. Stop using it and restore the backup")
        case .unique(_, let columns):
            Words(
                zh: "已有相同的记录（\(columns.joined(separator: "、"))），不能重复",
                en: "A record with the same \(columns.joined(separator: ", ")) exists already")
        case .reference:
            Words(zh: "所关联的记录不存在：请重新选择", en: "The record it refers to does not exist. Choose another")
        case .required(_, let column):
            Words(zh: "缺少必填项 \(column)", en: "The required value \(column) is missing")
        case .overflow:
            Words(zh: "合计超出可表示的范围：请检查数值的单位", en: "The total is too large to be held. Check the units of the values")
        case .tooNew:
            Words(zh: "数据文件由更新的版本写成：请升级程序", en: "The book was written by a newer release. Upgrade the program")
        case .timeZone(let book):
            Words(
                zh: "数据文件所用时区（UTC\(StoreError.hours(book))）与设置不同：请改正设置",
                en: "The book keeps the time zone UTC\(StoreError.hours(book)), the settings say another. Correct the settings")
        case .missing(_, let id):
            Words(zh: "没有编号为 \(id) 的记录：可能已打开了旧页面，请刷新", en: "There is no record with the number \(id). The page may be old: reload it")
        case .exists(let path):
            Words(zh: "文件已存在：\(path)。请换一个名称", en: "There is a file already: \(path). Choose another name")
        case .tooLarge(let limit):
            Words(zh: "文件超过 \(limit >> 20) MB：请压缩或拆分后再传", en: "The file is larger than \(limit >> 20) MB. Compress or split it")
        case .obstructed(let reasons):
            Words(zh: reasons.map(\.zh).joined(separator: "；"), en: reasons.map(\.en).joined(separator: "; "))
        case .other:
            Words(
                zh: "数据库出错，本次未写入：请重试，仍不行请联系系统管理员", en: "The book had a fault and nothing was written. Try again, or tell the system officer"
            )
        }
    }

    private static func hours(_ offset: Int) -> String {
        let minutes = abs(offset) / 60
        let rest = minutes % 60
        return "\(offset < 0 ? "-" : "+")\(minutes / 60)" + (rest == 0 ? "" : ":\(rest < 10 ? "0" : "")\(rest)")
    }
}

extension StoreError: CustomStringConvertible {
    /// For the log.
    public var description: String { detail.isEmpty ? "\(cause)" : "\(cause): \(detail)" }
}
