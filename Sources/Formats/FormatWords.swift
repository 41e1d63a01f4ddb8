extension FormatError {
    /// What is wrong, where and what to do, in Chinese and English, for the person who brought the file. Names of
    /// parts mean nothing to them and are left for the log.
    public var words: (zh: String, en: String) {
        switch self {
        case .unreadable: ("文件打不开或读不出，请重新上传", "The file cannot be opened or read: upload it again")
        case .unwritable: ("文件写不进去，请检查磁盘空间和目录权限", "The file cannot be written: check disk space and folder rights")
        case .notContainer:
            (
                "这不是 .xlsx 或 .docx 文件，请用 WPS 或 Office 打开后另存为 .xlsx 或 .docx",
                "This is no .xlsx or .docx file: open it in WPS or Office and save it as one"
            )
        case .damaged: ("文件已损坏，请重新导出或重新上传", "The file is damaged: export or upload it again")
        case .encrypted: ("文件有密码保护，请取消密码后再上传", "The file is protected by a password: remove the password and upload it again")
        case .oldWorkbook:
            ("这是旧格式表格（.xls 或 .et），请另存为 .xlsx 后再上传", "This is an old workbook (.xls or .et): save it as .xlsx and upload that")
        case .oldDocument:
            ("这是旧格式文档（.doc 或 .wps），请另存为 .docx 后再上传", "This is an old document (.doc or .wps): save it as .docx and upload that")
        case .markup:
            (
                "这是网页格式的表格（有些系统导出的 .xls 就是），请用 WPS 或 Excel 打开后另存为 .xlsx",
                "This is a table as a web page (as some systems export under .xls): open it in WPS or Excel and save it as .xlsx"
            )
        case .tooLarge(_, let limit):
            ("文件内容过大（解压后超过 \(size(limit))），请拆分后再上传", "The file is too large (it unpacks to over \(size(limit))): split it")
        case .tooDense(_, let limit):
            ("文件压缩比异常（超过 \(limit) 倍），不予接收", "The file is packed beyond reason (over \(limit) times) and is not accepted")
        case .tooManyParts(let limit): ("文件内部超过 \(limit) 个部件，不予接收", "The file has over \(limit) parts and is not accepted")
        case .missingPart:
            ("文件缺少必要的部件，请重新另存后再上传", "The file lacks a part that it must have: save it anew and upload that")
        case .badXML(_, let line, let column):
            (
                "文件内容有误（第 \(line) 行第 \(column) 列），请重新另存后再上传",
                "The file is malformed (line \(line), column \(column)): save it anew and upload that"
            )
        case .entities:
            ("文件带有实体声明，有安全风险，不予接收", "The file declares entities, which is unsafe, and is not accepted")
        case .macros:
            (
                "工作簿里有宏或控件，不予接收；请让来表单位另发不带宏的 .xlsx",
                "The workbook has macros or controls and is not accepted: ask its sender for an .xlsx without them"
            )
        case .outsideLinks:
            (
                "工作簿链接到外部的文件或数据，不予接收；请先在 Excel 或 WPS 里断开链接",
                "The workbook is linked to files or data outside it and is not accepted: break the links in Excel or WPS first"
            )
        case .signed:
            ("工作簿带数字签名，一改就失效，不予填写", "The workbook bears a digital signature, which any change would break, so it is not filled")
        case .lockedStructure:
            ("工作簿锁定了结构，不能加工作表", "The workbook's structure is locked, so no sheet can be added")
        case .tooDeep(_, let limit):
            ("文件层级过深（超过 \(limit) 层），不予接收", "The file is nested over \(limit) deep and is not accepted")
        case .noSuchSheet(let name, let there):
            (
                "没有名为“\(name)”的工作表；现有：\(there.joined(separator: "、"))",
                "There is no sheet named “\(name)”; there are: \(there.joined(separator: ", "))"
            )
        case .cellTooLarge(let row, let column, let limit):
            (
                "第 \(row) 行第 \(column) 列的内容超过 \(size(limit))，请删减，或检查引号是否成对",
                "Row \(row), column \(column) holds more than \(size(limit)): shorten it, or check that quotes pair"
            )
        case .textTooLong(let row, let column, let limit):
            (
                "第 \(row) 行第 \(column) 列超过 \(limit) 个字，表格放不下，请改用 CSV",
                "Row \(row), column \(column) has over \(limit) letters, too many for a workbook: use CSV"
            )
        case .rowTooLarge(let row, let limit):
            ("第 \(row) 行的内容超过 \(size(limit))，请检查引号和换行", "Row \(row) holds more than \(size(limit)): check quotes and line ends")
        case .tooManyColumns(let row, let limit): ("第 \(row) 行超过 \(limit) 列", "Row \(row) has more than \(limit) columns")
        case .tooManyRows(let limit): ("表格超过 \(limit) 行，请拆分后再上传", "The table has more than \(limit) rows: split it")
        case .missingText(let row, let column):
            (
                "第 \(row) 行第 \(column) 列的文字在文件中找不到，请重新另存后再上传",
                "The text of row \(row), column \(column) is missing from the file: save it anew"
            )
        case .nulByte(let position, let line):
            (
                "第 \(line) 行含有空字节（第 \(position) 字节处），这不是文本文件，请另存为 CSV（UTF-8）",
                "Line \(line) holds a NUL byte (at byte \(position)), so this is no text file: save it as CSV (UTF-8)"
            )
        case .unclosedQuote(let line):
            ("第 \(line) 行开始的引号没有结束，请补上另一半引号", "The quote that opens on line \(line) never closes: add the closing quote")
        case .strayQuote(let line, let column):
            (
                "第 \(line) 行第 \(column) 列：引号结束后还有文字；单元格内的引号应写两遍",
                "Line \(line), column \(column): text follows the closing quote; a quote inside a cell is written twice"
            )
        case .notText(let line):
            ("第 \(line) 行的文字编码认不出，请另存为 CSV（UTF-8）", "The encoding of line \(line) is not recognised: save the file as CSV (UTF-8)")
        case .badSheetName(let name):
            (
                "工作表名“\(name)”不能用：为空、过长、重复或含有 [ ] : * ? / \\",
                "“\(name)” cannot name a sheet: empty, too long, used twice, or has one of [ ] : * ? / \\"
            )
        case .notWritable(let row, let column):
            ("第 \(row) 行第 \(column) 列写不进表格", "Row \(row), column \(column) cannot be written to the table")
        }
    }

    private func size(_ bytes: Int) -> String {
        bytes >= 1 << 20 ? "\(bytes >> 20) MB" : bytes >= 1 << 10 ? "\(bytes >> 10) KB" : "\(bytes) B"
    }
}
